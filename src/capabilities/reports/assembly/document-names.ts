/** Which document of the register a template means. Pure. */
import { fold } from '#kernel/vietnamese/fold.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { citationOf, numberOf, type RegisteredDocument } from '#capabilities/documents/schema.ts';
import { CITATION_TYPE_LABELS, CITATION_TYPES, type CitationType } from '#kernel/citations/types.ts';

/** Finds the documents that a writing such as `QĐ 3898/QĐ-UBND ngày 10/12/2019` can mean. */
export type DocumentFinder = (written: string) => readonly RegisteredDocument[];

/** A finder over a register; withdrawn entries are not found. */
export function documentFinder(register: readonly RegisteredDocument[]): DocumentFinder {
  const byNumber = Map.groupBy(
    register.filter(({ withdrawn }) => !withdrawn),
    (document) => plain(numberOf(document)),
  );
  return (written) => {
    const { type, number, date, year } = readName(written);
    const found = byNumber.get(plain(number)) ?? [];
    return found.filter(
      (document) =>
        (type === null || document.type === type) &&
        (date === null || document.issuedOn === date) &&
        (year === null || (document.issuedOn ?? String(document.yearInNumber ?? '')).startsWith(year)),
    );
  };
}

/** A document as a note names it: its citation and what it is about. */
export function documentNote(document: RegisteredDocument): string {
  const { title } = document;
  return `${citationOf(document)} ${/^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title}`;
}

function readName(written: string) {
  const [, type, rest] = typeAndRest(written.trim());
  const [, number = rest, date = ''] = /^(.*?)\s+ngày\s+([\d/.-]+)$/u.exec(rest) ?? [];
  const [, bare = number, year = null] = /^(.*?)\s+năm\s+(\d{4})$/u.exec(number) ?? [];
  return { type, number: bare.replace(/^số\s+/u, ''), date: parseDate(date), year };
}

function typeAndRest(written: string): readonly [whole: string, type: CitationType | null, rest: string] {
  const folded = written.toLocaleLowerCase('vi');
  for (const type of CITATION_TYPES) {
    for (const name of [type, CITATION_TYPE_LABELS[type]]) {
      const begun = `${name.toLocaleLowerCase('vi')} `;
      if (folded.startsWith(begun)) return [written, type, written.slice(begun.length).trim()];
    }
  }
  return [written, null, written];
}

/** Without accents, signs and zeros in front: `05-CTr/TU` and `5/CTr-TU` are one number. */
function plain(number: string): string {
  return fold(number)
    .replace(/[^a-z0-9]/gu, '')
    .replace(/^0+(?=\d)/u, '');
}
