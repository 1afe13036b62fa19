/** Shares of a whole: `13/13`, `đạt 98,4%`. */
import { inPeriod } from '../frame.fixture.ts';
import { deviating, paragraph, type Saying, say, type Spoiling } from '../saying.fixture.ts';
import { subjectOf } from '../topics/speak.fixture.ts';
import type { Topic } from '../topics/topic.fixture.ts';
import { capital, count, decimal, percent } from '../writing.fixture.ts';
import type { Told } from './told.fixture.ts';

type Share = { readonly part: number; readonly whole: number; readonly percent: string };

export function sayShare(topic: Topic, told: Told, whole: number): Saying {
  const { random, hand } = told;
  const part = random.chance(0.3) ? whole : whole - random.between(0, Math.floor(whole / 4));
  const facts = { part, whole, percent: percent(part / whole, hand) };
  return say(facts, random.pick(framesOf(topic, told)), { spoilings: SPOILINGS, random });
}

const SPOILINGS: readonly Spoiling<Share>[] = [
  {
    error: 'share-wrong',
    what: 'the percentage is another',
    spoil: ({ part, whole }, random) => {
      const other = (part / whole) * 100 - random.between(2, 15);
      return { part, whole, percent: `${decimal(other, 1)}%` };
    },
  },
  {
    error: 'share-wrong',
    what: 'the part is another',
    spoil: (facts, random) => {
      const part = deviating(facts.part, random);
      const moved = Math.abs(part - facts.part) / facts.whole;
      return part < facts.whole && part > 0 && moved > 0.012 ? { ...facts, part } : null;
    },
  },
  {
    error: 'share-over',
    what: 'more than all of it',
    spoil: ({ whole }, random) => {
      const part = whole + random.between(1, Math.max(2, Math.round(whole / 5)));
      return { part, whole, percent: `${decimal((part / whole) * 100, 1)}%` };
    },
  },
];

function framesOf(topic: Topic, told: Told) {
  const number = (value: number): string => count(value, told.hand);
  const { unit, good } = topic;
  const when = inPeriod(told.frame, told.random);
  const writers: readonly ((share: Share) => string)[] = [
    ({ part, whole, percent }) => `Đã có ${number(part)}/${number(whole)} ${unit} ${good}, đạt ${percent}.`,
    ({ part, whole, percent }) =>
      `${when}, có ${number(part)}/${number(whole)} ${unit} (đạt ${percent}) ${good}.`,
    ({ part, whole, percent }) =>
      `Tỷ lệ ${unit} ${good} đạt ${percent} (${number(part)}/${number(whole)} ${unit}).`,
    ({ part, whole, percent }) =>
      `${capital(subjectOf(topic))} ${good} là ${number(part)} ${unit} trên tổng số ${number(whole)} ${unit}, chiếm tỷ lệ ${percent}.`,
    ({ part, whole, percent }) =>
      `Trong ${number(whole)} ${unit}, có ${number(part)} ${unit} ${good}, chiếm ${percent}.`,
    ({ part, whole, percent }) => `${number(part)}/${number(whole)} ${unit} ${good} (tỷ lệ ${percent}).`,
    ({ part, whole, percent }) => `Đến nay, ${percent} ${unit} ${good} (${number(part)}/${number(whole)}).`,
  ];
  return writers.map((write) => (share: Share) => [paragraph(write(share))]);
}

/** A share without its two ends; more than all is wrong where it is of a whole, and right where it is of a plan. */
export function sayPercent(topic: Topic, told: Told): Saying {
  const { random, hand } = told;
  const tenths = random.between(620, 1000);
  const writers = [
    (value: string) => `Tỷ lệ ${topic.unit} ${topic.good} đạt ${value}.`,
    (value: string) => `${capital(told.frame.words)}, có ${value} ${topic.unit} ${topic.good}.`,
    (value: string) => `${value} ${topic.unit} ${topic.good}.`,
  ].map((write) => (share: number) => [paragraph(write(percent(share, hand)))]);
  return say(tenths / 1000, random.pick(writers), {
    random,
    spoilings: [
      {
        error: 'share-over',
        what: 'a percentage of a whole above a hundred',
        spoil: (_, random) => random.between(1010, 1400) / 1000,
      },
    ],
  });
}
