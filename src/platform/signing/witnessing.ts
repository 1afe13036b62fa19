import { type AskedWitnesses, openAskedWitnesses } from './asked-witnesses.ts';
import { type LogWitness, openLogWitness } from './log-witness.ts';

/** Both sides of witnessing: whom this installation asks, and the witness that it is for others. */
export type Witnessing = { readonly asked: AskedWitnesses; readonly own: LogWitness };

/** Both lie in the signer's folder, which every process of the installation shares. */
export function openWitnessing(options: { readonly folder: string; readonly origin: string }): Witnessing {
  return { asked: openAskedWitnesses(options.folder), own: openLogWitness(options) };
}
