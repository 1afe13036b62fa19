import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { sealNumber, searched, unsealNumber } from '../identity-number.ts';
import { DISPOSED_NAME } from '../disposal/schema.ts';
import { nextSlipNumber, offeredHere } from '../intake/service.ts';
import type { ReadManner } from '../reads/schema.ts';
import { noteReads } from '../reads/service.ts';
import { basisOptions, basisWords } from './rules.ts';
import {
  type GuideInput,
  keptNumber,
  PAGE_SIZE,
  REFUSAL_REASONS,
  type RefusalInput,
  type Slip,
  slipContent,
  type SlipContent,
  type SlipKind,
  type SlipQuery,
} from './schema.ts';
import { countSlips, findSlip, insertSlip, readSlips, type StoredSlip } from './store.ts';

const BOOKS = { guide: 'guide-slip', refusal: 'refusal-slip' } as const satisfies Record<SlipKind, string>;

/**
 * Form 02 (Decree 61/2018/NĐ-CP, Art. 17): tells once and in full what is missing or wrong, without receiving the
 * dossier. Returns the number of the slip.
 */
export async function issueGuide(ctx: Context, input: GuideInput): Promise<string> {
  const { applicant, items, reason } = input;
  return issue(ctx, input, (shared) => ({ kind: 'guide', ...shared, applicant, items, reason }));
}

/** Form 03 (Decree 61/2018/NĐ-CP, Art. 17): refuses to receive, with every reason. Returns the number of the slip. */
export async function issueRefusal(ctx: Context, input: RefusalInput): Promise<string> {
  const { applicant, guidance, otherReason } = input;
  const reasons = [
    ...input.reasons.map((code) => REFUSAL_REASONS[code]),
    ...(otherReason === '' ? [] : [otherReason]),
  ];
  return issue(ctx, input, (shared) => ({ kind: 'refusal', ...shared, applicant, reasons, guidance }));
}

type Shared = Pick<SlipContent, 'procedureName' | 'legalBasis' | 'searchText'>;
type Grounds = Pick<GuideInput, 'slug' | 'applicant' | 'legalBasis' | 'otherBasis'>;

async function issue(
  ctx: Context,
  input: Grounds,
  contentWith: (shared: Shared) => SlipContent,
): Promise<string> {
  const actor = await authorise(ctx, 'slip.issue', requireActor(ctx).post.unitId);
  const offer = await offeredHere(ctx, input.slug);
  return inTransaction(ctx, async (tx) => {
    const sealed = sealNumber(tx.secrets, input.applicant.idNumber);
    const content = contentWith(sharedOf(offer, { ...input, token: sealed?.token ?? '' }, tx.now));
    const { unitId } = actor.post;
    const number = keptNumber(await nextSlipNumber(tx, unitId, BOOKS[content.kind]), content.kind);
    const procedureVersionId = offer.version.id;
    const id = await insertSlip(tx.db, {
      number,
      unitId,
      procedureVersionId,
      content: { ...content, searchText: `${fold(number)} ${content.searchText}` },
      sealedIdNumber: sealed?.sealed ?? null,
      issuedBy: actor.officerId,
      issuedAt: tx.now,
    });
    const payload = { number, kind: content.kind, unitId, procedureVersionId };
    await record(tx, { name: 'slip', id, after: 0 }, [{ kind: 'issued', payload }]);
    return number;
  });
}

function sharedOf(
  { version }: OfferedProcedure,
  input: Grounds & { readonly token: string },
  now: Date,
): Shared {
  const { name, shortName } = version.content;
  const options = basisOptions(version.content, localDateOf(now));
  const { fullName, phone } = input.applicant;
  return {
    procedureName: name,
    legalBasis: [...basisWords(options, input.legalBasis, input.otherBasis)],
    searchText: fold([fullName, shortName, input.token, phone].join(' ')),
  };
}

/** A slip of the actor's own counter; of any other it is missing. That it was read is recorded. */
export async function slipByNumber(ctx: Context, number: string, manner: ReadManner): Promise<Slip> {
  const units = await unitsWith(ctx, 'slip.issue');
  return inTransaction(ctx, async (tx) => {
    const slip = await findSlip(tx.db, number);
    if (!slip || (units !== null && !units.includes(slip.unitId))) {
      refuse('missing', 'Không có phiếu này ở quầy của bạn. Hãy kiểm tra lại số phiếu.');
    }
    await noteReads(tx, { subject: 'slip', ids: [slip.id], manner });
    const whole = opened(tx, slip);
    if (manner === 'printed' && whole.content.applicant.fullName === DISPOSED_NAME) {
      refuse('conflict', 'Dữ liệu cá nhân của phiếu này đã được tiêu hủy nên không in lại được.');
    }
    return whole;
  });
}

/** The same as one file, which is a read of each. */
export async function exportSlips(ctx: Context, query: SlipQuery): Promise<readonly Slip[]> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await slipList(tx, { ...query, page: 1 }, EXPORT_LIMIT);
    await noteReads(tx, { subject: 'slip', ids: rows.map(({ id }) => id), manner: 'exported' });
    return rows;
  });
}

/** As many rows as one exported list holds; a longer one is narrowed by dates first. */
const EXPORT_LIMIT = 20_000;

/** Slips of the actor's own counter, latest first. */
export async function slipList(
  ctx: Context,
  query: SlipQuery,
  limit = PAGE_SIZE,
): Promise<{ readonly rows: readonly Slip[]; readonly total: number }> {
  const actor = await authorise(ctx, 'slip.issue', requireActor(ctx).post.unitId);
  const { unitId } = actor.post;
  const part = { unitId, limit, offset: (query.page - 1) * PAGE_SIZE };
  const filter = searched(ctx, query);
  const rows = await readSlips(ctx.db, part, filter);
  return { rows: rows.map((row) => opened(ctx, row)), total: await countSlips(ctx.db, unitId, filter) };
}

/** A slip with its number put back where it was given. */
function opened({ secrets }: Context, { content, sealedIdNumber, ...rest }: StoredSlip): Slip {
  // Written by this capability: an object with an applicant.
  const stored = content as { readonly applicant: object };
  const applicant = { ...stored.applicant, idNumber: unsealNumber(secrets, sealedIdNumber) };
  return { ...rest, content: slipContent.parse({ ...stored, applicant }) };
}
