/** What each role is answered, by where it works, as a letter for each relation. */
import type { Role } from '#foundation/access/roles.ts';

/**
 * One letter for each relation: before the merger own, parent, child, sibling; after it successor, its parent, its child, its
 * sibling, a post left in the ended commune, one left in the ended district. A role without a line sees nothing.
 */
export type Table = Readonly<Partial<Record<Role | 'data-protection', string>>> & { readonly else: Letter };
export type Letter = keyof typeof LETTERS;

export const LETTERS = { p: 'page', f: 'forbidden', m: 'missing', n: 'nothing', '.': null } as const;

/** The unit itself, and whoever took its work over; a post that nobody ended keeps to what its unit left behind. */
export const ITS_OWN = 'p... p...p.';
export const AND_ABOVE = 'pp.. pp..p.';
/** The People's Committee whose office it is, with everything below. */
export const OF_THE_COMMITTEE = 'ppp. ppp.p.';

/** Administrators and whoever protects data read no dossiers by being that. */
export const DOSSIER: Table = {
  'one-stop': ITS_OWN,
  specialist: ITS_OWN,
  'records-clerk': ITS_OWN,
  'unit-leader': AND_ABOVE,
  chairman: AND_ABOVE,
  'home-affairs': OF_THE_COMMITTEE,
  inspector: OF_THE_COMMITTEE,
  else: 'm',
};
/** Particulars in full: whoever only sees that there is a dossier is told that it is not theirs. */
export const PERSONAL: Table = {
  ...DOSSIER,
  'unit-leader': 'pf.. pf..p.',
  chairman: 'pf.. pf..p.',
  'home-affairs': 'fff. fff.f.',
};
/** Whoever reviews readings is told that there is no such dossier elsewhere. */
export const READS: Table = {
  'unit-leader': AND_ABOVE.replaceAll('.', 'm'),
  chairman: AND_ABOVE.replaceAll('.', 'm'),
  inspector: OF_THE_COMMITTEE.replaceAll('.', 'm'),
  'data-protection': OF_THE_COMMITTEE.replaceAll('.', 'm'),
  else: 'f',
};
/** What belongs to a dossier of An Hòa; whoever reads no dossiers at all is told so. */
export const OF_DOSSIER: Table = {
  'one-stop': ITS_OWN.replaceAll('.', 'm'),
  specialist: ITS_OWN.replaceAll('.', 'm'),
  'records-clerk': ITS_OWN.replaceAll('.', 'm'),
  'unit-leader': AND_ABOVE.replaceAll('.', 'm'),
  chairman: AND_ABOVE.replaceAll('.', 'm'),
  'home-affairs': OF_THE_COMMITTEE.replaceAll('.', 'm'),
  inspector: OF_THE_COMMITTEE.replaceAll('.', 'm'),
  else: 'f',
};
/** The counter that received a dossier looks after its parcels. */
export const PARCEL: Table = { 'one-stop': ITS_OWN.replaceAll('.', 'm'), else: 'f' };
/** Whoever enters results in the unit that issued them; heads above see the result and are told that it is not theirs. */
export const RESULT_FORM: Table = {
  specialist: ITS_OWN.replaceAll('.', 'm'),
  'records-clerk': ITS_OWN.replaceAll('.', 'm'),
  'unit-leader': 'pfmm pfmmpm',
  chairman: 'pfmm pfmmpm',
  else: 'f',
};
export const ENTERING: Table = { ...RESULT_FORM, 'one-stop': ITS_OWN.replaceAll('.', 'm') };
/** The store of an applicant is for the counter that received their dossier. */
export const VAULT: Table = {
  'one-stop': ITS_OWN,
  specialist: ITS_OWN.replaceAll('p', 'f'),
  'records-clerk': ITS_OWN.replaceAll('p', 'f'),
  'unit-leader': AND_ABOVE.replaceAll('p', 'f'),
  chairman: AND_ABOVE.replaceAll('p', 'f'),
  'home-affairs': OF_THE_COMMITTEE.replaceAll('p', 'f'),
  inspector: OF_THE_COMMITTEE.replaceAll('p', 'f'),
  else: 'm',
};
export const SLIP: Table = { 'one-stop': ITS_OWN, else: 'm' };
/** Somebody of An Hòa, as whoever answers for people sees them. */
export const PERSON: Table = {
  'unit-leader': AND_ABOVE,
  chairman: AND_ABOVE,
  'home-affairs': 'pppp pppppp',
  'it-administrator': 'pppp pppppp',
  inspector: 'pppp pppppp',
  else: 'f',
};
export const { inspector: _looksOnly, ...SUBSTITUTION } = PERSON;
/** A counter receives what its own unit offers, as An Toàn does beside An Hòa, and a unit that ended receives nothing. */
export const RECEIVING: Table = { 'one-stop': 'pnnp nnnnmm', else: 'f' };
export const COUNTERS: Table = { 'one-stop': 'pppp pppp..', else: 'm' };

