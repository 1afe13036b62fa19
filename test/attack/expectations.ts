/** What addresses answer to whom, by the names that the matrix calls them. */
import type { Answer, VisitorName } from './matrix.ts';

export type Expectation = Readonly<Record<VisitorName, Answer>>;

export const everybody = (answer: Answer): Expectation => ({
  stranger: answer,
  own: answer,
  neighbour: answer,
  department: answer,
  leader: answer,
  homeAffairs: answer,
  inspector: answer,
  administrator: answer,
});

export const staff: Expectation = { ...everybody('page'), stranger: 'sign-in' };

/** Some of the staff see the page, the others are told no. */
export function only(
  who: readonly VisitorName[],
  others: 'forbidden' | 'missing' = 'forbidden',
): Expectation {
  const seen = Object.fromEntries(who.map((name) => [name, 'page' as const]));
  return { ...everybody(others), ...seen, stranger: 'sign-in' };
}

export const counters = only(['own', 'neighbour']);
export const handlers = only(['own', 'neighbour', 'department', 'leader']);
export const editors = only(['homeAffairs']);
export const organisers = only(['homeAffairs', 'administrator']);
export const administrators = only(['administrator']);
export const peopleReaders = only(['leader', 'homeAffairs', 'inspector', 'administrator']);
export const appointers = only(['leader', 'homeAffairs', 'administrator']);
/** Lists of what belongs to dossiers. */
export const readers = only(['own', 'neighbour', 'department', 'leader', 'homeAffairs', 'inspector']);
/** A dossier of An Hòa: whoever has no part in it is told that there is none. */
export const dossier = only(['own', 'leader', 'homeAffairs', 'inspector'], 'missing');
/** What belongs to one; whoever reads no dossiers at all is told so. */
export const ofDossier: Expectation = { ...dossier, administrator: 'forbidden' };
/** The same where personal data stand in full: whoever controls procedures needs none. */
export const personal: Expectation = { ...dossier, homeAffairs: 'forbidden' };
/** Whoever enters results, of An Hòa here; others who do elsewhere are told that there is none. */
export const entering: Expectation = {
  ...only(['own', 'leader']),
  neighbour: 'missing',
  department: 'missing',
};
/** For the counter that received it; whoever only sees the dossier is told so. */
export const ofCounter: Expectation = { ...only(['own']), neighbour: 'missing', department: 'missing' };
export const slip = only(['own'], 'missing');
/** A group of An Hòa: other counters are told that there is none, and whoever receives nothing that it is not theirs. */
export const batch: Expectation = { ...only(['own']), neighbour: 'missing' };
/** Whoever looks after archives somewhere: a specialist of a department keeps its records too. */
export const retention = only(['department', 'leader', 'homeAffairs', 'inspector']);
export const book = only(['own', 'neighbour', 'leader', 'homeAffairs', 'inspector']);
