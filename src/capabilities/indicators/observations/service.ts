import { type Period, periodCode } from '#kernel/period/period.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { namedHistoryOf, record } from '#foundation/history/service.ts';
import { indicatorRow } from '../catalogue/service.ts';
import { filterOf, type Observation, type ObservationInput, type RelationWarning } from '../schema.ts';
import type { StoredIndicator } from '../store.ts';
import { relationWarnings } from './warnings.ts';
import {
  type Entry,
  insertObservation,
  lockObservation,
  readObservation,
  readObservationsOfUnit,
  type StoredObservation,
  updateObservation,
} from './store.ts';

export type EnteredObservations = {
  /** Numbers of the observations, in the order of the entries. */
  readonly ids: readonly number[];
  /** How many were new, and how many replace another figure; the rest was the same already. */
  readonly added: number;
  readonly corrected: number;
  /** Relations that do not hold now. A source may really say so. */
  readonly warnings: readonly RelationWarning[];
};

/** Enters figures or corrects them; what does not change anything is passed over. */
export async function enterObservations(
  ctx: Context,
  entries: readonly ObservationInput[],
): Promise<EnteredObservations> {
  for (const unitId of new Set(entries.map((entry) => entry.unitId))) {
    await authorise(ctx, 'indicator.enter', unitId);
  }
  return inTransaction(ctx, async (tx) => {
    const kept = await keepObservations(tx, entries);
    return { ...kept, warnings: await warningsAbout(tx, entries) };
  });
}

/** The same without asking who may, and without warnings: for what an installation comes with. */
export async function keepObservations(
  tx: TransactionContext,
  entries: readonly ObservationInput[],
): Promise<Omit<EnteredObservations, 'warnings'>> {
  const rows = new Map<string, StoredIndicator>();
  const outcomes: Kept[] = [];
  for (const entry of entries) {
    const indicator = rows.get(entry.code) ?? (await indicatorRow(tx, entry.code));
    rows.set(entry.code, indicator);
    outcomes.push(await keep(tx, indicator, entry));
  }
  return {
    ids: outcomes.map(({ id }) => id),
    added: outcomes.filter(({ how }) => how === 'entered').length,
    corrected: outcomes.filter(({ how }) => how === 'corrected').length,
  };
}

type Kept = { readonly id: number; readonly how: 'entered' | 'corrected' | 'same' };

async function keep(
  tx: TransactionContext,
  indicator: StoredIndicator,
  { code, unitId, period, part, sequence, ...said }: ObservationInput,
): Promise<Kept> {
  refuseUnfit(indicator, { period, part });
  const key = { indicatorId: indicator.id, unitId, period, part };
  const before = await lockObservation(tx.db, key);
  const entry = { ...said, enteredBy: tx.actor?.officerId ?? null, enteredAt: tx.now };
  if (before === null) {
    const id = (await insertObservation(tx.db, key, entry)) ?? refuseStale();
    const payload = { code, indicatorId: indicator.id, unitId, period: periodCode(period), part, ...said };
    await record(tx, { name: 'observation', id, after: 0 }, [{ kind: 'entered', payload }]);
    return { id, how: 'entered' };
  }
  if (isSame(before, said)) return { id: before.id, how: 'same' };
  if (before.sequence !== sequence && !(before.withdrawn && sequence === 0)) refuseStale();
  await change(tx, before, { kind: 'corrected', entry, payload: { ...said } });
  return { id: before.id, how: 'corrected' };
}

/** Takes back what was entered by mistake; the history keeps it with the reason. */
export async function withdrawObservation(
  ctx: Context,
  input: { readonly id: number; readonly sequence: number; readonly reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const seen = (await readObservation(tx.db, input.id)) ?? refuseMissing();
    await authorise(tx, 'indicator.enter', seen.unitId);
    const { id: indicatorId } = await indicatorRow(tx, seen.code);
    const before = (await lockObservation(tx.db, { ...seen, indicatorId })) ?? refuseMissing();
    if (before.withdrawn || before.sequence !== input.sequence) refuseStale();
    const { reason } = input;
    await change(tx, before, { kind: 'withdrawn', entry: { withdrawn: true }, payload: { reason } });
  });
}

