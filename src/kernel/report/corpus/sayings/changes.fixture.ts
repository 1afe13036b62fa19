/** Changes against an earlier period, with both ends said. */
import { capital, count, percent } from '../writing.fixture.ts';
import { deviating, paragraph, type Saying, say, type Spoiling } from '../saying.fixture.ts';
import { amountOf, subjectOf } from '../topics/speak.fixture.ts';
import type { Topic } from '../topics/topic.fixture.ts';
import type { Told } from './told.fixture.ts';

type Change = { readonly from: number; readonly to: number; readonly by: number; readonly share: number };

export function sayChange(topic: Topic, told: Told, to: number): Saying {
  const { random } = told;
  const from = earlier(to, random);
  const facts = { from, to, by: Math.abs(to - from), share: Math.abs(to - from) / from };
  const { withCount, withShare } = framesOf(topic, told, to > from);
  return random.chance(0.65)
    ? say(facts, random.pick(withCount), { spoilings: COUNTED, random })
    : say(facts, random.pick(withShare), { spoilings: SHARED, random });
}

function earlier(to: number, random: Told['random']): number {
  const from = Math.max(2, Math.round(to * (random.between(55, 150) / 100)));
  return from === to ? from + 1 : from;
}

const COUNTED: readonly Spoiling<Change>[] = [
  {
    error: 'change-wrong',
    what: 'the difference is another',
    spoil: (facts, random) => {
      const by = deviating(facts.by, random);
      return by > 0 && by !== facts.by ? { ...facts, by } : null;
    },
  },
  {
    error: 'change-wrong',
    what: 'the earlier end is another',
    spoil: (facts, random) => {
      const from = deviating(facts.from, random);
      return from > 0 &&
        Math.sign(facts.to - from) === Math.sign(facts.to - facts.from) &&
        from !== facts.from
        ? { ...facts, from }
        : null;
    },
  },
  {
    error: 'change-wrong',
    what: 'more is called less',
    spoil: ({ from, to, by, share }) => ({ from: to, to: from, by, share }),
  },
];

const SHARED: readonly Spoiling<Change>[] = [
  {
    error: 'change-wrong',
    what: 'the percentage is another',
    spoil: (facts, random) => ({ ...facts, share: facts.share + random.between(3, 20) / 100 }),
  },
];

function framesOf(topic: Topic, told: Told, isMore: boolean) {
  const number = (value: number): string => count(value, told.hand);
  const rise = isMore ? 'tăng' : 'giảm';
  const up = isMore ? 'lên' : 'xuống còn';
  const { unit } = topic;
  const { base, words } = told.frame;
  const subject = subjectOf(topic);
  const share = (change: Change): string => percent(change.share, told.hand);
  const withCount = [
    ({ from, to, by }: Change) =>
      `${capital(subject)} ${words} là ${number(to)} ${unit}, ${rise} ${number(by)} ${unit} so với ${base} (${number(from)} ${unit}).`,
    ({ from, to, by }: Change) =>
      `So với ${base} (${number(from)} ${unit}), ${subject} ${rise} ${number(by)} ${unit}, đạt ${number(to)} ${unit}.`,
    ({ from, to, by }: Change) =>
      `${capital(subject)} ${rise} từ ${number(from)} ${unit} (${base}) ${up} ${number(to)} ${unit} (${words}), tức ${rise} ${number(by)} ${unit}.`,
    ({ from, to, by }: Change) =>
      `Nếu như ${base} chỉ ghi nhận ${amountOf(topic, number(from))} thì ${words} là ${number(to)} ${unit}, ${rise} ${number(by)} ${unit}.`.replace(
        ' chỉ ',
        isMore ? ' chỉ ' : ' ',
      ),
    ({ from, to, by }: Change) =>
      `${capital(words)}, ${told.who} ${topic.doing} ${amountOf(topic, number(to))} (${base}: ${number(from)} ${unit}; ${rise} ${number(by)} ${unit}).`,
    ({ from, to, by }: Change) =>
      `${capital(base)}, ${subject} là ${number(from)} ${unit}; đến ${words} là ${number(to)} ${unit}, ${rise} ${number(by)} ${unit} so với ${base}.`,
  ].map((write) => (change: Change) => [paragraph(write(change))]);
  const withShare = [
    ({ from, to, ...change }: Change) =>
      `${capital(subject)} ${words} đạt ${number(to)} ${unit}, ${rise} ${share({ from, to, ...change })} so với ${base} (${number(from)} ${unit}).`,
    (change: Change) =>
      `${capital(subject)} từ ${number(change.from)} ${unit} ${base} ${rise} ${up} ${number(change.to)} ${unit} ${words} (${rise} ${share(change)}).`,
    (change: Change) =>
      `${capital(words)}, đã ${topic.doing} ${amountOf(topic, number(change.to))}, ${rise} ${share(change)} so với ${number(change.from)} ${unit} của ${base}.`,
  ].map((write) => (change: Change) => [paragraph(write(change))]);
  return { withCount, withShare };
}
