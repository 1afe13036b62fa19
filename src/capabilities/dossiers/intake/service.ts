import { randomInt } from 'node:crypto';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import { computeDue, type Due } from '#kernel/working-time/due.ts';
import { offeringsOf, procedureVersionOn } from '#capabilities/procedures/service.ts';
import type { ProcedureVersion } from '#capabilities/procedures/schema.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { type Actor, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { ancestorsOf } from '#foundation/organisation/rules.ts';
import { organisationNow, unitNow } from '#foundation/organisation/service.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import type { DossierDeed } from '../deeds.ts';
import { replay } from '../fold.ts';
import type { DossierState } from '../schema.ts';
import { passOn } from '../service.ts';
import { dossierNumber } from './numbering.ts';
import { checkFees, checkPapers, needsLocality, planSteps, type Reception } from './rules.ts';
import type { FoundApplicant, ReceiveInput } from './schema.ts';
import {
  findApplicant,
  findApplicantByIdNumber,
  findRunning,
  insertDossier,
  type NewDossier,
  saveApplicant,
  searchApplicants,
  takeNumber,
} from './store.ts';

/** Letters and digits that cannot be taken for one another when read from paper. */
const CODE_ALPHABET = 'ACDEFGHJKLMNPQRTUVWXY346789';
const CODE_LENGTH = 8;

/**
 * Receives a dossier at the actor's counter: checks papers and fees, promises the due instant, takes the number,
 * writes everything and passes on at once when asked. One transaction; the due instant never comes from the form.
 */
export async function receive(ctx: Context, input: ReceiveInput): Promise<DossierState> {
  const actor = requireActor(ctx);
  await authorise(ctx, 'dossier.receive', actor.post.unitId);
  return inTransaction(ctx, async (tx) => {
    const version = await offeredVersion(tx, actor, input);
    checkPapers(version.content, input.papers);
    checkFees(version.content, input.fees);
    await stopDuplicate(tx, version, input);
    const state = await enter(tx, actor, { version, input });
    if (!input.passOnNow) return state;
    return passOn(tx, { number: state.number, sequence: state.sequence, note: '', officerId: null });
  });
}

/** What the counter promises if it received now: the due instant with its explanation. */
export async function promise(ctx: Context, version: ProcedureVersion, unitId: number): Promise<Due> {
  return computeDue(await calendarFor(ctx, unitId), ctx.now, version.content.timeLimit);
}

/** Earlier applicants for the counter, by identity number, phone or name. */
export async function findApplicants(ctx: Context, query: string): Promise<readonly FoundApplicant[]> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return query.trim().length < 2 ? [] : searchApplicants(ctx.db, query.trim(), 8);
}

/** One earlier applicant, to fill the form with. */
export async function applicantById(ctx: Context, id: number): Promise<FoundApplicant> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return (await findApplicant(ctx.db, id)) ?? refuse('missing', 'Không còn dữ liệu của người nộp này.');
}

/** A running dossier of the same person and procedure, to warn of before receiving another one. */
export async function runningDossier(ctx: Context, applicantId: number, procedureId: number) {
  return findRunning(ctx.db, applicantId, procedureId);
}

async function offeredVersion(
  tx: TransactionContext,
  actor: Actor,
  input: ReceiveInput,
): Promise<ProcedureVersion> {
  const today = localDateOf(tx.now);
  const version = await procedureVersionOn(tx, input.slug, today);
  const offerings = await offeringsOf(tx, actor.post.unitId, today);
  if (!version || !offerings.some((offering) => offering.version.procedureId === version.procedureId)) {
    refuse(
      'conflict',
      'Quầy này không tiếp nhận thủ tục đã chọn. Hãy chọn thủ tục khác hoặc hướng dẫn người nộp đến đúng nơi.',
    );
  }
  return version;
}

async function stopDuplicate(
  tx: TransactionContext,
  version: ProcedureVersion,
  input: ReceiveInput,
): Promise<void> {
  if (input.confirmedDuplicate || input.applicant.idNumber === '') return;
  const applicantId = await findApplicantByIdNumber(tx.db, input.applicant.idNumber);
  const running = applicantId === null ? null : await findRunning(tx.db, applicantId, version.procedureId);
  if (running) {
    const sentence = `Người này đang có hồ sơ ${running.number} cùng thủ tục chưa giải quyết xong. Nếu vẫn tiếp nhận hồ sơ mới, hãy đánh dấu xác nhận.`;
    refuse('invalid', sentence, { confirmedDuplicate: sentence });
  }
}

