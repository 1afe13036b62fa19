import { localDateOf } from '#kernel/local-date.ts';
import { type FieldMessages, refuse } from '#kernel/refusal.ts';
import { computeDue, type Due } from '#kernel/working-time/due.ts';
import { chargeAtReception, exemptionsInForce } from '#capabilities/fees/service.ts';
import { offeringsOf } from '#capabilities/procedures/service.ts';
import type { OfferedProcedure, ProcedureVersion } from '#capabilities/procedures/schema.ts';
import { processFor } from '#capabilities/processes/service.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { type Actor, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { ancestorsOf } from '#foundation/organisation/rules.ts';
import { organisationNow, unitNow } from '#foundation/organisation/service.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { together } from '#platform/database/together.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { replay } from '../fold.ts';
import { checkFiles } from '../files/service.ts';
import type { DossierState, PassOnInput } from '../schema.ts';
import { tellReceived } from '../notices/service.ts';
import { queueActs } from '../run/acts.ts';
import { choicesOf } from '../run/rules.ts';
import { passOn } from '../service.ts';
import { activeStep } from '../state.ts';
import type { LoadedDossier } from '../store.ts';
import { askedFields, readAnswers } from '../answers/rules.ts';
import { writeAnswers } from '../answers/store.ts';
import { keepApplicant } from './applicants/service.ts';
import { channelProblems } from './channels/rules.ts';
import { readFees } from './fees/rules.ts';
import { dossierNumber } from './numbering.ts';
import { checklistOf, paperProblems } from './papers/rules.ts';
import { keepPapers } from './papers/service.ts';
import { sealNumber } from '../identity-number.ts';
import { type CheckedReception, newDossier, receptionDeed, receptionOf } from './reception.ts';
import type { FeeLine, PaperInput, ReceiveInput } from './schema.ts';
import { type Book, insertDossier, newDossierId, takeNumbers } from './store.ts';

/**
 * Receives a dossier at the actor's counter: checks papers, fees and scans, promises the due instant, takes the number,
 * writes everything and passes on at once when asked. One transaction; the due instant never comes from the form.
 */
export async function receive(
  ctx: Context,
  input: ReceiveInput,
  scans: readonly UploadedFile[] = [],
): Promise<DossierState> {
  const actor = await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  const offer = await offeredHere(ctx, input.slug);
  const papers = checklistOf(offer.version.content, input.papers);
  const exemptions = await exemptionsInForce(ctx);
  const { lines: fees, charges, problems } = readFees(offer.version.content, input.fees, exemptions);
  stopOn({
    ...channelProblems(offer, input),
    ...paperProblems(offer.version.content, papers),
    ...problems,
  });
  const files = checkFiles(scans);
  return inTransaction(ctx, async (tx) => {
    const checked = await checkRest(tx, actor, { offer, input, papers, fees });
    const loaded = await enter(tx, actor, checked);
    const { applicantId } = checked;
    const kept = await keepPapers(tx, loaded, { applicantId, files, papers });
    const state = input.passOnNow && !asksForChoice(kept) ? await passOn(tx, unnoted(kept)) : kept;
    // Last: the book of receipts stays locked until the end.
    const payer = input.feesCollected ? input.applicant.fullName : null;
    await chargeAtReception(tx, { dossierId: loaded.id, unitId: actor.post.unitId, lines: charges, payer });
    return state;
  });
}

/** The procedure as the actor's counter receives it today, or a refusal: a unit that has ended receives nothing, and hands no slip out. */
export async function offeredHere(ctx: Context, slug: string): Promise<OfferedProcedure> {
  const unit = await unitNow(ctx, requireActor(ctx).post.unitId);
  const offers = await offeringsOf(ctx, unit.id, localDateOf(ctx.now));
  return (
    offers.find((offer) => offer.version.slug === slug) ??
    refuse(
      'conflict',
      'Quầy này không tiếp nhận thủ tục đã chọn. Hãy chọn thủ tục khác hoặc hướng dẫn người nộp đến đúng nơi.',
    )
  );
}

/** What the counter promises if it received at an instant, else now: the due instant with its explanation. */
export async function promise(
  ctx: Context,
  version: ProcedureVersion,
  { unitId, at = ctx.now }: { readonly unitId: number; readonly at?: Date },
): Promise<Due> {
  return computeDue(await calendarFor(ctx, unitId), at, version.content.timeLimit);
}

/** The next number of a slip of an agency for today, written as dossier numbers are. */
export async function nextSlipNumber(
  tx: TransactionContext,
  unitId: number,
  book: 'guide-slip' | 'refusal-slip',
): Promise<string> {
  const agency = await agencyOf(tx, unitId);
  const day = localDateOf(tx.now);
  const [sequence] = await takeNumbers(tx.db, [{ unitId: agency.id, book, day }]);
  return dossierNumber({ agencyId: agency.agencyId, day, sequence: taken(sequence) });
}

