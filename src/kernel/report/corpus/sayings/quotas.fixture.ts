/** What was given against what is there, is used and is left. */
import { day, count, decimal, grouped } from '../writing.fixture.ts';
import { paragraph, type Saying, say, type Spoiling } from '../saying.fixture.ts';
import type { Told } from './told.fixture.ts';

type Quota = { readonly given: number; readonly used: number; readonly left: number };

const GROUPS = [
  'biên chế công chức',
  'biên chế hành chính',
  'biên chế sự nghiệp',
  'biên chế giáo viên',
  'biên chế viên chức',
  'biên chế khối Đảng, đoàn thể',
];

/** A group of posts is told of once in a report. */
export function sayQuotas(told: Told, most: number): readonly Saying[] {
  return told.random.some(GROUPS, most).map((group) => sayPosts(told, group));
}

function sayPosts(told: Told, group: string): Saying {
  const { random } = told;
  const given = random.between(40, 900);
  const left = random.between(1, Math.max(2, Math.floor(given / 12)));
  const facts = { given, left, used: given - left };
  return random.chance(0.7)
    ? say(facts, random.pick(postFrames(told, group)), { spoilings: LEFT, random })
    : say(facts, random.pick(presentFrames(told, group)), { spoilings: PRESENT, random });
}

const LEFT: readonly Spoiling<Quota>[] = [
  {
    error: 'quota-sum',
    what: 'what is left does not make what was given',
    spoil: ({ given, used, left }, random) => ({ given, used, left: left + random.between(1, 9) }),
  },
  {
    error: 'quota-sum',
    what: 'fewer are there than were given, and do not make it',
    spoil: ({ given, used, left }, random) =>
      used < 20 ? null : { given, left, used: used - random.between(1, 9) },
  },
];

const PRESENT: readonly Spoiling<Quota>[] = [
  {
    error: 'quota-over',
    what: 'more are there than were given',
    spoil: ({ given, left }, random) => ({
      given,
      left,
      used: given + random.between(1, Math.ceil(given / 10)),
    }),
  },
];

function postFrames({ hand, frame, who }: Told, group: string) {
  const number = (value: number): string => count(value, hand);
  const date = day(frame.countedTo, hand);
  const writers: readonly ((quota: Quota) => string)[] = [
    ({ given, used, left }) =>
      `Tổng ${group} được giao ${frame.words} là ${number(given)} người; số có mặt đến ngày ${date} là ${number(used)} người, chưa sử dụng ${number(left)} biên chế.`,
    ({ given, used, left }) =>
      `${who} được giao ${number(given)} ${group}, đã sử dụng ${number(used)}, còn ${number(left)} chưa tuyển dụng.`,
    ({ given, used, left }) =>
      `Về ${group}: được cấp có thẩm quyền giao ${number(given)} chỉ tiêu, hiện có mặt ${number(used)} người, còn thiếu ${number(left)} người.`,
    ({ given, used, left }) =>
      `Số ${group} hiện có ${number(used)} người/${number(given)} chỉ tiêu được giao (chưa sử dụng ${number(left)} chỉ tiêu).`,
    ({ given, used, left }) =>
      `${group.charAt(0).toUpperCase()}${group.slice(1)}: giao ${number(given)}; có mặt ${number(used)}; còn lại chưa sử dụng ${number(left)}.`,
  ];
  return writers.map((write) => (quota: Quota) => [paragraph(write(quota))]);
}

function presentFrames({ hand, frame }: Told, group: string) {
  const number = (value: number): string => count(value, hand);
  const writers: readonly ((quota: Quota) => string)[] = [
    ({ given, used }) =>
      `Tổng ${group} được giao ${frame.words} là ${number(given)} biên chế; hiện có mặt ${number(used)} người.`,
    ({ given, used }) =>
      `Đến ngày ${day(frame.countedTo, hand)}, ${group} có mặt ${number(used)} người so với ${number(given)} biên chế được giao.`,
    ({ given, used }) => `Được giao ${number(given)} ${group}, thực tế có mặt là ${number(used)} người.`,
  ];
  return writers.map((write) => (quota: Quota) => [paragraph(write(quota))]);
}

/** Money given, spent and left, with the share that was spent. */
export function sayMoney({ random, hand, frame }: Told, purpose: string): Saying {
  const given = random.between(400, 98_000);
  const left = random.between(1, Math.floor(given / 6));
  const money = (value: number): string => `${grouped(value)} triệu đồng`;
  const share = ({ given, used }: Quota): string => `${decimal((used / given) * 100, hand.decimals)}%`;
  const writers: readonly ((quota: Quota) => string)[] = [
    (quota) =>
      `Kế hoạch vốn ${purpose} được giao ${money(quota.given)}, đã giải ngân ${money(quota.used)} (đạt ${share(quota)}), còn lại ${money(quota.left)}.`,
    (quota) =>
      `Tổng kinh phí ${purpose} giao ${frame.words} là ${money(quota.given)}; đã sử dụng ${money(quota.used)}; chưa sử dụng ${money(quota.left)}.`,
    (quota) =>
      `Dự toán ${purpose}: giao ${money(quota.given)}, thực hiện ${money(quota.used)}, dư ${money(quota.left)} chuyển kỳ sau.`,
  ];
  return say(
    { given, left, used: given - left },
    random.pick(writers.map((write) => (quota: Quota) => [paragraph(write(quota))])),
    {
      random,
      spoilings: [
        {
          error: 'quota-sum',
          what: 'money left is another',
          spoil: ({ given, used, left }, random) => ({ given, used, left: left + random.between(2, 900) }),
        },
      ],
    },
  );
}
