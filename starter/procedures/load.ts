import { raiseRevision } from '#platform/database/revision.ts';
import { insertOfferings } from '#capabilities/procedures/offerings/store.ts';
import {
  insertDraft,
  insertLifeEvents,
  insertProcedure,
  readProcedures,
  replaceSynonyms,
  updateEnd,
  updatePublished,
  updateSequence,
} from '#capabilities/procedures/store.ts';
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import { type Context, inTransaction, readRevisions, type TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { record } from '#foundation/history/service.ts';
import type { OrganisationTree } from '#foundation/organisation/schema.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import { addDays, type LocalDate } from '#kernel/local-date.ts';
import catalogue from './catalogue.json' with { type: 'json' };
import {
  channelsOf,
  contentOn,
  levelsOn,
  movedToCommune,
  readEntries,
  type StarterEntry,
} from './content-of.ts';
import { lifeEvents } from './life-events.ts';
import { synonymGroups } from './synonyms.ts';

/** The world of the report, and the day on which districts ended (Resolution 203/2025/QH15). */
const REPORT_DAY: LocalDate = '2020-04-28';
const DISTRICTS_END: LocalDate = '2025-07-01';
const STARTER_DECISION = 'Danh mục khởi đầu, chưa ghi số quyết định công bố';
const DISTRICT_COUNTER = 'bo-phan-mot-cua-huyen';

/**
 * Fills an empty catalogue: the procedures of 2020 published and offered, those of later law from their date, and drafts
 * for what moves to the communes in 2025. Does nothing when there is any procedure. Needs the organisation first.
 */
export async function loadStarterProcedures(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if ((await readProcedures(tx.db)).length > 0) return;
    const fresh = { ...tx, revisions: await readRevisions(tx.db) };
    const tree = await organisationOn(fresh, REPORT_DAY);
    for (const entry of readEntries(catalogue)) await loadEntry(tx, entry, tree);
    await insertLifeEvents(tx.db, lifeEvents);
    await replaceSynonyms(tx.db, synonymGroups);
    await raiseRevision(tx.db, 'procedure_revisions');
  });
}

async function loadEntry(tx: TransactionContext, entry: StarterEntry, tree: OrganisationTree): Promise<void> {
  const id = await insertProcedure(tx.db, { slug: entry.slug, code: entry.code });
  const created: Deed = { kind: 'created', payload: { slug: entry.slug, code: entry.code } };
  const deeds = [
    created,
    ...(await loadVersions(tx, entry, id)),
    ...(await loadOfferings(tx, { entry, id, tree })),
  ];
  await updateSequence(tx.db, id, await record(tx, { name: 'procedure', id, after: 0 }, deeds));
}

/** Version 1 as in 2020 (or as of its first day), version 2 prepared where the level changes in 2025. */
async function loadVersions(
  tx: TransactionContext,
  entry: StarterEntry,
  procedureId: number,
): Promise<readonly Deed[]> {
  const from = entry.levels[0].from;
  const first = contentOn(entry, laterOf(from, REPORT_DAY), levelOf(entry));
  if (from >= DISTRICTS_END) {
    return [(await draft(tx, { procedureId, number: 1, content: first, validFrom: from })).deed];
  }
  const { versionId, deed } = await draft(tx, { procedureId, number: 1, content: first, validFrom: null });
  const published = await publish(tx, { id: versionId, entry, from });
  if (first.level !== 'district' || !levelsOn(entry, DISTRICTS_END).includes('commune')) {
    return [deed, ...published];
  }
  const content = movedToCommune(contentOn(entry, DISTRICTS_END, 'commune'));
  const second = await draft(tx, { procedureId, number: 2, content, validFrom: DISTRICTS_END });
  return [deed, ...published, second.deed];
}

type NewDraft = {
  readonly procedureId: number;
  readonly number: number;
  readonly content: ProcedureContent;
  readonly validFrom: LocalDate | null;
};

async function draft(tx: TransactionContext, version: NewDraft) {
  const versionId = await insertDraft(tx.db, version);
  const { number, content, validFrom } = version;
  const deed: Deed = { kind: 'drafted', payload: { versionId, number, content, validFrom } };
  return { versionId, deed };
}

/** Open-ended where the law ended the procedure together with the district: an authority closes it by its own decision. */
async function publish(
  tx: TransactionContext,
  version: { readonly id: number; readonly entry: StarterEntry; readonly from: LocalDate },
): Promise<readonly Deed[]> {
  const { id, entry, from } = version;
  const facts = { validFrom: from, validTo: null, decision: STARTER_DECISION, decisionDate: null };
  await updatePublished(tx.db, { id, ...facts, publishedAt: tx.now });
  const published: Deed = { kind: 'published', payload: { number: 1, ...facts } };
  const end = entry.levels.at(-1)?.to ?? null;
  if (end === null || end >= '2025-06-30') return [published];
  const validTo = addDays(end, 1);
  await updateEnd(tx.db, { id, validTo, endDecision: STARTER_DECISION });
  return [published, { kind: 'ended', payload: { number: 1, validTo, decision: STARTER_DECISION } }];
}

/**
 * District procedures at the district's counter, and at the communes' where they receive for it. A procedure that both
 * levels may decide has one list of steps here, which begins at the commune; so the communes offer it.
 */
async function loadOfferings(
  tx: TransactionContext,
  loading: { readonly entry: StarterEntry; readonly id: number; readonly tree: OrganisationTree },
): Promise<readonly Deed[]> {
  const { entry, id, tree } = loading;
  const from = entry.levels[0].from;
  if (from >= DISTRICTS_END) return [];
  const level = levelOf(entry);
  const channels = channelsOf(contentOn(entry, REPORT_DAY, level));
  const isAtCommunes = level === 'commune' || entry.communesReceive !== undefined;
  const units = [...tree.units.values()].filter(
    (unit) =>
      (level === 'district' && unit.code === DISTRICT_COUNTER) ||
      (isAtCommunes && unit.level === 'commune' && unit.kind === 'people-committee'),
  );
  const period = { validFrom: from, validTo: null };
  const rows = units.map((unit) => ({ procedureId: id, unitId: unit.id, channels, ...period }));
  await insertOfferings(tx.db, rows);
  if (rows.length === 0) return [];
  return [{ kind: 'offered', payload: { unitIds: units.map((unit) => unit.id), channels, ...period } }];
}

function levelOf(entry: StarterEntry): 'commune' | 'district' {
  const levels = levelsOn(entry, laterOf(entry.levels[0].from, REPORT_DAY));
  return levels.includes('commune') ? 'commune' : 'district';
}

function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
