/** What stands behind the number of a document, in whatever order: its date, whose it is, and what it is about. */
import { issuerAtStart, type IssuerWords } from './issuers.ts';

/** A date of the text that may belong to a document. */
export type DateSpan = { readonly start: number; readonly end: number };

export type Behind<D> = {
  readonly end: number;
  readonly date: D | null;
  readonly issuer: string | null;
  readonly title: string | null;
};

export type Look<D> = {
  readonly text: string;
  readonly lower: string;
  /** In order. */
  readonly dates: readonly D[];
  readonly from: number;
  /** Where the next document begins. */
  readonly limit: number;
};

const JOINT =
  /^[ ,;]{0,3}(?:(?:được |đã |do )?(?:ban hành|ký ban hành|ký|về)(?= +ngày| +của|,) *,? *)?(?:của |do )?/u;
/** Names of places behind an issuer: `của UBND huyện An Lão ngày …`. A title may begin in capitals too. */
const PLACE_NAME =
  /^(?: (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đảng|tp\.?))?(?: (?!Về |Ban |Quy |Phê |Ngày |Hướng |Sửa |Kế |Công |Giao |Tăng )\p{Lu}\p{L}*){0,5}/u;

export function readBehind<D extends DateSpan>(look: Look<D>): Behind<D> {
  const { text, lower, dates, from, limit } = look;
  let at = from;
  let date: D | null = null;
  let issuer: string | null = null;
  for (let step = 0; step < 3; step += 1) {
    const joint = JOINT.exec(lower.slice(at, at + 40))?.[0] ?? '';
    const next = at + joint.length;
    const day: D | undefined = date === null ? firstFrom(dates, next) : undefined;
    const whose: IssuerWords | null = issuer === null ? issuerAtStart(lower.slice(next, next + 60)) : null;
    if (day !== undefined && day.start === next && day.start < limit) {
      date = day;
      at = day.end;
    } else if (whose !== null && next < limit && /(?:của|do) $/.test(joint)) {
      issuer = whose.code;
      const name = PLACE_NAME.exec(text.slice(next + whose.length, next + whose.length + 80))?.[0] ?? '';
      at = next + whose.length + name.length;
    } else break;
  }
  const title = titleAt(look, at);
  return { end: at, date, issuer, title };
}

const TITLE =
  /^[ ,;:()–-]{0,3}(?:quyết định )?[“"(]?(?:(?:về việc|v\/v|về|“|")|(?=(?:quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|triển khai|thực hiện|tăng cường|công bố|giao|kiện toàn|thành lập) ))/u;
const TITLE_LENGTH = 300;

function titleAt<D>({ text, lower, limit }: Look<D>, at: number): string | null {
  const intro = TITLE.exec(lower.slice(at, at + 60))?.[0];
  if (intro === undefined) return null;
  const start = at + intro.length;
  const rest = text.slice(start, Math.min(limit, start + TITLE_LENGTH));
  const words = rest.split(/[;.”"]|, (?=\p{Lu}|trong đó)|\(/u)[0]?.trim() ?? '';
  return words.length >= 10 ? words : null;
}

/** The first date that begins at an offset or later. */
export function firstFrom<D extends DateSpan>(dates: readonly D[], offset: number): D | undefined {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return dates[low];
}

/** `Ngày 28/02/2020 UBND huyện ban hành Quyết định số …`: a date at the head of the sentence that no other document has. */
export function dateBefore<D extends DateSpan>(
  text: string,
  dates: readonly D[],
  place: { start: number; after: number },
): D | null {
  const next = firstFrom(dates, place.start - 80);
  for (let day = next; day && day.end <= place.start; day = firstFrom(dates, day.end)) {
    const isHead = text.slice(day.start, day.start + 4).startsWith('Ngày');
    const gap = text.slice(day.end, place.start);
    if (isHead && day.start >= place.after && /^,? ?[\p{L} ,]{2,70} [Bb]an hành $/u.test(gap)) return day;
  }
  return null;
}
