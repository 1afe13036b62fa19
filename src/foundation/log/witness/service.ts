import { parseAddCheckpoint } from '#kernel/merkle/add-checkpoint.ts';
import type { Context } from '#foundation/context.ts';
import { exclusively } from '#platform/database/exclusively.ts';
import type { WitnessAnswer } from '#platform/signing/log-witness.ts';
import type { SignedCheckpoint } from '../schema.ts';
import { readCosignatures, readWitnessedCheckpoint } from './store.ts';

/**
 * Vouches for the state of another installation's log, or answers why not (https://c2sp.org/tlog-witness). Only logs that
 * who runs this server has named are known. Of several processes one vouches at a time, so that none steps back; in each
 * only a few wait for their turn, since anybody may send again what is published: `busy` to the others.
 */
export async function answerLog(ctx: Context, body: string): Promise<WitnessAnswer | 'busy'> {
  const request = parseAddCheckpoint(body);
  if (request === null) return { status: 400 };
  const { own } = ctx.witnessing;
  // What is refused as things stand takes no turn.
  const refusal = await own.refusal(request);
  if (refusal !== null) return refusal;
  const answer = await own.inTurn(async () =>
    exclusively(ctx.db, 'log witness', async () => own.vouch(request, ctx.now)),
  );
  return answer ?? 'busy';
}

/** The newest state that a witness has signed too, with its signatures; null before the first. */
export async function witnessedCheckpoint(ctx: Context): Promise<string | null> {
  const checkpoint = await readWitnessedCheckpoint(ctx.db);
  return checkpoint === null ? null : withCosignatures(ctx, checkpoint);
}

/** A signed state as it is published, with the signatures of witnesses under that of the log. */
export async function withCosignatures(ctx: Context, { size, note }: SignedCheckpoint): Promise<string> {
  const cosignatures = await readCosignatures(ctx.db, { after: size - 1, upTo: size });
  return `${note}${cosignatures.map(({ line }) => line).join('')}`;
}

/** Which witnesses have signed each of these states, by its size. */
export async function witnessesOf(
  ctx: Context,
  checkpoints: readonly SignedCheckpoint[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const sizes = checkpoints.map(({ size }) => size);
  if (sizes.length === 0) return new Map();
  const range = { after: Math.min(...sizes) - 1, upTo: Math.max(...sizes) };
  const names = new Map<number, readonly string[]>();
  for (const { size, witness } of await readCosignatures(ctx.db, range)) {
    names.set(size, [...(names.get(size) ?? []), witness]);
  }
  return names;
}
