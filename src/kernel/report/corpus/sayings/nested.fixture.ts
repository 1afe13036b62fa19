/** Wholes whose parts have parts, wholes divided twice, parts that need not be all, and tables. */
import { partsOf } from '../random.fixture.ts';
import {
  type Block,
  deviating,
  item,
  paragraph,
  type Saying,
  say,
  type Spoiling,
} from '../saying.fixture.ts';
import { amountOf, subjectOf } from '../topics/speak.fixture.ts';
import type { Topic } from '../topics/topic.fixture.ts';
import { capital, count, grouped } from '../writing.fixture.ts';
import type { Told } from './told.fixture.ts';

/** One whole in two divisions, each of which makes it. */
export function sayTwice(topic: Topic, told: Told, total: number): Saying | null {
  const [first, second] = topic.splits;
  if (first === undefined || second === undefined) return null;
  const { random, hand } = told;
  const number = (value: number): string => count(value, hand);
  type Facts = { readonly ones: readonly number[]; readonly others: readonly number[] };
  const list = (labels: readonly string[], values: readonly number[]): string =>
    labels.map((label, index) => `${label} ${number(values[index] ?? 0)} ${topic.unit}`).join(', ');
  const facts: Facts = {
    ones: partsOf(total, first.length, random),
    others: partsOf(total, second.length, random),
  };
  const frames = [
    ({ ones, others }: Facts) => [
      paragraph(
        `${capital(subjectOf(topic))} là ${number(total)} ${topic.unit}. Chia theo tính chất: ${list(first, ones)}. Chia theo loại: ${list(second, others)}.`,
      ),
    ],
    ({ ones, others }: Facts) => [
      paragraph(`${told.who} đã ${topic.doing} ${amountOf(topic, number(total))}, trong đó:`),
      item(`- Phân theo nhóm: ${list(first, ones)};`),
      item(`- Phân theo loại: ${list(second, others)}.`),
    ],
  ];
  return say(facts, random.pick(frames), { spoilings: TWICE, random });
}

const spoiledOne = (values: readonly number[], random: Told['random']): number[] => {
  const at = random.between(0, values.length - 1);
  return values.map((value, index) => (index === at ? value + 1 + Math.round(value / 9) : value));
};

const TWICE: readonly Spoiling<{ readonly ones: readonly number[]; readonly others: readonly number[] }>[] = [
  {
    error: 'parts-not-whole',
    what: 'a part of the first of two divisions',
    spoil: ({ ones, others }, random) => ({ ones: spoiledOne(ones, random), others }),
  },
  {
    error: 'parts-not-whole',
    what: 'a part of the second of two divisions',
    spoil: ({ ones, others }, random) => ({ ones, others: spoiledOne(others, random) }),
  },
];

/** A part that is not all of the whole: `trong đó có 12 hồ sơ quá hạn`. */
export function saySome(topic: Topic, told: Told, total: number): Saying {
  const { random, hand } = told;
  type Facts = { readonly total: number; readonly some: number };
  const number = (value: number): string => count(value, hand);
  const subject = capital(subjectOf(topic));
  const frames = [
    ({ total, some }: Facts) =>
      `${told.who} đã ${topic.doing} ${amountOf(topic, number(total))}, trong đó có ${number(some)} ${topic.unit} ${topic.some}.`,
    ({ total, some }: Facts) =>
      `${subject} ${told.frame.words} là ${number(total)} ${topic.unit} (trong đó ${number(some)} ${topic.unit} ${topic.some}).`,
    ({ total, some }: Facts) =>
      `Trong số ${amountOf(topic, number(total))} đã ${topic.doing} có ${number(some)} ${topic.unit} ${topic.some}.`,
  ].map((write) => (facts: Facts) => [paragraph(write(facts))]);
  return say({ total, some: random.between(1, Math.max(1, Math.floor(total / 3))) }, random.pick(frames), {
    random,
    spoilings: [
      {
        error: 'part-over-whole',
        what: 'the part is more than the whole',
        spoil: ({ total }, random) => ({
          total,
          some: total + random.between(1, Math.max(3, Math.round(total / 4))),
        }),
      },
    ],
  });
}

