/** Wholes with their parts, in the ways of saying so. */
import { inPeriod } from '../frame.fixture.ts';
import { partsOf } from '../random.fixture.ts';
import {
  type Block,
  deviating,
  type Frame,
  item,
  paragraph,
  type Saying,
  say,
  type Spoiling,
} from '../saying.fixture.ts';
import { amountOf, subjectOf } from '../topics/speak.fixture.ts';
import type { Topic } from '../topics/topic.fixture.ts';
import { capital, count, countInWords, percent } from '../writing.fixture.ts';
import type { Told } from './told.fixture.ts';

type Part = { readonly label: string; readonly value: number };
type Whole = { readonly total: number; readonly parts: readonly Part[] };

/** One of a topic's divisions, of a total of its size. */
export function sayWhole(topic: Topic, told: Told, total: number): Saying {
  const { random } = told;
  const labels = random.pick(topic.splits);
  const values = partsOf(total, labels.length, random);
  const parts = labels.map((label, index) => ({ label, value: values[index] ?? 0 }));
  const frames = framesOf(topic, told);
  return say({ total, parts }, random.pick(frames), { spoilings: SPOILINGS, random });
}

const SPOILINGS: readonly Spoiling<Whole>[] = [
  {
    error: 'parts-not-whole',
    what: 'the total is another',
    spoil: ({ total, parts }, random) => ({ parts, total: total + aside(total, random) }),
  },
  {
    error: 'parts-not-whole',
    what: 'one part is another',
    spoil: ({ total, parts }, random) => {
      const at = random.between(0, parts.length - 1);
      const changed = parts.map((part, index) =>
        index === at ? { ...part, value: deviating(part.value, random) } : part,
      );
      return changed.some(({ value }) => value <= 0 || value >= total) ? null : { total, parts: changed };
    },
  },
];

function aside(total: number, random: Random): number {
  return deviating(total, random) - total || 1;
}

type Random = Told['random'];

function framesOf(topic: Topic, told: Told): readonly Frame<Whole>[] {
  return [
    ...inSentences(topic, told),
    ...inClauses(topic, told),
    ...inLists(topic, told),
    ...inOtherOrder(topic, told),
  ];
}

function wordsOf({ unit }: Topic, { hand }: Told) {
  const number = (value: number): string => count(value, hand);
  return {
    number,
    counted: ({ label, value }: Part): string => `${number(value)} ${unit} ${label}`,
    bare: ({ label, value }: Part): string => `${label} ${number(value)} ${unit}`,
    listed: ({ label, value }: Part): string => `${label}: ${number(value)}`,
    listedWithUnit: ({ label, value }: Part): string => `${label}: ${number(value)} ${unit}`,
  };
}

