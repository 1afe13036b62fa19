/** A thread that looks into files, one at a time: hostile ones take its time and its memory and not those of the server. */
import { parentPort } from 'node:worker_threads';
import { type LockedFile, readUnlocked } from '#platform/storage/reading.ts';
import { inspect } from './inspect.ts';

/** Used again for every file, so that large ones in a row do not pile up until somebody clears away. */
let room = Buffer.alloc(0);

parentPort?.on('message', (file: LockedFile) => {
  void read(file)
    .then(inspect)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    .then((verdict) => parentPort?.postMessage(verdict));
});

async function read(file: LockedFile): Promise<Buffer> {
  if (room.length < file.size) room = Buffer.alloc(file.size);
  return readUnlocked(file, room);
}
