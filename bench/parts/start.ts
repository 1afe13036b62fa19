import { rm } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../folder.ts';
import { medianOf } from '../load.ts';
import type { Options } from '../options.ts';
import { startProcess } from '../http/server.ts';
import { figure, type Row } from '../row.ts';
import { say } from '../say.ts';

/** Seconds from `npm start` to the first answer, when everything has been installed, built and loaded before. */
export async function measureStart(options: Options): Promise<readonly Row[]> {
  const folder = await temporaryFolder('start');
  try {
    say('First start (makes the database and loads the starter data)…');
    await timeOfStart(folder);
    const times: number[] = [];
    for (let round = 0; round < options.rounds; round += 1) times.push(await timeOfStart(folder));
    const seconds = medianOf(times);
    return [
      {
        what: 'start of an installed system, `npm start` to the first answer',
        measured: `${figure(seconds)} s`,
        target: '≤ 3 s',
        isMet: seconds <= 3,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeOfStart(folder: string): Promise<number> {
  const began = performance.now();
  const server = await startProcess([path.resolve('scripts/start.mjs')], { MOTCUA_DATA: folder });
  const seconds = (performance.now() - began) / 1000;
  await server.stop();
  return seconds;
}
