import type { Receipt } from '#kernel/merkle/receipt.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { parseDossierNumber } from '../intake/numbering.ts';
import type { Contradiction } from './schema.ts';

/** What a receipt states about its dossier (Decree 61/2018/NĐ-CP, Art. 17: what the counter hands out is binding). */
export type Statement = Omit<Receipt, 'originId'>;

const FIELD_WORDS = {
  number: 'số hồ sơ',
  unit: 'đơn vị tiếp nhận',
  procedure: 'mã thủ tục',
  procedureVersion: 'phiên bản thủ tục',
  receivedAt: 'thời điểm tiếp nhận',
  dueAt: 'thời điểm hẹn trả',
} as const satisfies Readonly<Record<keyof Statement, string>>;

type Claim = { readonly who: string; readonly facts: Partial<Statement> };

/** Where two sources say different things, of the fields that both speak of. */
export function contradictionsOf(
  where: Contradiction['where'],
  one: Claim,
  other: Claim,
): readonly Contradiction[] {
  // The keys of the table are exactly those of a statement.
  const fields = Object.keys(FIELD_WORDS) as (keyof Statement)[];
  return fields.flatMap((field) => {
    const [said, alsoSaid] = [one.facts[field], other.facts[field]];
    if (said === undefined || alsoSaid === undefined || words(said) === words(alsoSaid)) return [];
    const difference = `${one.who} ghi ${FIELD_WORDS[field]} ${shown(said)}, ${other.who} ghi ${shown(alsoSaid)}.`;
    return [{ where, sentence: difference }];
  });
}

/** The agency that a number names, which is the agency whose key signs. */
export function agencyIn(number: string): string {
  return parseDossierNumber(number)?.agencyId ?? number;
}

/** The code of the procedure; one without a national code is called by its name in the address, in capitals for the QR code. */
export function procedureOnReceipt({
  code,
  slug,
}: {
  readonly code: string | null;
  readonly slug: string;
}): string {
  return code ?? slug.toUpperCase();
}

type Fact = Statement[keyof Statement];

/** To compare: to the millisecond, which the words for people leave out. */
function words(fact: Fact): string {
  return fact instanceof Date ? String(fact.getTime()) : String(fact);
}

function shown(fact: Fact): string {
  if (!(fact instanceof Date)) return String(fact);
  if (Number.isNaN(fact.getTime())) return 'điều không đọc được';
  const seconds = (fact.getTime() % 60_000) / 1000;
  return seconds === 0 ? formatDateTime(fact) : `${formatDateTime(fact)} (${seconds} giây)`;
}