/** A group of An Hòa, for its counter and whoever took over from it. */
export const GROUP: Table = { 'one-stop': 'pmmm pmmmpm', else: 'f' };

export const EVERYWHERE = 'pppp pppppp';
/** The register of documents is kept by home affairs and by whoever keeps records, wherever they work. */
export const KEEPERS: Table = { 'records-clerk': EVERYWHERE, 'home-affairs': EVERYWHERE, else: 'f' };
export const ARCHIVES: Table = {
  'unit-leader': EVERYWHERE,
  chairman: EVERYWHERE,
  'records-clerk': EVERYWHERE,
  'home-affairs': EVERYWHERE,
  inspector: EVERYWHERE,
  'data-protection': EVERYWHERE,
  else: 'f',
};
export const { 'home-affairs': _noHolds, ...HOLDS } = ARCHIVES;
/** A list of An Hòa's files to be destroyed. */
export const DISPOSAL: Table = {
  'unit-leader': AND_ABOVE,
  chairman: AND_ABOVE,
  'records-clerk': AND_ABOVE,
  'home-affairs': OF_THE_COMMITTEE,
  inspector: OF_THE_COMMITTEE,
  'data-protection': OF_THE_COMMITTEE,
  else: 'm',
};

/** Fees of An Hòa: whoever reads fees sees them, others who see the dossier are told no. */
export const FEE: Table = {
  'one-stop': ITS_OWN,
  specialist: 'f... f...f.',
  'unit-leader': AND_ABOVE,
  chairman: AND_ABOVE,
  'records-clerk': AND_ABOVE,
  'home-affairs': OF_THE_COMMITTEE,
  inspector: OF_THE_COMMITTEE,
  'data-protection': 'fff. fff.f.',
  else: 'm',
};
/** The same where only the counter may do something. */
export const FEE_OF_COUNTER: Table = {
  ...FEE,
  'unit-leader': 'ff.. ff..f.',
  chairman: 'ff.. ff..f.',
  'records-clerk': 'ff.. ff..f.',
  'home-affairs': 'fff. fff.f.',
  inspector: 'fff. fff.f.',
};
/** Where only who wrote a receipt, or a head, may. */
export const FEE_OF_HEAD: Table = {
  ...FEE_OF_COUNTER,
  'one-stop': 'f... f...f.',
  'unit-leader': AND_ABOVE,
  chairman: AND_ABOVE,
};
/** Of every counter, and what there is of An Hòa is there for its own alone. */
export const COLLECTING: Table = { 'one-stop': 'pmmm pmmmpm', else: 'f' };
export const FEE_LISTS: Table = {
  'one-stop': EVERYWHERE,
  'unit-leader': EVERYWHERE,
  chairman: EVERYWHERE,
  'records-clerk': EVERYWHERE,
  'home-affairs': EVERYWHERE,
  inspector: EVERYWHERE,
  else: 'f',
};
export const HEADS: Table = { 'unit-leader': EVERYWHERE, chairman: EVERYWHERE, else: 'f' };
export const BOOKS: Table = { ...HEADS, 'records-clerk': EVERYWHERE };
export const ITS_HEADS: Table = { 'unit-leader': AND_ABOVE, chairman: AND_ABOVE, else: 'f' };

/** Something of An Hòa that the system did not do: whoever watches over other units is told that there is none. */
export const GUARDED: Table = {
  'unit-leader': AND_ABOVE.replaceAll('.', 'm'),
  chairman: AND_ABOVE.replaceAll('.', 'm'),
  'home-affairs': OF_THE_COMMITTEE.replaceAll('.', 'm'),
  'it-administrator': EVERYWHERE,
  else: 'f',
};

export const HANDLING: Table = {
  'one-stop': ITS_OWN,
  specialist: ITS_OWN,
  'unit-leader': ITS_OWN,
  chairman: ITS_OWN,
  'records-clerk': ITS_OWN,
  else: 'f',
};
