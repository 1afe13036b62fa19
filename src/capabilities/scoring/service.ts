import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { record } from '#foundation/history/service.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import type { MarkInput } from './review/schema.ts';
import { scoreOf, takesMarks } from './rules.ts';
import type { Measures, PointsByCode, Score } from './schema.ts';
import { scoringSetById, scoringSetOn } from './sets/service.ts';
import type { StoredScoringSet } from './sets/schema.ts';
import {
  findDossier,
  lockScore,
  type Mark,
  readMarks,
  readMeasures,
  readScore,
  readSummary,
  readUnscored,
  type ScoredDossier,
  type ScoreSummary,
  type StoredScore,
  updateScore,
  upsertMark,
} from './store.ts';

/** A dossier's score with everything it comes from. */
export type DossierScore = {
  readonly dossier: ScoredDossier;
  readonly set: StoredScoringSet;
  readonly score: Score;
  readonly marks: readonly Mark[];
  /** Its measures were taken when the result was returned and change no more. */
  readonly isFrozen: boolean;
  /** Last event of its history, for the form; 0 before the first. */
  readonly sequence: number;
  readonly mayMark: boolean;
};

/** The score of a dossier that the actor may read: as it was frozen, or reckoned from the records as they are now. */
export async function dossierScore(ctx: Context, number: string): Promise<DossierScore> {
  requireActor(ctx);
  const readable = await unitsWith(ctx, 'dossier.read');
  const dossier = (await findDossier(ctx.db, number, readable)) ?? refuseMissing();
  const stored = await readScore(ctx.db, dossier.id);
  const set = stored ? await scoringSetById(ctx, stored.setId) : await setOf(ctx, dossier);
  const marks = await readMarks(ctx.db, dossier.id);
  const measures = stored?.measures ?? (await readMeasures(ctx.db, dossier.id));
  const units = await unitsWith(ctx, 'dossier.score');
  return {
    dossier,
    set,
    score: scoreOf(set, { measures, marks: pointsOf(marks) }, await unitNames(ctx, 'shortName')),
    marks,
    isFrozen: stored?.measures != null,
    sequence: stored?.sequence ?? 0,
    mayMark: !dossier.isClosed && (units === null || units.includes(dossier.unitId)),
  };
}

/** What a dossier's own page says of its score: one row, nothing reckoned. Null before the result was returned. */
export async function scoreSummary(ctx: Context, dossierId: number): Promise<ScoreSummary | null> {
  return readSummary(ctx.db, dossierId);
}

/** A reviewer gives points for one criterion, with the reason; giving again replaces, and the history keeps both. */
export async function giveMark(ctx: Context, input: MarkInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const readable = await unitsWith(tx, 'dossier.read');
    const dossier = (await findDossier(tx.db, input.number, readable)) ?? refuseMissing();
    const actor = await authorise(tx, 'dossier.score', dossier.unitId);
    if (dossier.isClosed) refuse('conflict', 'Hồ sơ dừng giải quyết không chấm điểm.');
    const { stored, set } = await lockWithSet(tx, dossier);
    if (stored.sequence !== input.sequence) {
      refuse('conflict', 'Người khác vừa chấm điểm hồ sơ này. Hãy tải lại trang để xem rồi chấm tiếp.');
    }
    const criterion = set.criteria.find(({ code }) => code === input.criterion);
    if (!criterion || !takesMarks(criterion)) {
      refuse('invalid', 'Tiêu chí này tính từ dữ liệu nên không chấm tay được.');
    }
    const { criterion: code, points, reason } = input;
    const given = { givenBy: actor.officerId, givenAt: tx.now, giverName: actor.name };
    await upsertMark(tx.db, dossier.id, { criterion: code, points, reason, ...given });
    const deed = { kind: 'marked', payload: { criterion: code, points } };
    await saveScore(tx, { dossier, set, stored }, { measures: stored.measures, deed });
  });
}

/** Takes the measures of a dossier for good, as the system, after its result was returned. Done once only. */
export async function freezeScore(ctx: Context, number: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const dossier = await findDossier(tx.db, number, null);
    if (!dossier || dossier.returnedAt === null || dossier.isLinked) return;
    const { stored, set } = await lockWithSet(tx, dossier);
    if (stored.measures !== null) return;
    const measures = await readMeasures(tx.db, dossier.id);
    const payload = {
      setId: set.id,
      unitId: dossier.unitId,
      measures,
      returnedAt: dossier.returnedAt.toISOString(),
    };
    await saveScore(tx, { dossier, set, stored }, { measures, deed: { kind: 'frozen', payload } });
  });
}

/** As many as one job does; more are done by the next. */
const AT_ONCE = 200;

/** Scores returned dossiers that have none: those from before there was scoring, and any whose job was lost. */
export async function freezeUnscored(ctx: Context): Promise<void> {
  const dossiers = await readUnscored(ctx.db, AT_ONCE);
  for (const { number } of dossiers) await freezeScore(ctx, number);
  if (dossiers.length === AT_ONCE) await queueJob(ctx.db, { task: 'score-unscored', payload: {} });
}

type Locked = {
  readonly dossier: ScoredDossier;
  readonly set: StoredScoringSet;
  readonly stored: StoredScore;
};

async function lockWithSet(tx: TransactionContext, dossier: ScoredDossier): Promise<Omit<Locked, 'dossier'>> {
  const { id: setId } = await setOf(tx, dossier);
  const stored = await lockScore(tx.db, { dossierId: dossier.id, setId, unitId: dossier.unitId });
  return { stored, set: await scoringSetById(tx, stored.setId) };
}

async function saveScore(
  tx: TransactionContext,
  { dossier, set, stored }: Locked,
  { measures, deed }: { readonly measures: Measures | null; readonly deed: Deed },
): Promise<void> {
  const { id: dossierId, returnedAt } = dossier;
  const marks = pointsOf(await readMarks(tx.db, dossierId));
  const known = { measures: measures ?? NOTHING_MEASURED, marks };
  const { lines, total, known: count } = scoreOf(set, known, String);
  const points = Object.fromEntries(
    lines.flatMap((line) => (line.points === null ? [] : [[line.criterion.code, line.points]])),
  ) as PointsByCode; // The points of a score are 0, 1 or 2.
  const first = stored.sequence === 0 ? { setId: set.id, unitId: dossier.unitId } : {};
  const told = { ...deed, payload: { ...first, ...deed.payload, score: points } };
  const sequence = await record(tx, { name: 'dossier-score', id: dossierId, after: stored.sequence }, [told]);
  const frozenAt = measures === null ? null : returnedAt;
  await updateScore(tx.db, dossierId, {
    measures,
    points,
    total,
    known: count,
    returnedAt: frozenAt,
    sequence,
  });
}

/** A dossier that still runs: only what reviewers said counts in its row. */
const NOTHING_MEASURED: Measures = { timeliness: null, units: null, supplements: 0, agencies: null };

function pointsOf(marks: readonly Mark[]): PointsByCode {
  const points = marks.map(({ criterion, points: given }) => [criterion, given]);
  return Object.fromEntries(points) as PointsByCode; // The column takes 0, 1 and 2.
}

async function setOf(ctx: Context, { receivedAt }: ScoredDossier): Promise<StoredScoringSet> {
  return scoringSetOn(ctx, localDateOf(receivedAt));
}

function refuseMissing(): never {
  return refuse('missing', 'Không có hồ sơ này trong phạm vi của bạn. Hãy kiểm tra lại số hồ sơ.');
}
