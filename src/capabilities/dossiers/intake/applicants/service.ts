import { refuse } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { asSystem, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { DOSSIER_FIELDS } from '../../personal-data.ts';
import { noteReads } from '../../reads/service.ts';
import type { ApplicantInput } from '../schema.ts';
import { numberIndex, numberOf, type SealedNumber, unsealNumber } from '../../identity-number.ts';
import { type ApplicantMatch, type FoundApplicant, isNumberOf } from './schema.ts';
import {
  findApplicant,
  findRunning,
  insertApplicant,
  searchByName,
  searchByNumber,
  type StoredApplicant,
  updateApplicant,
} from './store.ts';

/** As many people as a list under a box shows. */
const MOST_MATCHES = 8;

/**
 * Earlier applicants for the counter: by whole identity or telephone number, else by words of the name. Whoever is found
 * by number is shown in full, which is recorded.
 */
export async function findApplicants(ctx: Context, query: string): Promise<readonly ApplicantMatch[]> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  const typed = query.trim();
  if (typed.length < 2) return [];
  const byNumber = await foundByNumber(ctx, typed);
  if (byNumber.length > 0) return byNumber.map((applicant) => ({ ...applicant, exact: true }));
  if (!/\p{L}/u.test(typed)) return [];
  // As the system, so that the server looks names up in their index.
  const byName = await asSystem(ctx, async ({ db }) => searchByName(db, typed, MOST_MATCHES));
  return byName.map((applicant) => ({ ...opened(ctx, applicant), exact: false }));
}

async function foundByNumber(ctx: Context, typed: string): Promise<readonly FoundApplicant[]> {
  if (numberOf(typed) === '') return [];
  return inTransaction(ctx, async (tx) => {
    const found = await searchByNumber(tx.db, numbered(ctx, typed), MOST_MATCHES);
    await noteShown(tx, found);
    return found.map((applicant) => opened(ctx, applicant));
  });
}

function numbered({ secrets }: Context, typed: string) {
  return { typed, index: numberIndex(secrets, typed) };
}

function opened({ secrets }: Context, { sealedIdNumber, ...rest }: StoredApplicant): FoundApplicant {
  return { ...rest, idNumber: unsealNumber(secrets, sealedIdNumber) || null };
}

/**
 * One earlier applicant, to fill the form with. Numbers and e-mail only for an officer who typed one of the numbers:
 * whoever was found by name shows an identity card, and the officer reads the number from it.
 */
export async function knownApplicant(ctx: Context, id: number, typed: string): Promise<FoundApplicant> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return inTransaction(ctx, async (tx) => {
    const stored = await findApplicant(tx.db, id);
    if (!stored) refuse('missing', 'Không còn dữ liệu của người nộp này. Hãy nhập thông tin mới.');
    const applicant = opened(tx, stored);
    if (!isNumberOf(applicant, typed)) return { ...applicant, idNumber: null, phone: '', email: '' };
    await noteShown(tx, [applicant]);
    return applicant;
  });
}

/** Who has an identity number, or null. The caller has authorised already. */
export async function applicantIdOf(ctx: Context, idNumber: string): Promise<number | null> {
  const [found] = numberOf(idNumber) === '' ? [] : await searchByNumber(ctx.db, numbered(ctx, idNumber), 1);
  return found?.id ?? null;
}

/** A running dossier of the same person and procedure, to warn of before receiving another one. */
export async function runningDossier(ctx: Context, applicantId: number, procedureId: number) {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return runningAnywhere(ctx, applicantId, procedureId);
}

/** Also at the counter of another unit, of whose dossier only the number and the day are told. */
async function runningAnywhere(ctx: Context, applicantId: number, procedureId: number) {
  return asSystem(ctx, async ({ db }) => findRunning(db, applicantId, procedureId));
}

type Reception = {
  readonly applicant: ApplicantInput;
  /** The applicant's number as it is kept; null without one. */
  readonly number: SealedNumber | null;
  readonly confirmedIdentity: boolean;
  readonly confirmedDuplicate: boolean;
};

/**
 * Keeps the applicant of a new dossier and returns its identifier. A number noted for somebody of another name, and a
 * running dossier of the same kind, are refused until the officer confirms. The row stays locked, so that of two
 * simultaneous receptions the second sees the first.
 */
export async function keepApplicant(
  tx: TransactionContext,
  reception: Reception,
  procedureId: number,
): Promise<number> {
  const { applicant } = reception;
  const added = await insertApplicant(tx.db, reception, tx.now);
  if (added !== null) return added;
  const { id, nameBefore } = await updateApplicant(tx.db, reception, tx.now);
  if (!reception.confirmedIdentity) stopOtherName(nameBefore, applicant.fullName);
  const running = reception.confirmedDuplicate ? null : await runningAnywhere(tx, id, procedureId);
  if (running) {
    const sentence = `Người này đang có hồ sơ ${running.number} cùng thủ tục chưa giải quyết xong. Nếu vẫn tiếp nhận hồ sơ mới, hãy đánh dấu xác nhận.`;
    refuse('invalid', sentence, { confirmedDuplicate: sentence });
  }
  return id;
}

async function noteShown(
  tx: TransactionContext,
  applicants: readonly Pick<FoundApplicant, 'id'>[],
): Promise<void> {
  await noteReads(tx, {
    subject: 'applicant',
    ids: applicants.map(({ id }) => id),
    manner: 'found-by-number',
  });
}

function stopOtherName(before: string, given: string): void {
  if (fold(before) === fold(given)) return;
  const sentence = `Số này đã ghi cho người tên ${masked(DOSSIER_FIELDS.applicant_name, before)}. Hãy đối chiếu giấy tờ; nếu số đúng và tên đã đổi, hãy đánh dấu xác nhận.`;
  refuse('invalid', sentence, { confirmedIdentity: sentence });
}
