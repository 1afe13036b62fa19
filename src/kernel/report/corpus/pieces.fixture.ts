/** What a section of a report says, one statement after the other. */
import type { Paper } from './papers.fixture.ts';
import type { Place } from './places.fixture.ts';
import type { Saying } from './saying.fixture.ts';
import { paragraph } from './saying.fixture.ts';
import { damagesOf } from './damage.fixture.ts';
import { sayChange } from './sayings/changes.fixture.ts';
import { sayNested, saySome, sayTable, sayTwice } from './sayings/nested.fixture.ts';
import { sayGrouped, sayInWords, sayListed, sayRange } from './sayings/numbers.fixture.ts';
import { sayAside, sayLack, sayWork } from './sayings/prose.fixture.ts';
import { sayMoney } from './sayings/quotas.fixture.ts';
import { sayPercent, sayShare } from './sayings/shares.fixture.ts';
import { sayWhole } from './sayings/wholes.fixture.ts';
import { sayPaperAgain, sayPapers } from './sayings/citing.fixture.ts';
import type { Told } from './sayings/told.fixture.ts';
import type { Area, Section, Topic } from './topics/topic.fixture.ts';

/** A statement and whether it goes on in the paragraph before it. */
export type Piece = Saying & { readonly joins: boolean; readonly isDashed: boolean };

export function piece(saying: Saying, random: Told['random']): Piece {
  const isPlain = saying.blocks.length === 1;
  return { ...saying, joins: isPlain && random.chance(0.35), isDashed: isPlain && random.chance(0.25) };
}

/** A total that was said, for saying it again. */
export type Total = { readonly topic: Topic; readonly total: number };

export type SectionAsked = {
  readonly area: Area;
  readonly section: Section;
  readonly place: Place;
  readonly told: Told;
  readonly papers: readonly Paper[];
};

export function sectionOf(asked: SectionAsked): {
  readonly pieces: readonly Piece[];
  readonly totals: readonly Total[];
} {
  const { section, told } = asked;
  const { random } = told;
  const totals: Total[] = [];
  const sayings: Saying[] = [plain(sayWork(section, told), told), ...cited(asked)];
  for (const topic of section.topics) {
    const { said, total } = sayTopic(topic, asked);
    sayings.push(...said);
    if (total !== null) totals.push({ topic, total });
    if (random.chance(0.6)) sayings.push(plain(sayWork(section, told), told));
  }
  sayings.push(...extras(asked));
  return { pieces: sayings.map((saying) => piece(saying, random)), totals };
}

/** A sentence of plain words, which can only be damaged. */
export function plain(text: string, { random }: Told): Saying {
  const block = paragraph(text);
  return { blocks: [block], wrongs: damagesOf(block, random) };
}

export function sayLackOf(section: Section, told: Told): Saying {
  return plain(sayLack(section, told.random), told);
}

/** Everything that a report says of one topic agrees, since it is of one total. */
function sayTopic(
  topic: Topic,
  { told, place }: SectionAsked,
): { readonly said: readonly Saying[]; readonly total: number | null } {
  const { random } = told;
  const total = random.between(Math.max(8, topic.size[0]), topic.size[1]);
  const maybe = (likely: number, saying: () => Saying): readonly Saying[] =>
    random.chance(likely) ? [saying()] : [];
  // Of money one says neither in words nor how many of it are good.
  switch (topic.unit === 'triệu đồng' ? random.between(4, 8) : random.between(0, 9)) {
    case 0:
      return { said: [sayTable(topic, told, place.below)], total: null };
    case 1:
      return { said: [sayInWords(topic, told)], total: null };
    case 2:
      return { said: [sayPercent(topic, told)], total: null };
    case 3:
      return { said: [sayShare(topic, told, total)], total: null };
    case 4:
      return {
        said: [saySome(topic, told, total), ...maybe(0.5, () => sayChange(topic, told, total))],
        total,
      };
    case 5:
    case 6: {
      const said = sayTwice(topic, told, total) ?? sayWhole(topic, told, total);
      return { said: [said, ...maybe(0.4, () => sayChange(topic, told, total))], total };
    }
    case 7:
      return { said: [sayNested(topic, told, total) ?? sayWhole(topic, told, total)], total };
    default:
      return {
        said: [
          sayWhole(topic, told, total),
          ...maybe(0.6, () => sayChange(topic, told, total)),
          ...maybe(topic.unit === 'triệu đồng' ? 0 : 0.3, () => sayShare(topic, told, total)),
        ],
        total,
      };
  }
}

/** Documents named for the first time, and one of them again. */
function cited({ area, told, papers }: SectionAsked): readonly Saying[] {
  if (papers.length === 0) return [];
  const { random } = told;
  const groups = grouped(papers, random);
  const again = random.pick(papers);
  return [
    ...groups.map((group) => sayPapers(group, told)),
    ...(random.chance(0.7) ? [sayPaperAgain(again, told, area.papers)] : []),
  ];
}

function grouped(papers: readonly Paper[], random: Told['random']): readonly (readonly Paper[])[] {
  const groups: Paper[][] = [];
  for (let at = 0; at < papers.length;) {
    const size = random.between(1, 5);
    groups.push(papers.slice(at, at + size));
    at += size;
  }
  return groups;
}

const PURPOSES = [
  'chương trình mục tiêu quốc gia',
  'sửa chữa trụ sở',
  'hỗ trợ sản xuất',
  'mua sắm trang thiết bị',
  'sự nghiệp môi trường',
  'đào tạo nghề',
  'duy tu đường giao thông',
];

function extras({ area, section, told }: SectionAsked): readonly Saying[] {
  const { random } = told;
  const matters = area.sections.flatMap(({ matters }) => matters);
  const all: readonly (() => Saying)[] = [
    () => sayGrouped(told),
    () => sayRange(told),
    () => sayListed(told, matters),
    () => sayMoney(told, `${random.pick(PURPOSES)} (${section.heading.toLocaleLowerCase('vi')})`),
    () => plain(sayAside(told), told),
    () => plain(sayAside(told), told),
    () => plain(sayWork(section, told), told),
  ];
  return random.some(all, random.between(1, 3)).map((saying) => saying());
}
