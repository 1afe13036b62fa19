/** A thread that reads the text of one file: a hostile one takes its time and its memory and not those of the server. */
import { parentPort } from 'node:worker_threads';
import { readText } from './read.ts';

parentPort?.once('message', (bytes: Uint8Array) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  void readText(bytes).then((text) => parentPort?.postMessage(text));
});
