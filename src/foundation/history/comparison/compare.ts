/** Comparing rows with the histories that made them, a few hundred records at a time. Reads only and holds nothing up. */
import type { Context } from '#foundation/context.ts';
import type { Finding } from '#foundation/history/finding.ts';
import type { Database } from '#platform/database/pool.ts';
import { canonicalText } from './canonical-text.ts';
import { readOwners, readRowsOf, readStreamIds, readStreams } from './store.ts';
import type { Declaration, Row } from '../replayed.ts';
import type { HistoryEvent } from '../schema.ts';

/** Where what is found goes, and how far the work is. */
export type Report = {
  readonly found: (finding: Finding, record?: FoundRecord) => void;
  readonly progress: (compared: number) => void;
};

/** The record that a finding is about. */
export type FoundRecord = {
  readonly id: number;
  /** As people call it. */
  readonly label: string;
  /** Is its history whole, so that its rows could be made anew from it? */
  readonly isReplayable: boolean;
};

const BATCH = 500;

/** Compares every record of a kind with its history. Returns how many there are. */
export async function compareRecords(
  ctx: Context,
  declaration: Declaration,
  { found, progress }: Report,
): Promise<number> {
  let compared = 0;
  for (let after = 0; ;) {
    const ids = await nextIds(ctx.db, declaration, after);
    const suspects = await differing(ctx.db, declaration, ids);
    // Somebody may have worked on it between two readings: looked at again as of one instant, by itself.
    for (const { id } of suspects) {
      const findings = await atOneInstant(ctx, async (db) => {
        await declaration.refresh?.(db);
        return differing(db, declaration, [id]);
      });
      for (const { finding, ...record } of findings) found(finding, record);
    }
    compared += ids.length;
    const last = ids.at(-1);
    if (last === undefined) return compared;
    after = last;
    progress(compared);
  }
}

/** Reads as of one instant: what others write meanwhile is not seen. */
async function atOneInstant<Result>(ctx: Context, read: (db: Database) => Promise<Result>): Promise<Result> {
  if (ctx.db.isTransaction) return read(ctx.db);
  return ctx.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** The next records after one: those with a history, and those with rows in any of the tables. */
async function nextIds(db: Database, declaration: Declaration, after: number): Promise<readonly number[]> {
  const page = { after, limit: BATCH };
  const sources = [await readStreamIds(db, declaration.stream, page)];
  for (const [table, { owner }] of Object.entries(declaration.tables)) {
    sources.push(await readOwners(db, { table, owner }, page));
  }
  return [...new Set(sources.flat())].toSorted((a, b) => a - b).slice(0, BATCH);
}

type Suspect = FoundRecord & { readonly finding: Finding };

async function differing(
  db: Database,
  declaration: Declaration,
  ids: readonly number[],
): Promise<readonly Suspect[]> {
  if (ids.length === 0) return [];
  const histories = await readStreams(db, declaration.stream, ids);
  const stored = new Map<string, ReadonlyMap<number, readonly Row[]>>();
  for (const [table, { owner }] of Object.entries(declaration.tables)) {
    stored.set(table, await readRowsOf(db, { table, owner }, ids));
  }
  return ids.flatMap((id) => {
    const rows = (table: string) => stored.get(table)?.get(id) ?? [];
    const { problems, isReplayable } = problemsOf(declaration, {
      id,
      events: histories.get(id) ?? [],
      rows,
    });
    if (problems.length === 0) return [];
    const [first = ''] = Object.keys(declaration.tables);
    const [row] = rows(first);
    const label = (row && declaration.label?.(row)) ?? String(id);
    const where = `${declaration.name} ${label}`;
    const finding = { where, sentence: `${where}: ${problems.join('; ')}.` };
    return [{ id, label, isReplayable, finding }];
  });
}

type Compared = {
  readonly id: number;
  readonly events: readonly HistoryEvent[];
  readonly rows: (table: string) => readonly Row[];
};

type Judged = { readonly problems: readonly string[]; readonly isReplayable: boolean };

function problemsOf(declaration: Declaration, { id, events, rows }: Compared): Judged {
  const broken = (problem: string): Judged => ({ problems: [problem], isReplayable: false });
  if (events.length === 0 && declaration.beginsWithoutHistory !== true)
    return broken('không có lịch sử, được thêm ngoài hệ thống');
  const gap = events.findIndex(({ sequence }, at) => sequence !== at + 1);
  if (gap >= 0) return broken(`lịch sử thiếu việc số ${gap + 1}`);
  const truth = replayed(declaration, id, events);
  if (truth === null) return broken('không dựng lại được từ lịch sử, lịch sử đã bị sửa');
  const problems = Object.entries(declaration.tables).flatMap(([table, { key, unproven }]) => {
    const proven = (row: Row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !(column in unproven)));
    const [wanted, stored] = [(truth[table] ?? []).map(proven), rows(table).map(proven)];
    return rowProblems(table, { key, wanted, stored, byKey: !(key in unproven) });
  });
  return { problems, isReplayable: true };
}

/** A damaged history is what is looked for, so that it cannot be replayed is a finding and no failure. */
function replayed(declaration: Declaration, id: number, events: readonly HistoryEvent[]) {
  try {
    return declaration.replay(id, events);
  } catch {
    return null;
  }
}

type TwoSides = {
  readonly key: string;
  readonly byKey: boolean;
  readonly wanted: readonly Row[];
  readonly stored: readonly Row[];
};

function rowProblems(table: string, { key, byKey, wanted, stored }: TwoSides): readonly string[] {
  const named = (rows: readonly Row[]) =>
    new Map(
      byKey
        ? rows.map((row) => [String(row[key]), row] as const)
        : rows.map((row, at) => [`số ${at + 1}`, row] as const),
    );
  const [there, called] = [named(stored), named(wanted)];
  const missing = [...called.keys()].filter((name) => !there.has(name));
  const extra = [...there.keys()].filter((name) => !called.has(name));
  const changed = [...called].flatMap(([name, row]) => {
    const columns = differingColumns(row, there.get(name) ?? row);
    return columns.length === 0 ? [] : [`${table} ${name} khác ở ${columns.join(', ')}`];
  });
  return [
    ...missing.map((name) => `${table} thiếu ${name}`),
    ...extra.map((name) => `${table} thừa ${name}`),
    ...changed,
  ];
}

/** Every column of the row must be called for by the history, and nothing else may be. */
function differingColumns(wanted: Row, stored: Row): readonly string[] {
  const columns = new Set([...Object.keys(wanted), ...Object.keys(stored)]);
  return [...columns].filter((column) => canonicalText(wanted[column]) !== canonicalText(stored[column]));
}
