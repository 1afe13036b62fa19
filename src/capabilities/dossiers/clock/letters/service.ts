/** Letters about a running dossier: numbered and kept in the transaction of the deed, printed again as they were. */
import { refuse } from '#kernel/refusal.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import { asSystem, type Context, type TransactionContext } from '#foundation/context.ts';
import { committeeOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { officersWithRole } from '#foundation/people/service.ts';
import type { DossierDeed } from '../../deeds.ts';
import { takeLetterNumber } from '../../intake/service.ts';
import type { LetterKind } from '../schema.ts';
import type { Letter, LetterContent } from './schema.ts';
import { insertLetter, readLetters } from './store.ts';

type NewLetter = {
  readonly dossierId: number;
  readonly kind: LetterKind;
  readonly content: Omit<LetterContent, 'officerName' | 'signer' | 'guidance'> &
    Partial<Pick<LetterContent, 'guidance'>>;
};

/** Gives a letter out; the deed says that it was. */
export async function issueLetter(tx: TransactionContext, letter: NewLetter): Promise<DossierDeed> {
  const { dossierId, kind, content } = letter;
  const actor = requireActor(tx);
  const ordinal = (await readLetters(tx.db, dossierId)).length + 1;
  // The books belong to the counters; a specialist takes a number from one through the system.
  const number = await asSystem(tx, async (system) => takeLetterNumber(system, content.unitId));
  await insertLetter(tx.db, dossierId, {
    ordinal,
    kind,
    number,
    issuedAt: tx.now,
    issuedBy: actor.officerId,
    content: {
      guidance: null,
      ...content,
      officerName: actor.name,
      signer: kind === 'supplement' ? null : await signerOf(tx, content.unitId),
    },
  });
  return { kind: 'letter-issued', payload: { letter: ordinal, what: kind, number } };
}

/** The head of the agency signs (Decree 61/2018/NĐ-CP, Art. 19); without a committee, whoever decided. */
async function signerOf(ctx: Context, unitId: number): Promise<LetterContent['signer']> {
  const actor = requireActor(ctx);
  const committee = committeeOf(await organisationNow(ctx), unitId);
  const heads = committee ? await officersWithRole(ctx, committee.id, 'chairman') : [];
  const head = heads.find(({ id }) => id === actor.officerId) ?? heads[0];
  if (!head) return { authority: null, title: actor.post.title.toUpperCase(), name: actor.name };
  return { authority: 'TM. ỦY BAN NHÂN DÂN', title: shortTitle(head.postTitle), name: head.name };
}

/** `Chủ tịch UBND xã An Hòa` is `CHỦ TỊCH` above the name; the line before says of what. */
function shortTitle(postTitle: string): string {
  return postTitle.replace(/ (?:UBND|Ủy ban nhân dân).*$/u, '').toUpperCase();
}

/** One letter of a dossier. */
export async function letterOf(ctx: Context, dossierId: number, ordinal: number): Promise<Letter> {
  const letters = await readLetters(ctx.db, dossierId);
  return (
    letters.find((letter) => letter.ordinal === ordinal) ??
    refuse('missing', 'Không có văn bản này. Hãy quay lại trang hồ sơ.')
  );
}