/** The next number of a letter of an agency for today; one book for all letters about running dossiers. */
export async function takeLetterNumber(tx: TransactionContext, unitId: number): Promise<string> {
  const agency = await agencyOf(tx, unitId);
  const day = localDateOf(tx.now);
  const [sequence] = await takeNumbers(tx.db, [{ unitId: agency.id, book: 'dossier-letter', day }]);
  return `${dossierNumber({ agencyId: agency.agencyId, day, sequence: taken(sequence) })}-CV`;
}

type Checking = {
  readonly offer: OfferedProcedure;
  readonly input: ReceiveInput;
  readonly papers: readonly PaperInput[];
  readonly fees: readonly FeeLine[];
};

async function checkRest(
  tx: TransactionContext,
  actor: Actor,
  { offer, input, papers, fees }: Checking,
): Promise<CheckedReception> {
  const { version } = offer;
  const { localityUnitId } = input;
  const process = await processFor(tx, version, localDateOf(tx.now));
  const { definition } = process;
  const { answers, problems } = readAnswers(askedFields(definition, version.content), input.answers);
  stopOn(problems);
  const reception = await receptionOf(tx, actor.post.unitId, { definition, localityUnitId });
  const numbers = {
    applicant: sealNumber(tx.secrets, input.applicant.idNumber),
    delegate: sealNumber(tx.secrets, input.delegate?.idNumber ?? ''),
  };
  const applicantId = await keepApplicant(tx, { ...input, number: numbers.applicant }, version.procedureId);
  const at = input.earlier?.receivedAt ?? tx.now;
  const due = await promise(tx, version, { unitId: reception.unit.id, at });
  return { input, version, process, reception, due, applicantId, numbers, papers, fees, answers };
}

async function enter(
  tx: TransactionContext,
  actor: Actor,
  checked: CheckedReception,
): Promise<LoadedDossier> {
  const { earlier } = checked.input;
  const enteredAt = earlier ? tx.now : null;
  const { id, number, bookLine } = await identify(tx, checked.reception.unit.id);
  const { deed, acts } = await receptionDeed(tx, checked, { number, actor });
  const { definition } = checked.process;
  const event = { ...deed, sequence: 1, at: tx.now, officerId: actor.officerId };
  const state = replay([event], () => definition);
  await together(
    insertDossier(tx.db, state, { ...newDossier(checked), id, bookLine, enteredAt }),
    record(tx, { name: 'dossier', id, after: 0 }, [deed]),
    queueActs(tx, number, acts),
  );
  if (Object.keys(checked.answers).length > 0) await writeAnswers(tx.db, id, checked.answers);
  // Whoever handed in on paper was given a slip of paper then.
  if (!earlier) await tellReceived(tx, { id, number });
  return { id, state };
}

/** The number of a new dossier, its line in the tracking book of unit and year (Form 06, Circular 01/2018/TT-VPCP). */
async function identify(tx: TransactionContext, unitId: number) {
  const agency = await agencyOf(tx, unitId);
  const day = localDateOf(tx.now);
  const books: readonly Book[] = [
    { unitId: agency.id, book: 'dossier', day },
    { unitId, book: 'tracking-book', day: `${day.slice(0, 4)}-01-01` },
  ];
  const [id, [sequence, bookLine]] = await together(newDossierId(tx.db), takeNumbers(tx.db, books));
  const number = dossierNumber({ agencyId: agency.agencyId, day, sequence: taken(sequence) });
  return { id, number, bookLine: taken(bookLine) };
}

function taken(number: number | undefined): number {
  if (number === undefined) throw new Error('A book gave no number');
  return number;
}

/** The number of a dossier opened out of another: it has no line of its own in the tracking book. */
export async function identifyLinked(tx: TransactionContext, unitId: number) {
  const agency = await agencyOf(tx, unitId);
  const day = localDateOf(tx.now);
  const books: readonly Book[] = [{ unitId: agency.id, book: 'dossier', day }];
  const [id, [sequence]] = await together(newDossierId(tx.db), takeNumbers(tx.db, books));
  return { id, number: dossierNumber({ agencyId: agency.agencyId, day, sequence: taken(sequence) }) };
}

/** Where the counter has to decide which way it goes, the dossier stays until it has. */
function asksForChoice(state: DossierState): boolean {
  const step = activeStep(state);
  return step !== null && state.run !== null && choicesOf({ ...state, run: state.run }, step) !== null;
}

function unnoted({ number, sequence }: DossierState): PassOnInput {
  return { number, sequence, note: '', officerId: null };
}

/** All that is wrong at once, so that nobody is sent back for one thing after another. */
function stopOn(problems: FieldMessages): void {
  const [first] = Object.values(problems);
  if (first) refuse('invalid', first, problems);
}

/** The unit whose agency identifier stands in numbers: the unit itself or the nearest above that has one. */
export async function agencyOf(ctx: Context, unitId: number): Promise<Unit & { readonly agencyId: string }> {
  const chain = ancestorsOf(await organisationNow(ctx), unitId);
  for (const unit of chain) if (unit.agencyId !== null) return { ...unit, agencyId: unit.agencyId };
  return refuse(
    'conflict',
    'Đơn vị chưa có mã định danh cơ quan nên chưa lấy được số hồ sơ. Hãy báo quản trị hệ thống.',
  );
}
