import { Worker } from 'node:worker_threads';

/** A thread by its file: run from source beside the one that starts it, from a bundle beside the bundle. */
export type ThreadFile = {
  /** `import.meta.url` of the file that starts it. */
  readonly beside: string;
  /** Without its ending. */
  readonly name: string;
};

/** Starts a thread with so much memory (MB) and none of the settings of this process. */
export function startThread({ beside, name }: ThreadFile, heap: number): Worker {
  const ending = beside.endsWith('.ts') ? 'ts' : 'mjs';
  return new Worker(new URL(`./${name}.${ending}`, beside), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
}