type Change = {
  readonly kind: 'corrected' | 'withdrawn';
  readonly entry: Entry | { readonly withdrawn: true };
  readonly payload: Readonly<Record<string, unknown>>;
};

async function change(
  tx: TransactionContext,
  before: StoredObservation,
  { kind, entry, payload }: Change,
): Promise<void> {
  const stream = { name: 'observation', id: before.id, after: before.sequence } as const;
  const sequence = await record(tx, stream, [{ kind, payload }]);
  await updateObservation(tx.db, before.id, { ...entry, sequence });
}

/** One observation, withdrawn ones too, or a refusal. */
export async function observationById(ctx: Context, id: number): Promise<StoredObservation> {
  await authorise(ctx, 'indicator.read');
  return (await readObservation(ctx.db, id)) ?? refuseMissing();
}

/** Who entered it, and every change, oldest first. */
export async function observationHistory(ctx: Context, id: number): Promise<readonly NamedEvent[]> {
  await authorise(ctx, 'indicator.read');
  return namedHistoryOf(ctx, 'observation', id);
}

/** Every figure that stands of a unit and meets a period. */
export async function observationsOfUnit(
  ctx: Context,
  unitId: number,
  period: Period,
): Promise<readonly Observation[]> {
  await authorise(ctx, 'indicator.read');
  return readObservationsOfUnit(ctx.db, unitId, period);
}

async function warningsAbout(
  ctx: Context,
  entries: readonly ObservationInput[],
): Promise<readonly RelationWarning[]> {
  const places = new Map(
    entries.map(({ unitId, period }) => [`${unitId} ${periodCode(period)}`, { unitId, period }]),
  );
  const warnings: RelationWarning[] = [];
  for (const [name, place] of places) {
    const codes = entries
      .filter(({ unitId, period }) => `${unitId} ${periodCode(period)}` === name)
      .map(({ code }) => code);
    warnings.push(...(await relationWarnings(ctx, { ...place, codes })));
  }
  return warnings;
}

function refuseUnfit(
  indicator: StoredIndicator,
  { period, part }: { readonly period: Period; readonly part: string },
): void {
  const { name, breakdowns, computed, retiredOn } = indicator;
  if (retiredOn !== null) {
    refuse(
      'invalid',
      `Chỉ tiêu “${name}” không còn dùng. Hãy chọn chỉ tiêu khác, hoặc dùng lại chỉ tiêu này trước.`,
    );
  }
  if (!indicator.periods.includes(period.kind)) {
    const sentence = `Chỉ tiêu “${name}” không dùng loại kỳ này. Hãy chọn kỳ khác.`;
    refuse('invalid', sentence, { period: sentence });
  }
  // Parts of a computed one are those of its capability, which may have been others when the source counted.
  if (part === '' || computed) return;
  for (const [key, value] of Object.entries(filterOf(part))) {
    const breakdown = breakdowns.find((one) => one.key === key);
    if (breakdown?.values.some((one) => one.value === value)) continue;
    const sentence = `Chỉ tiêu “${name}” không chia theo phần này. Hãy chọn phần khác hoặc thêm phần vào chỉ tiêu.`;
    refuse('invalid', sentence, { part: sentence });
  }
}

const SAID = [
  'value',
  'numerator',
  'denominator',
  'content',
  'documentId',
  'sourceTitle',
  'place',
  'certainty',
  'note',
] as const;

function isSame(before: StoredObservation, said: Pick<ObservationInput, (typeof SAID)[number]>): boolean {
  return !before.withdrawn && SAID.every((name) => before[name] === said[name]);
}

function refuseMissing(): never {
  return refuse('missing', 'Không có số liệu này. Hãy mở lại từ trang của chỉ tiêu.');
}

function refuseStale(): never {
  return refuse(
    'conflict',
    'Người khác vừa nhập hoặc sửa số liệu này. Hãy tải lại trang để xem số mới rồi sửa tiếp.',
  );
}
