import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import type { ReportDeed } from '../making/deeds.ts';
import { actOn, wholeReport } from '../making/frame.ts';
import {
  partOf,
  requireAcceptable,
  requireFreshPart,
  requireReturnable,
  requireState,
  requireWritable,
} from '../making/rules.ts';
import type { AcceptInput, CollectInput, HandOnInput, ReturnInput, WholeReport } from '../making/schema.ts';
import { tellAsked, tellReminder, tellReturned } from '../making/telling.ts';

/** What whoever puts the report together does to it. */
async function actAsAssembler(
  ctx: Context,
  id: number,
  decide: (tx: Context, whole: WholeReport) => Promise<readonly ReportDeed[]>,
): Promise<WholeReport> {
  return actOn(ctx, id, async (tx, whole) => {
    await authorise(tx, 'report.assemble', whole.report.unitId);
    return decide(tx, whole);
  });
}

/** Accepts parts that units have sent, each in the version that was looked at. */
export async function acceptParts(ctx: Context, { id, parts }: AcceptInput): Promise<void> {
  await actAsAssembler(ctx, id, async (_tx, whole) =>
    parts.map((seen) => {
      const [number, version] = seen.split('.').map(Number);
      const part = partOf(whole, number ?? 0);
      requireFreshPart(part, version ?? -1);
      requireAcceptable(whole.report, part);
      return { kind: 'accepted', payload: { part: part.number } };
    }),
  );
}

/** Gives a part back with what is to be changed. */
export async function returnPart(
  ctx: Context,
  { id, part: number, version, reason }: ReturnInput,
): Promise<void> {
  const after = await actAsAssembler(ctx, id, async (_tx, whole) => {
    const part = partOf(whole, number);
    requireFreshPart(part, version);
    requireReturnable(whole.report, part);
    return [{ kind: 'returned', payload: { part: number, reason } }];
  });
  await tellReturned(ctx, after, partOf(after, number));
}

/** Gives a part to another unit, or more time for it. */
export async function handOn(ctx: Context, input: HandOnInput): Promise<void> {
  const { id, part: number, version, unitId, dueOn } = input;
  let hasMoved = false;
  const after = await actAsAssembler(ctx, id, async (tx, whole) => {
    const part = partOf(whole, number);
    requireFreshPart(part, version);
    requireWritable(whole.report, part);
    await requireUnits(tx, [unitId]);
    requireDay(tx, dueOn);
    hasMoved = part.unitId !== unitId;
    const isTaken = whole.parts.some(
      (other) =>
        other.number !== number &&
        other.sectionKey === part.sectionKey &&
        other.isCollected &&
        other.unitId === unitId,
    );
    if (part.isCollected && isTaken)
      refuse('conflict', 'Đơn vị này đã có phần của mình trong mục. Hãy chọn đơn vị khác.');
    return [{ kind: 'handed-on', payload: { part: number, unitId, dueOn } }];
  });
  if (hasMoved) await tellAsked(ctx, after, [partOf(after, number)]);
}

/** Has several units write a part each of one section, put one after the other. Units that do so already are passed over. */
export async function collect(ctx: Context, { id, sectionKey, units, dueOn }: CollectInput): Promise<void> {
  let first = 0;
  const after = await actAsAssembler(ctx, id, async (tx, whole) => {
    requireState(whole.report, 'drafting');
    if (!whole.parts.some((part) => part.sectionKey === sectionKey)) {
      refuse('missing', 'Báo cáo không có mục này.');
    }
    await requireUnits(tx, units);
    requireDay(tx, dueOn);
    first = whole.parts.length;
    const taken = new Set(
      whole.parts
        .filter((part) => part.sectionKey === sectionKey && part.isCollected)
        .map(({ unitId }) => unitId),
    );
    const parts = [...new Set(units)]
      .filter((unitId) => !taken.has(unitId))
      .map((unitId, index) => ({
        number: first + index + 1,
        sectionKey,
        unitId,
        isCollected: true,
        dueOn,
        texts: { body: null, writings: {}, explanations: {} },
      }));
    if (parts.length === 0) refuse('conflict', 'Các đơn vị này đều đã có phần trong mục.');
    return [{ kind: 'collected', payload: { parts } }];
  });
  await tellAsked(ctx, after, after.parts.slice(first));
}

/** Reminds every unit that has not sent its parts; each once a day. */
export async function remind(ctx: Context, id: number): Promise<number> {
  const today = localDateOf(ctx.now);
  let count = 0;
  await actAsAssembler(ctx, id, async (tx, whole) => {
    requireState(whole.report, 'drafting');
    const parts = whole.parts.filter(({ state }) => state === 'asked' || state === 'returned');
    if (parts.length === 0) refuse('conflict', 'Mọi đơn vị đều đã gửi phần của mình.');
    count = new Set(parts.map(({ unitId }) => unitId)).size;
    await tellReminder(tx, whole, { parts, today });
    return [{ kind: 'reminded', payload: { parts: parts.map(({ number }) => number) } }];
  });
  return count;
}

/** By itself every night: parts that are due today or were before are called to mind. */
export async function remindDue(ctx: Context, ids: readonly number[]): Promise<void> {
  const today = localDateOf(ctx.now);
  for (const id of ids) {
    const whole = await wholeReport(ctx, id);
    const parts = whole.parts.filter(
      ({ state, dueOn }) => (state === 'asked' || state === 'returned') && dueOn <= today,
    );
    if (whole.report.state === 'drafting') await tellReminder(ctx, whole, { parts, today });
  }
}

async function requireUnits(ctx: Context, units: readonly number[]): Promise<void> {
  const tree = await organisationNow(ctx);
  if (units.some((unitId) => !tree.units.has(unitId))) {
    const sentence = 'Có đơn vị không còn hoạt động. Hãy chọn đơn vị khác.';
    refuse('invalid', sentence, { unitId: sentence });
  }
}

function requireDay(ctx: Context, dueOn: string): void {
  if (dueOn < localDateOf(ctx.now)) {
    const sentence = 'Hạn phải từ hôm nay trở đi.';
    refuse('invalid', sentence, { dueOn: sentence });
  }
}
