/** What is kept when figures are frozen: each with its question, its time and the records behind it. Pure but for its shapes. */
import { z } from 'zod';
import type { CountedRecord } from '#foundation/figures/schema.ts';
import type { Figure, FigureAsk } from '#capabilities/indicators/schema.ts';
import type { ReportDocument } from '../document.ts';

/** Of a record no more is kept than tells it again: its own page says the rest to whoever may see it. */
const frozenRecord = z.object({ id: z.string(), name: z.string() }).readonly();
export type FrozenRecord = z.infer<typeof frozenRecord>;

export type FrozenFigure = {
  readonly key: string;
  readonly ask: FigureAsk;
  readonly figure: Figure;
  readonly records: readonly FrozenRecord[];
  /** How many records were counted; more than are kept of very large figures. */
  readonly total: number;
};

export type FrozenReport = { readonly document: ReportDocument; readonly figures: readonly FrozenFigure[] };

/** Written with instants as text; `readFrozen` gives them back. */
export function writeFrozen(frozen: FrozenReport): string {
  return JSON.stringify(frozen);
}

const INSTANTS: ReadonlySet<string> = new Set(['takenAt']);

/** The store compares the bytes with their hash, so what comes back is what was written. */
export function readFrozen(text: string): FrozenReport {
  return JSON.parse(text, (key, value: unknown) =>
    INSTANTS.has(key) && typeof value === 'string' ? new Date(value) : value,
  ) as FrozenReport; // Written by writeFrozen alone.
}

/** How a figure differs from what was frozen, and which records came or went. */
export type FigureChange = {
  readonly key: string;
  readonly before: Figure;
  readonly now: Figure;
  readonly added: readonly CountedRecord[];
  readonly removed: readonly FrozenRecord[];
  /** Records came or went that were not kept one by one, because there were too many. */
  readonly isPartial: boolean;
};

/** What changed in one figure; null when nothing did: neither its value nor what it counts. */
export function changeOf(
  frozen: FrozenFigure,
  now: Figure,
  counted: { readonly records: readonly CountedRecord[]; readonly total: number },
): FigureChange | null {
  const before = new Set(frozen.records.map(({ id }) => id));
  const after = new Set(counted.records.map(({ id }) => id));
  const added = counted.records.filter(({ id }) => !before.has(id));
  const removed = frozen.records.filter(({ id }) => !after.has(id));
  const isPartial = frozen.total > frozen.records.length || counted.total > counted.records.length;
  const isSameValue =
    frozen.figure.value === now.value &&
    frozen.figure.numerator === now.numerator &&
    frozen.figure.denominator === now.denominator &&
    frozen.figure.content === now.content;
  const isSameRecords = isPartial ? frozen.total === counted.total : added.length + removed.length === 0;
  if (isSameValue && isSameRecords) return null;
  return isPartial
    ? { key: frozen.key, before: frozen.figure, now, added: [], removed: [], isPartial }
    : { key: frozen.key, before: frozen.figure, now, added, removed, isPartial };
}