const joined = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} và ${texts.at(-1)}`;

function inSentences(topic: Topic, told: Told): readonly Frame<Whole>[] {
  const { number, counted, bare } = wordsOf(topic, told);
  const when = inPeriod(told.frame, told.random);
  const subject = capital(subjectOf(topic));
  const isWordy = told.hand.hasWords;
  return [
    ({ total, parts }) => {
      const whole = isWordy && total < 1000 ? countInWords(total, told.hand) : number(total);
      return [
        paragraph(
          `${when}, ${told.who} đã ${topic.doing} ${amountOf(topic, whole)}, trong đó: ${parts.map(bare).join(', ')}.`,
        ),
      ];
    },
    ({ total, parts }) => [
      paragraph(
        `${subject} ${told.frame.words} là ${number(total)} ${topic.unit}, gồm ${joined(parts.map(counted))}.`,
      ),
    ],
    ({ total, parts }) => [
      paragraph(
        `${when}, toàn đơn vị ${topic.doing} ${amountOf(topic, number(total))}, trong đó có ${joined(parts.map(counted))}.`,
      ),
    ],
    ({ total, parts }) => [
      paragraph(
        `Tổng hợp báo cáo của các đơn vị, ${subjectOf(topic)} là ${number(total)} ${topic.unit}; chia ra: ${parts.map(counted).join('; ')}.`,
      ),
    ],
    ({ total, parts }) => [
      paragraph(
        `Kết quả, đã ${topic.doing} được ${amountOf(topic, number(total))}, bao gồm: ${parts.map(counted).join(', ')}.`,
      ),
    ],
  ];
}

function inClauses(topic: Topic, told: Told): readonly Frame<Whole>[] {
  const { number, counted, bare, listed } = wordsOf(topic, told);
  const when = inPeriod(told.frame, told.random);
  const share = (part: Part, total: number): string =>
    `${counted(part)} (chiếm ${percent(part.value / total, told.hand)})`;
  return [
    ({ total, parts }) => [
      paragraph(
        `${when}, ${told.who} ${topic.doing} ${amountOf(topic, number(total))} (trong đó ${parts.map(bare).join(', ')}).`,
      ),
    ],
    ({ total, parts }) => [
      paragraph(
        `${capital(subjectOf(topic))}: ${number(total)} ${topic.unit} (${parts.map(listed).join('; ')}).`,
      ),
    ],
    ({ total, parts }) => {
      const last = parts.at(-1);
      const before = parts.slice(0, -1).map(counted).join(', ');
      return [
        paragraph(
          `Trong tổng số ${amountOf(topic, number(total))} đã ${topic.doing}, có ${before}, còn lại ${last === undefined ? '' : counted(last)}.`,
        ),
      ];
    },
    ({ total, parts }) => [
      paragraph(
        `${when}, có ${amountOf(topic, number(total))}, phân theo tính chất như sau: ${parts.map(bare).join('; ')}.`,
      ),
    ],
    ({ total, parts }) => [
      paragraph(
        `${capital(subjectOf(topic))} trong kỳ đạt ${number(total)} ${topic.unit}, trong đó ${joined(parts.map((part) => share(part, total)))}.`,
      ),
    ],
  ];
}

function inLists(topic: Topic, told: Told): readonly Frame<Whole>[] {
  const { number, listedWithUnit, counted } = wordsOf(topic, told);
  const dash = told.random.pick(['- ', '+ ', '* ']);
  const listed = (parts: readonly Part[], write: (part: Part) => string): readonly Block[] =>
    parts.map((part, index) =>
      item(`${dash}${capital(write(part))}${index === parts.length - 1 ? '.' : ';'}`),
    );
  return [
    ({ total, parts }) => [
      paragraph(`${told.who} đã ${topic.doing} ${amountOf(topic, number(total))}, cụ thể như sau:`),
      ...listed(parts, listedWithUnit),
    ],
    ({ total, parts }) => [
      paragraph(
        `${capital(subjectOf(topic))} ${told.frame.words}: ${number(total)} ${topic.unit}, trong đó:`,
      ),
      ...listed(parts, listedWithUnit),
    ],
    ({ total, parts }) => [
      paragraph(`Toàn đơn vị có ${number(total)} ${topic.unit}, gồm:`),
      ...listed(parts, ({ label, value }) => `${label} có ${number(value)} ${topic.unit}`),
    ],
    ({ total, parts }) => [
      paragraph(`${capital(subjectOf(topic))} là ${number(total)} ${topic.unit}, bao gồm:`),
      ...listed(parts, counted),
    ],
  ];
}

/** The parts first, and what they come to. */
function inOtherOrder(topic: Topic, told: Told): readonly Frame<Whole>[] {
  const { number, counted, bare } = wordsOf(topic, told);
  return [
    ({ total, parts }) => [
      paragraph(`Đã ${topic.doing} ${joined(parts.map(counted))}, tổng cộng ${number(total)} ${topic.unit}.`),
    ],
    ({ total, parts }) => [
      paragraph(
        `Về ${subjectOf(topic)}: ${parts.map(bare).join(', ')}; cộng chung ${number(total)} ${topic.unit}.`,
      ),
    ],
  ];
}
