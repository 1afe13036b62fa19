import { instantAt, localDateOf } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { asSystem, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import type { EndedRecord } from '#capabilities/dossiers/disposal/schema.ts';
import { endedRecords } from '#capabilities/dossiers/disposal/service.ts';
import { cutoffsOn, decideDisposal, requireWithdrawable } from './rules.ts';
import { rulesOf } from './terms/service.ts';
import {
  type DecideInput,
  type Disposal,
  type DisposalItem,
  MOST_ITEMS,
  PAGE_SIZE,
  type ProposeInput,
  type RetentionQuery,
  type RetentionRule,
  type WithdrawInput,
} from './schema.ts';
import {
  insertDisposal,
  insertItems,
  nextNumber,
  readDisposal,
  readDisposals,
  readItems,
  readTaken,
  releaseItems,
  updateDisposal,
} from './store.ts';

/** When in the night of its day a disposal is carried out: after the nightly backup, in minutes of the day. */
const AT_NIGHT = 3 * 60;

export type RetentionView = {
  readonly unitId: number;
  /** Units whose lists the actor may see. */
  readonly units: readonly Unit[];
  readonly rows: readonly EndedRecord[];
  readonly total: number;
  readonly rules: ReadonlyMap<number, RetentionRule>;
};

/** Records of a unit whose time is over and that nobody has proposed or held back. */
export async function retentionView(ctx: Context, query: RetentionQuery): Promise<RetentionView> {
  const units = await readableUnits(ctx);
  const own = requireActor(ctx).post.unitId;
  const unitId = query.unit ?? (units.some(({ id }) => id === own) ? own : (units[0]?.id ?? own));
  await authorise(ctx, 'retention.read', unitId);
  const rules = await rulesOf(ctx);
  const rows = await endedRecords(ctx, query.kind, {
    unitId,
    cutoffs: cutoffsOn(
      rules.filter(({ kind }) => kind === query.kind),
      localDateOf(ctx.now),
    ),
    ids: null,
    except: await readTaken(ctx.db, query.kind),
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
  });
  const total = rows[0]?.total ?? 0;
  return { unitId, units, rows, total, rules: new Map(rules.map((rule) => [rule.id, rule])) };
}

/**
 * Proposes to dispose of records whose time is over: those named, or all of the list. Only by rules that somebody has
 * compared with the law, and each record once: of two proposals at once the second is refused.
 */
export async function proposeDisposal(ctx: Context, input: ProposeInput): Promise<number> {
  const actor = await authorise(ctx, 'retention.propose', input.unitId);
  return inTransaction(ctx, async (tx) => {
    const records = await recordsToDispose(tx, input);
    // One numbering for the installation, also of disposals that the actor may not see.
    const number = await asSystem(tx, async ({ db }) => nextNumber(db, localDateOf(tx.now).slice(0, 4)));
    const { unitId, reason, kind } = input;
    const id = await insertDisposal(tx.db, {
      number,
      unitId,
      reason,
      proposedBy: actor.officerId,
      proposedAt: tx.now,
    });
    await insertOnce(tx, id, { kind, records });
    const payload = { number, unitId, kind, records: records.map(({ label }) => label) };
    await record(tx, { name: 'disposal', id, after: 0 }, [{ kind: 'proposed', payload }]);
    return id;
  });
}

async function recordsToDispose(
  tx: TransactionContext,
  input: ProposeInput,
): Promise<readonly EndedRecord[]> {
  const { kind, unitId, all, ids } = input;
  if (!all && ids.length === 0)
    refuse('invalid', 'Hãy chọn ít nhất một hồ sơ.', { ids: 'Hãy chọn ít nhất một hồ sơ.' });
  const rules = await rulesOf(tx);
  const records = await endedRecords(tx, kind, {
    unitId,
    cutoffs: cutoffsOn(
      rules.filter((rule) => rule.kind === kind),
      localDateOf(tx.now),
    ),
    ids: all ? null : ids,
    except: await readTaken(tx.db, kind),
    limit: MOST_ITEMS,
    offset: 0,
  });
  const sure = new Set(rules.filter(({ certainty }) => certainty === 'sure').map(({ id }) => id));
  const sound = records.filter(({ ruleId }) => sure.has(ruleId));
  if (!all && sound.length < new Set(ids).size) {
    refuse(
      'conflict',
      'Có hồ sơ chưa hết thời hạn, đang tạm giữ, đã được đề nghị, hoặc quy tắc thời hạn chưa đối chiếu văn bản. Hãy tải lại danh sách rồi chọn lại.',
    );
  }
  if (sound.length === 0) refuse('conflict', 'Không có hồ sơ nào đủ điều kiện đề nghị tiêu hủy.');
  return sound;
}

async function insertOnce(
  tx: TransactionContext,
  disposalId: number,
  items: Parameters<typeof insertItems>[2],
): Promise<void> {
  try {
    await insertItems(tx.db, disposalId, items);
  } catch (error) {
    if (!isDuplicate(error, 'disposal_items_once')) throw error;
    refuse('conflict', 'Người khác vừa đề nghị tiêu hủy một phần các hồ sơ này. Hãy tải lại danh sách.');
  }
}

/** Another person approves or declines a proposal; approved, it is carried out in the night of its day. */
export async function decide(ctx: Context, input: DecideInput): Promise<void> {
  requireActor(ctx);
  await inTransaction(ctx, async (tx) => {
    const disposal = await fresh(tx, input);
    const actor = await authorise(tx, 'retention.decide', disposal.unitId);
    const today = localDateOf(tx.now);
    const decision = decideDisposal(disposal, input, { officerId: actor.officerId, today });
    const sequence = await record(tx, { name: 'disposal', id: disposal.id, after: disposal.sequence }, [
      { kind: decision.state, payload: { number: disposal.number, ...decision } },
    ]);
    await updateDisposal(tx.db, disposal.id, {
      ...decision,
      sequence,
      decidedBy: actor.officerId,
      decidedAt: tx.now,
    });
    if (decision.state === 'declined') await releaseItems(tx.db, disposal.id);
    else await queueDisposal(tx, disposal.id, instantAt(decision.executeOn ?? today, AT_NIGHT));
  });
}

/** Takes a proposal or an approved disposal back, before the day on which it is carried out. */
export async function withdraw(ctx: Context, input: WithdrawInput): Promise<void> {
  requireActor(ctx);
  await inTransaction(ctx, async (tx) => {
    const disposal = await fresh(tx, input);
    await authorise(tx, 'retention.withdraw', disposal.unitId);
    requireWithdrawable(disposal, localDateOf(tx.now));
    const payload = { number: disposal.number, reason: input.reason };
    const sequence = await record(tx, { name: 'disposal', id: disposal.id, after: disposal.sequence }, [
      { kind: 'withdrawn', payload },
    ]);
    await updateDisposal(tx.db, disposal.id, { state: 'withdrawn', sequence });
    await releaseItems(tx.db, disposal.id);
  });
}

/** Queues the carrying out of a disposal; one waiting job for each. */
export async function queueDisposal(tx: Context, id: number, runAt: Date): Promise<void> {
  await queueJob(tx.db, { task: 'dispose', payload: { id }, key: `dispose-${id}`, runAt });
}

export type DisposalView = {
  readonly disposal: Disposal;
  readonly items: readonly DisposalItem[];
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
};

/** One disposal with its records, for whoever reads retention at its unit. */
export async function disposalView(ctx: Context, id: number): Promise<DisposalView> {
  const disposal = await readable(ctx, id);
  const actor = requireActor(ctx);
  const isOpen = disposal.state === 'proposed' || disposal.state === 'approved';
  return {
    disposal,
    items: await readItems(ctx.db, id),
    mayDecide:
      disposal.state === 'proposed' &&
      actor.officerId !== disposal.proposedBy &&
      (await isOf(ctx, 'retention.decide', disposal.unitId)),
    mayWithdraw: isOpen && (await isOf(ctx, 'retention.withdraw', disposal.unitId)),
  };
}

/** Disposals of the units whose retention the actor reads, newest first. */
export async function disposalList(ctx: Context): Promise<readonly Disposal[]> {
  const units = await unitsWith(ctx, 'retention.read');
  if (units?.length === 0) await authorise(ctx, 'retention.read', 0);
  return readDisposals(ctx.db, units);
}

async function readable(ctx: Context, id: number): Promise<Disposal> {
  requireActor(ctx);
  const disposal = await readDisposal(ctx.db, id);
  if (disposal === null || !(await isOf(ctx, 'retention.read', disposal.unitId))) {
    refuse('missing', 'Không có đợt tiêu hủy này, hoặc không thuộc đơn vị của bạn.');
  }
  return disposal;
}

/** Locks a disposal and stops whoever acts on an older version of it. */
async function fresh(
  tx: TransactionContext,
  { id, sequence }: { readonly id: number; readonly sequence: number },
): Promise<Disposal> {
  await readable(tx, id);
  const disposal = await readDisposal(tx.db, id, 'lock');
  if (disposal?.sequence !== sequence) {
    refuse('conflict', 'Người khác vừa xử lý đợt này. Hãy tải lại trang để xem thay đổi rồi làm tiếp.');
  }
  return disposal;
}

async function isOf(
  ctx: Context,
  permission: 'retention.read' | 'retention.decide' | 'retention.withdraw',
  unitId: number,
): Promise<boolean> {
  const units = await unitsWith(ctx, permission);
  return units === null || units.includes(unitId);
}

async function readableUnits(ctx: Context): Promise<readonly Unit[]> {
  const units = await unitsWith(ctx, 'retention.read');
  const tree = await organisationNow(ctx);
  return [...tree.units.values()]
    .filter(({ id }) => units === null || units.includes(id))
    .toSorted((a, b) => compareText(a.shortName, b.shortName));
}
