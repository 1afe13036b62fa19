/** A document as a report names it, in the many right writings of life. */
import type { Paper } from '../papers.fixture.ts';
import type { Random } from '../random.fixture.ts';
import { day, type Hand } from '../writing.fixture.ts';

/** What is written of a document; what is null is left out. */
export type Mention = {
  readonly type: string;
  readonly number: string | null;
  readonly year: number | null;
  readonly symbol: string;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
};

export function mentionOf(paper: Paper, hand: Hand): Mention {
  return { ...paper, date: day(paper.date, hand) };
}

export type Manner = (mention: Mention) => string;

/** One way of writing documents, to be kept through a list. */
export function mannerOf(random: Random): Manner {
  const number = random.pick([plain, plain, plain, plain, noWord, close, spaced]);
  const about = random.pick([about1, about1, about2, about3, about4]);
  const date = random.pick([date1, date1, date1, date2]);
  return (mention) => {
    const issuer = mention.issuer === null ? '' : ` của ${mention.issuer}`;
    const title = mention.title === null ? '' : ` ${about(mention.title)}`;
    return `${mention.type} ${number(mention)}${date(mention)}${issuer}${title}`;
  };
}

function symbolOf({ number, year, symbol }: Mention, separator = '/'): string {
  const first = number ?? '   ';
  if (year !== null) return `${first}/${year}${separator}${symbol}`;
  // The Party puts a hyphen between number and type: 12-CT/HU.
  return /^[A-ZĐ][A-Za-zĐđr]*\/[A-ZĐ]/.test(symbol) ? `${first}-${symbol}` : `${first}${separator}${symbol}`;
}

const plain = (mention: Mention): string => `số ${symbolOf(mention)}`;
const noWord = (mention: Mention): string => (mention.number === null ? plain(mention) : symbolOf(mention));
const close = (mention: Mention): string =>
  mention.number === null ? plain(mention) : `số${symbolOf(mention)}`;
const spaced = (mention: Mention): string =>
  /^[A-Z]+\/(?:HU|ĐU|TU)$/.test(mention.symbol) && mention.number !== null
    ? `số ${mention.number} ${mention.symbol}`
    : `số ${symbolOf(mention, '/ ')}`;

const about1 = (title: string): string => `về việc ${title}`;
const about2 = (title: string): string => `“Về việc ${title}”`;
const about3 = (title: string): string => `V/v ${title}`;
const about4 = (title: string): string => `về ${title}`;

const date1 = ({ date }: Mention): string => (date === null ? '' : ` ngày ${date}`);
const date2 = ({ date }: Mention): string => (date === null ? '' : `, ngày ${date}`);

/** The day in front: `Ngày 12/3/2020, UBND huyện ban hành Quyết định số …`. */
export function datedFirst(mention: Mention, manner: Manner): string {
  const issuer = mention.issuer ?? 'UBND';
  return `Ngày ${mention.date ?? ''}, ${issuer} ban hành ${manner({ ...mention, date: null, issuer: null })}`;
}
