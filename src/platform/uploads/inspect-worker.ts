/** A thread that looks into files, one at a time: hostile ones take its time and its memory and not those of the server. */
import { open } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { inspect } from './inspect.ts';

/** Used again for every file, so that large ones in a row do not pile up until somebody clears away. */
let room = Buffer.alloc(0);

parentPort?.on('message', (path: string) => {
  void read(path)
    .then(inspect)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    .then((verdict) => parentPort?.postMessage(verdict));
});

async function read(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (room.length < size) room = Buffer.alloc(size);
    const { bytesRead } = await file.read(room, 0, size, 0);
    return room.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
