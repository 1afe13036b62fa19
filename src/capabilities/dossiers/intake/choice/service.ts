import { localDateOf } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { unitNow } from '#foundation/organisation/service.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { offeringsOf, searchProcedures } from '#capabilities/procedures/service.ts';
import type { ApplicantMatch } from '../applicants/schema.ts';
import { findApplicants, knownApplicant } from '../applicants/service.ts';
import { readMostReceived } from './store.ts';

/** As many favourites as there are digits within easy reach. */
const MOST_USED = 6;
const MOST_FOUND = 12;

export type ChoiceQuery = {
  /** What was typed to find the person; `whoValue` is the one picked from the list. */
  readonly who: string;
  readonly whoValue: string;
  /** What was typed to find the procedure; `whatValue` is the one picked from the list. */
  readonly what: string;
  readonly whatValue: string;
  /** Dossier whose people are taken again. */
  readonly from: string;
  /** The officer said that none of those found is the person. */
  readonly isNew: boolean;
};

export type Choice = {
  readonly unit: Unit;
  readonly offers: readonly OfferedProcedure[];
  readonly favourites: readonly OfferedProcedure[];
  /** Answers to what was typed; null when nothing was. */
  readonly found: readonly OfferedProcedure[] | null;
  readonly people: readonly ApplicantMatch[] | null;
  /** The one person meant, when it is clear. */
  readonly person: PersonMeant | null;
  /** The one procedure meant, when it is clear. */
  readonly slug: string | null;
};

/** `id` is null for somebody new. `typed` is what to fill the form with, or to show the numbers for. */
export type PersonMeant = { readonly id: number | null; readonly typed: string };

/** What the counter can receive, and what the officer's words mean. */
export async function counterChoice(ctx: Context, query: ChoiceQuery): Promise<Choice> {
  const actor = await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  const { unitId } = actor.post;
  const offers = await offeringsOf(ctx, unitId, localDateOf(ctx.now));
  const found = query.what === '' ? null : await searchOffers(ctx, query.what, { unitId, offers });
  const picked = await pickedPerson(ctx, query);
  const isSearched = query.who !== '' && !query.isNew && picked === null;
  const people = isSearched ? await findApplicants(ctx, query.who) : null;
  return {
    unit: await unitNow(ctx, unitId),
    offers,
    favourites: await favouritesOf(ctx, unitId, offers),
    found,
    people,
    person: picked ?? personMeant(query, people),
    slug: slugMeant(query, { offers, found }),
  };
}

async function searchOffers(
  ctx: Context,
  text: string,
  { unitId, offers }: { readonly unitId: number; readonly offers: readonly OfferedProcedure[] },
): Promise<readonly OfferedProcedure[]> {
  const hits = await searchProcedures(ctx, text, { unitId, limit: MOST_FOUND });
  return hits.flatMap((hit) => offers.filter((offer) => offer.version.id === hit.version.id));
}

async function favouritesOf(
  ctx: Context,
  unitId: number,
  offers: readonly OfferedProcedure[],
): Promise<readonly OfferedProcedure[]> {
  const ids = await readMostReceived(ctx.db, unitId);
  return ids.flatMap((id) => offers.filter((offer) => offer.version.procedureId === id)).slice(0, MOST_USED);
}

/** A pick counts while its name stands in the box: without script the box changes and the pick stays behind. */
async function pickedPerson(ctx: Context, { who, whoValue }: ChoiceQuery): Promise<PersonMeant | null> {
  const [, id, typed = ''] = /^(\d{1,15})(?: (.*))?$/.exec(whoValue) ?? [];
  if (id === undefined || who === '') return null;
  const applicant = await knownApplicant(ctx, Number(id), typed);
  return fold(applicant.fullName) === fold(who) ? { id: applicant.id, typed } : null;
}

/** A number that only one person has is clear, and words that nobody answers to are somebody new. */
function personMeant(
  { who, isNew }: ChoiceQuery,
  people: readonly ApplicantMatch[] | null,
): PersonMeant | null {
  if (isNew && who !== '') return { id: null, typed: who };
  if (people === null) return null;
  const [only] = people;
  if (only?.exact && people.length === 1) return { id: only.id, typed: who };
  return only ? null : { id: null, typed: who };
}

/** The one picked or named in full, or the only answer. */
function slugMeant(
  { what, whatValue }: ChoiceQuery,
  { offers, found }: { readonly offers: readonly OfferedProcedure[]; readonly found: Choice['found'] },
): string | null {
  const named = offers.filter(({ version }) => fold(version.content.shortName) === fold(what));
  const picked = named.find(({ version }) => version.slug === whatValue) ?? named[0];
  const [only] = found?.length === 1 ? found : [];
  return (picked ?? only)?.version.slug ?? null;
}