type Entry = { readonly version: ProcedureVersion; readonly input: ReceiveInput };

async function enter(tx: TransactionContext, actor: Actor, entry: Entry): Promise<DossierState> {
  const reception = await receptionOf(tx, actor, entry);
  const due = await promise(tx, entry.version, reception.unit.id);
  const dossier = await newDossier(tx, entry, due);
  const number = await nextNumber(tx, reception.unit.id);
  const deed = await receptionDeed(tx, { reception, due, number, dossier, version: entry.version });
  const state = replay([{ ...deed, sequence: 1, at: tx.now, officerId: actor.officerId }]);
  const id = await insertDossier(tx.db, state, dossier);
  await record(tx, { name: 'dossier', id, after: 0 }, [deed]);
  if (entry.input.applicant.email !== '') {
    await queueJob(tx.db, { task: 'dossier-received', payload: { number } });
  }
  return state;
}

async function receptionOf(
  tx: TransactionContext,
  actor: Actor,
  { version, input }: Entry,
): Promise<Reception> {
  const unit = await unitNow(tx, actor.post.unitId);
  if (!needsLocality(version.content, unit)) return { unit, locality: null };
  const tree = await organisationNow(tx);
  const locality = input.localityUnitId === null ? undefined : tree.units.get(input.localityUnitId);
  if (locality?.kind !== 'people-committee' || locality.level !== 'commune') {
    const sentence = 'Hãy chọn xã, thị trấn mà hồ sơ này liên quan.';
    refuse('invalid', sentence, { localityUnitId: sentence });
  }
  return { unit, locality };
}

async function newDossier(tx: TransactionContext, { version, input }: Entry, due: Due): Promise<NewDossier> {
  const { channel, returnMethod, applicant, delegate, summary, note } = input;
  return {
    checkCode: newCheckCode(),
    procedureId: version.procedureId,
    procedureVersionId: version.id,
    title: version.content.shortName,
    domain: version.content.domain,
    localityUnitId: input.localityUnitId,
    applicantId: await saveApplicant(tx.db, applicant, tx.now),
    applicant,
    delegate,
    channel,
    returnMethod,
    dueExplanation: due.explanation,
    copies: input.sets,
    summary,
    note,
    papers: input.papers
      .filter((paper) => paper.taken)
      .map(({ name, kind, copies, note: remark }) => ({ name, kind, copies, note: remark })),
    fees: input.fees.flatMap(({ name, amount, exemption }) =>
      amount === null ? [] : [{ name, amount, exemption }],
    ),
  };
}

async function receptionDeed(
  tx: TransactionContext,
  facts: {
    readonly reception: Reception;
    readonly due: Due;
    readonly number: string;
    readonly dossier: NewDossier;
    readonly version: ProcedureVersion;
  },
): Promise<Extract<DossierDeed, { kind: 'received' }>> {
  const { reception, due, number, dossier, version } = facts;
  const calendar = await calendarFor(tx, reception.unit.id);
  const availableMinutes = Math.round(workingMinutesBetween(calendar, tx.now, due.dueAt));
  const steps = planSteps(await organisationNow(tx), reception, {
    content: version.content,
    availableMinutes,
  });
  const firstStepDueAt = addWorkingMinutes(calendar, tx.now, steps[0]?.quotaMinutes ?? 0);
  return {
    kind: 'received',
    payload: {
      number,
      procedureVersionId: version.id,
      receivingUnitId: reception.unit.id,
      channel: dossier.channel,
      returnMethod: dossier.returnMethod,
      dueAt: due.dueAt.toISOString(),
      firstStepDueAt: firstStepDueAt.toISOString(),
      copies: dossier.copies,
      papers: dossier.papers.map(({ name, kind, copies }) => ({ name, kind, copies })),
      fees: dossier.fees.map(({ name, amount }) => ({ name, amount })),
      steps,
    },
  };
}

async function nextNumber(tx: TransactionContext, unitId: number): Promise<string> {
  const agency = await agencyOf(tx, unitId);
  const day = localDateOf(tx.now);
  const sequence = await takeNumber(tx.db, { unitId: agency.id, book: 'dossier', day });
  return dossierNumber(agency.agencyId, day, sequence);
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

function newCheckCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  );
  return letters.join('');
}
