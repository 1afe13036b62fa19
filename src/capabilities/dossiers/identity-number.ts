/**
 * Numbers of identity cards, passports and tax registrations as they are kept: sealed with a key outside the database, and
 * beside it what finds them again. `applicants` has a blind index; the texts for searching have a token, which is a
 * part of it, where the number would stand.
 */
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';

const PURPOSE = 'id-number';
/** No longer number is taken in. Shorter ones are filled up, so that a sealed number does not tell its length. */
const LONGEST = 20;
/** 64 bits: among a million persons two share a token with a chance of one in thirty million. */
const TOKEN_BYTES = 8;

export type SealedNumber = {
  readonly sealed: string;
  /** 32 bytes; equal for numbers that are equal without spaces, dots and hyphens. */
  readonly index: Buffer;
  readonly token: string;
};

/** Identity numbers of the parties as they are kept, sealed once for every row that has them; null without one. */
export type PartyNumbers = {
  readonly applicant: SealedNumber | null;
  readonly delegate: SealedNumber | null;
};

/** A number as it is kept; null when none was given. */
export function sealNumber(secrets: Secrets, number: string): SealedNumber | null {
  if (number === '') return null;
  const index = numberIndex(secrets, number);
  return { sealed: secrets.seal(PURPOSE, number.padEnd(LONGEST)), index, token: tokenOf(index) };
}

/** The number again; empty when none was given. */
export function unsealNumber(secrets: Secrets, sealed: string | null): string {
  return sealed === null ? '' : secrets.unseal(PURPOSE, sealed).trimEnd();
}

/** By what a number is looked up. */
export function numberIndex(secrets: Secrets, number: string): Buffer {
  return secrets.blindIndex(PURPOSE, numberOf(number));
}

/** A number as it is compared: without spaces, dots and hyphens, in capitals. */
export function numberOf(text: string): string {
  return text.replaceAll(/[\s.-]/g, '').toUpperCase();
}

/** A query with what is looked for in texts for searching, none when it has no words. */
export type Searched<Query> = Query & { readonly texts: readonly string[] };

export function searched<Query extends { readonly q: string }>(
  { secrets }: { readonly secrets: Secrets },
  query: Query,
): Searched<Query> {
  return { ...query, texts: query.q === '' ? [] : searchTexts(secrets, query.q) };
}

/**
 * What is looked for in texts for searching, any of them: the words as they were typed, without accents, and the same with
 * a token for each word that may be an identity number.
 */
function searchTexts(secrets: Secrets, typed: string): readonly string[] {
  const words = fold(typed);
  const whole = numberOf(typed);
  if (NUMBER_IN_PARTS.test(whole)) return [words, tokenOf(numberIndex(secrets, whole))];
  const hidden = words
    .split(' ')
    .map((word) => (MAY_BE_NUMBER.test(word.toUpperCase()) ? tokenOf(numberIndex(secrets, word)) : word))
    .join(' ');
  return hidden === words ? [words] : [words, hidden];
}

/** Of a card, a passport or a company, however it was parted. */
const NUMBER_IN_PARTS = /^(?:[A-Z]{1,2}\d{6,8}|\d{9,13})$/;

/** A word that may be a number of whatever kind. */
const MAY_BE_NUMBER = /^(?=.*\d{5})[A-Z0-9]{6,20}$/;

/** Written with letters no part of a Vietnamese word or of a telephone number has in a row, so that only itself finds it. */
function tokenOf(index: Buffer): string {
  const digits = index.toString('hex', 0, TOKEN_BYTES);
  return `wz${digits.replaceAll(/./g, (digit) => LETTERS.charAt(parseInt(digit, 16)))}`;
}

const LETTERS = 'bcdfghjkmpqrvwxz';
