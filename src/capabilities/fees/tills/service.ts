import { localDateOf, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { decideCount, decideTill, expectedOf, requireUncounted } from './rules.ts';
import type { CountInput, Till, TillDecisionInput, TillSums } from './schema.ts';
import {
  insertTill,
  lockTill,
  readSums,
  readTill,
  readTills,
  readUncountedDays,
  updateTill,
} from './store.ts';

const DAY_MS = 86_400_000;
/** Days that were forgotten are asked for so long. */
const LOOK_BACK_DAYS = 60;

/** Stops money from moving in the actor's till when it was counted; nobody counts it until the transaction ends. */
export async function requireOpenTill(
  tx: TransactionContext,
  of: { readonly unitId: number; readonly officerId: number; readonly at: Date },
): Promise<void> {
  const { unitId, officerId, at } = of;
  requireUncounted(await lockTill(tx.db, { unitId, officerId, day: localDateOf(at) }));
}

export type OwnTill = {
  readonly day: LocalDate;
  readonly sums: TillSums;
  readonly expected: number;
  readonly till: Till | null;
  /** Days with cash that were not counted. */
  readonly uncounted: readonly LocalDate[];
};

/** The actor's own till on a day, with what should be in it. */
export async function ownTill(ctx: Context, day: LocalDate): Promise<OwnTill> {
  const { officerId, post } = requireActor(ctx);
  await authorise(ctx, 'fee.collect', post.unitId);
  const { unitId } = post;
  const since = new Date(ctx.now.getTime() - LOOK_BACK_DAYS * DAY_MS);
  return inTransaction(ctx, async (tx) => {
    const till = await lockTill(tx.db, { unitId, officerId, day });
    const sums = await readSums(tx.db, { unitId, officerId, day });
    const uncounted = await readUncountedDays(tx.db, { unitId, officerId, since });
    return { day, sums, expected: expectedOf(sums), till, uncounted };
  });
}

/** Says what was counted in the actor's till; from then on no cash moves in it that day. */
export async function countTill(ctx: Context, input: CountInput): Promise<number> {
  const { officerId, post } = requireActor(ctx);
  await authorise(ctx, 'fee.collect', post.unitId);
  const of = { unitId: post.unitId, officerId, day: input.day };
  return inTransaction(ctx, async (tx) => {
    const till = await lockTill(tx.db, of);
    const expected = expectedOf(await readSums(tx.db, of));
    decideCount(till, input, { expected, today: localDateOf(tx.now) });
    const { counted, explanation } = input;
    const count = { state: 'counted', expected, counted, explanation, countedAt: tx.now } as const;
    const deed = { kind: 'counted', payload: { ...of, expected, counted, explanation } };
    if (till === null) {
      const id = await insertTill(tx.db, { ...of, ...count, sequence: 1 });
      await record(tx, { name: 'till', id, after: 0 }, [deed]);
      return id;
    }
    const sequence = await record(tx, { name: 'till', id: till.id, after: till.sequence }, [deed]);
    await updateTill(tx.db, till.id, {
      ...count,
      sequence,
      decidedBy: null,
      decidedAt: null,
      decisionNote: '',
    });
    return till.id;
  });
}

/** Tills of the units whose fees the actor reads. */
export async function allTills(ctx: Context): Promise<readonly Till[]> {
  const units = await unitsWith(ctx, 'fee.read');
  if (units?.length === 0) await authorise(ctx, 'fee.read', 0);
  return readTills(ctx.db, units);
}

/** One till for whoever reads fees at its unit; with what was collected that day. */
export async function tillById(
  ctx: Context,
  id: number,
): Promise<{ readonly till: Till; readonly sums: TillSums }> {
  requireActor(ctx);
  const till = await readTill(ctx.db, id);
  if (till === null) refuse('missing', MISSING);
  await authorise(ctx, 'fee.read', till.unitId);
  return { till, sums: await readSums(ctx.db, till) };
}

/** The second person confirms what was counted, or has it counted again. */
export async function confirmTill(ctx: Context, input: TillDecisionInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    requireActor(tx);
    const till = await readTill(tx.db, input.id, 'lock');
    if (till === null) refuse('missing', MISSING);
    const actor = await authorise(tx, 'fee.approve', till.unitId);
    decideTill(till, input, actor.officerId);
    const { outcome, note } = input;
    const sequence = await record(tx, { name: 'till', id: till.id, after: till.sequence }, [
      { kind: outcome, payload: { note } },
    ]);
    const decision = { decidedBy: actor.officerId, decidedAt: tx.now, decisionNote: note };
    await updateTill(tx.db, till.id, { state: outcome, ...decision, sequence });
  });
}

const MISSING = 'Không có két này, hoặc không thuộc đơn vị của bạn.';
