/** A thread that looks into files, one at a time: hostile ones take its time and its memory and not those of the server. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { inspect } from './inspect.ts';

parentPort?.on('message', (path: string) => {
  void readFile(path)
    .then(inspect)
    .then((verdict) => parentPort?.postMessage(verdict));
});