/** Parts with parts of their own, all in one list. */
export function sayNested(topic: Topic, told: Told, total: number): Saying | null {
  const [first, second] = topic.splits;
  if (first === undefined || second === undefined || total < 60) return null;
  const { random, hand } = told;
  const number = (value: number): string => count(value, hand);
  const outer = partsOf(total - first.length * 12, first.length, random).map((value) => value + 12);
  const facts = outer.map((value) => ({ value, inner: partsOf(value, second.length, random) }));
  const kinds = (inner: readonly number[]): string =>
    second.map((label, at) => `${number(inner[at] ?? 0)} ${topic.unit} ${label}`).join(', ');
  const frame = (parts: typeof facts): readonly Block[] => [
    paragraph(`${capital(subjectOf(topic))} là ${number(total)} ${topic.unit}, trong đó:`),
    ...parts.map(({ value, inner }, at) =>
      item(
        `- ${capital(first[at] ?? '')}: ${number(value)} ${topic.unit} (gồm ${kinds(inner)})${at === parts.length - 1 ? '.' : ';'}`,
      ),
    ),
  ];
  const spoilings: readonly Spoiling<typeof facts>[] = [
    {
      error: 'parts-not-whole',
      what: 'a part of a part',
      spoil: (parts, random) => {
        const at = random.between(0, parts.length - 1);
        return parts.map(({ value, inner }, index) => ({
          value,
          inner: index === at ? spoiledOne(inner, random) : inner,
        }));
      },
    },
  ];
  return say(facts, frame, { spoilings, random });
}

/** A table with a row of totals. */
export function sayTable(topic: Topic, told: Told, units: readonly string[]): Saying {
  const { random } = told;
  const labels = random.pick(topic.splits).slice(0, 4);
  const rows = units.map((name) => ({ name, cells: labels.map(() => random.between(3, 900)) }));
  type Facts = { readonly rows: typeof rows; readonly totals: readonly number[] };
  const totals = labels.map((_, at) => rows.reduce((sum, { cells }) => sum + (cells[at] ?? 0), 0));
  const last = random.pick(['Tổng số', 'Tổng cộng', 'Cộng', 'TỔNG CỘNG']);
  const isSummed = random.chance(0.6);
  const row = (...cells: readonly string[]): Block => ({ kind: 'row', text: '', cells });
  const numbers = (cells: readonly number[]): string[] =>
    [...cells, ...(isSummed ? [cells.reduce((sum, cell) => sum + cell, 0)] : [])].map((cell) =>
      grouped(cell),
    );
  const frame = ({ rows, totals }: Facts): readonly Block[] => [
    paragraph(`Bảng ${subjectOf(topic)} theo địa bàn (đơn vị tính: ${topic.unit})`),
    row('STT', 'Đơn vị', ...labels.map(capital), ...(isSummed ? ['Tổng'] : [])),
    ...rows.map(({ name, cells }, at) => row(String(at + 1), name, ...numbers(cells))),
    row('', last, ...numbers(totals)),
  ];
  const spoilings: readonly Spoiling<Facts>[] = [
    {
      error: 'parts-not-whole',
      what: 'a total of a table',
      spoil: (facts, random) => {
        const at = random.between(0, labels.length - 1);
        return {
          ...facts,
          totals: totals.map((total, index) => (index === at ? deviating(total, random) : total)),
        };
      },
    },
    {
      error: 'parts-not-whole',
      what: 'a cell of a table',
      spoil: (facts, random) => {
        const [line, column] = [random.between(0, rows.length - 1), random.between(0, labels.length - 1)];
        return {
          ...facts,
          rows: rows.map((one, index) =>
            index === line
              ? {
                  ...one,
                  cells: one.cells.map((cell, at) => (at === column ? deviating(cell, random) : cell)),
                }
              : one,
          ),
        };
      },
    },
  ];
  return say({ rows, totals }, frame, { spoilings, random });
}
