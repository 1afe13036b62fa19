/** What stands around the text, in the words and signs of Decree 30/2020/NĐ-CP, annex I, part I, section II. */
import { formatPlaceDate } from '#kernel/vietnamese/format.ts';
import type { Frame } from '../document.ts';
import { capitals, clean } from './clean.ts';
import { type LaidFrame, MOTTO } from './laid.ts';
import { HEAD_COLUMNS, RULE_SHARE, SIZES, TEXT_WIDTH } from './layout.ts';
import { balancedLines, widthOf } from './text-width.ts';

/** Room kept free at the sides of a title and of the name of an agency, in millimetres. */
const TITLE_ROOM = TEXT_WIDTH - 15;
const AGENCY_ROOM = HEAD_COLUMNS[0] - 4;
/** Room for a number or a day that is written in later. */
const BLANK = '\u00A0'.repeat(8);

export function laidFrame(frame: Frame): LaidFrame {
  const agencyLines = (name: string) => balancedLines(capitals(name), AGENCY_ROOM, SIZES.agency);
  const agency = agencyLines(frame.agency);
  const title = balancedLines(clean(frame.title).trim(), TITLE_ROOM, SIZES.title);
  return {
    parentAgency: frame.parentAgency === null ? [] : agencyLines(frame.parentAgency),
    agency,
    number: `Số: ${numberOf(frame)}`,
    placeAndDate: `${clean(frame.place)}, ${dateOf(frame)}`,
    typeName: capitals(frame.typeName),
    title,
    recipients: recipientsOf(frame.recipients),
    authority: frame.authority.map(capitals),
    signerTitle: capitals(frame.signerTitle),
    signer: clean(frame.signer),
    rules: {
      motto: widthOf(MOTTO, SIZES.motto),
      agency: RULE_SHARE * longest(agency, SIZES.agency),
      title: RULE_SHARE * longest(title, SIZES.title),
    },
  };
}

/** `15/BC-UBND`; a number below ten takes a zero in front (item 3c); one that it does not have yet leaves room. */
export function numberOf({ number }: Frame): string {
  if (number === null) return `${BLANK}/`;
  const written = clean(number).trim();
  return written.startsWith('/') ? `${BLANK}${written}` : written.replace(/^(\d)(?=\D)/, '0$1');
}

/** `ngày 05 tháng 02 năm 2020` (item 4b), with room where it is not known. */
export function dateOf({ date }: Frame): string {
  return date === null
    ? `ngày${'\u00A0'.repeat(6)}tháng${'\u00A0'.repeat(6)}năm${BLANK}`
    : formatPlaceDate(date);
}

/** A dash before each, a semicolon behind, a full stop behind the last (item 9d). */
function recipientsOf(recipients: readonly string[]): readonly string[] {
  const names = recipients
    .map((name) =>
      clean(name)
        .replace(/^[\s-]+/, '')
        .replace(/[\s;.]+$/, ''),
    )
    .filter(Boolean);
  return names.map((name, index) => `- ${name}${index === names.length - 1 ? '.' : ';'}`);
}

function longest(lines: readonly string[], size: number): number {
  return Math.max(0, ...lines.map((line) => widthOf(line, size)));
}
