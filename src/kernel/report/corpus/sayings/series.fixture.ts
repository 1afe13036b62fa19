/** Documents of one issuer in the order of their numbers, and documents that are known to be out of force. */
import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { workingDay } from '../frame.fixture.ts';
import type { Paper } from '../papers.fixture.ts';
import { item, paragraph, type Saying, say } from '../saying.fixture.ts';
import type { KnownDocument } from '../../schema.ts';
import { mannerOf, mentionOf } from './mention.fixture.ts';
import type { Told } from './told.fixture.ts';

const ISSUERS = [
  ['Thông báo', 'TB-BCĐ', 'Ban Chỉ đạo'],
  ['Kế hoạch', 'KH-BCĐ', 'Ban Chỉ đạo'],
  ['Báo cáo', 'BC-PNV', 'Phòng Nội vụ'],
  ['Tờ trình', 'TTr-PTC', 'Phòng Tài chính - Kế hoạch'],
] as const;

/** Numbers that rise with their dates; one date is far from its place when it is wrong. */
export function saySeries(told: Told, titles: readonly string[]): Saying {
  const { random, hand, frame } = told;
  const [type, symbol, issuer] = random.pick(ISSUERS);
  const length = random.between(5, 7);
  const year = Number(frame.from.slice(0, 4));
  const papers = Array.from({ length }, (_, at): Paper => {
    const date: LocalDate = workingDay(addDays(`${year}-01-04`, at * 11 + random.between(0, 8)));
    return {
      type,
      symbol,
      issuer,
      date,
      year: null,
      number: String(10 + at * random.between(6, 9)),
      title: `${titles[at % titles.length]?.replaceAll('{y}', String(year))}`,
    };
  }).filter(({ date }) => date < frame.date);
  const ordered = papers.map((paper, at) => ({ ...paper, number: String(10 + at * 7 + (at % 3)) }));
  const manner = mannerOf(random);
  const frames = [
    (list: readonly Paper[]) => [
      paragraph(
        `Trong năm, ${issuer} đã ban hành ${list.map((paper) => manner(mentionOf(paper, hand))).join('; ')}.`,
      ),
    ],
    (list: readonly Paper[]) => [
      paragraph(`${issuer} đã ban hành:`),
      ...list.map((paper, at) =>
        item(`+ ${manner(mentionOf(paper, hand))}${at === list.length - 1 ? '.' : ';'}`),
      ),
    ],
  ];
  return say<readonly Paper[]>(ordered, random.pick(frames), {
    random,
    spoilings: [
      {
        error: 'numbers-against-dates',
        what: 'one date is far from its place',
        spoil: (list, random) => {
          const [first, second, last] = [list[0], list[1], list.at(-1)];
          if (first === undefined || second === undefined || last === undefined || list.length < 5)
            return null;
          return random.chance(0.5)
            ? list.with(1, { ...second, date: workingDay(addDays(last.date, 2)) })
            : list.with(list.length - 1, { ...last, date: first.date });
        },
      },
    ],
  });
}

/** Known for the corpus: documents with the last day of their force (Decision 09/2015/QĐ-TTg and those before it). */
export const OUT_OF_FORCE: readonly KnownDocument[] = [
  known('181', ['2003-09-04', '2007-07-20'], 'ban hành Quy chế thực hiện cơ chế một cửa'),
  known('93', ['2007-06-22', '2015-05-14'], 'thực hiện cơ chế một cửa, cơ chế một cửa liên thông'),
  known(
    '09',
    ['2015-03-25', '2018-06-20'],
    'ban hành Quy chế thực hiện cơ chế một cửa, cơ chế một cửa liên thông',
  ),
];

function known(number: string, [date, until]: readonly [string, string], title: string): KnownDocument {
  return { type: 'QĐ', number, symbol: 'QĐ-TTg', issuer: null, date, title, inForceUntil: until };
}

/** A document by which one works now, in force or long out of it. */
export function sayForce(told: Told, inForce: Paper): Saying {
  const { random, hand, frame } = told;
  const gone = OUT_OF_FORCE.filter(({ inForceUntil }) => (inForceUntil ?? '') < frame.from);
  const manner = mannerOf(random);
  const frameOf = (paper: Paper) => [
    paragraph(`Hiện nay, việc tiếp nhận và trả kết quả thực hiện theo ${manner(mentionOf(paper, hand))}.`),
  ];
  return say(inForce, frameOf, {
    random,
    spoilings: [
      {
        error: 'out-of-force',
        what: 'a document that was out of force before the period',
        spoil: (_, random) => {
          if (gone.length === 0) return null;
          const { number, date, title } = random.pick(gone);
          return {
            type: 'Quyết định',
            number,
            year: Number((date ?? '').slice(0, 4)),
            symbol: 'QĐ-TTg',
            date: date ?? '',
            issuer: 'Thủ tướng Chính phủ',
            title,
          };
        },
      },
    ],
  });
}
