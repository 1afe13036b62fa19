/** How numbers are written: in groups, from one to another, in words, in front of a list. */
import { deviating, item, paragraph, type Saying, say } from '../saying.fixture.ts';
import { amountOf, subjectOf } from '../topics/speak.fixture.ts';
import type { Topic } from '../topics/topic.fixture.ts';
import { capital, count, grouped, inWords } from '../writing.fixture.ts';
import type { Told } from './told.fixture.ts';

const CROWDS = [
  ['hội nghị tuyên truyền pháp luật', 'lượt người tham dự'],
  ['buổi tập huấn nghiệp vụ', 'lượt cán bộ, công chức tham gia'],
  ['đợt phát thanh lưu động', 'lượt người nghe'],
  ['cuộc thi tìm hiểu', 'bài dự thi'],
  ['chương trình ngoại khóa', 'lượt học sinh hưởng ứng'],
] as const;

/** Big numbers in groups of three. */
export function sayGrouped({ random, who }: Told): Saying {
  const [event, people] = random.pick(CROWDS);
  const value = random.between(1100, 2_400_000);
  const times = random.between(3, 40);
  const around = random.pick(['', 'hơn ', 'trên ', 'gần ', 'khoảng ']);
  const writers = [
    (number: string) => `${who} đã tổ chức ${times} ${event} với ${around}${number} ${people}.`,
    (number: string) => `Thông qua ${times} ${event}, đã thu hút ${around}${number} ${people}.`,
    (number: string) => `Số ${people} ước đạt ${number}.`,
  ].map((write) => (number: string) => [paragraph(write(number))]);
  return say(grouped(value), random.pick(writers), {
    random,
    spoilings: [
      { error: 'grouping', what: 'a digit too many in a group', spoil: (number) => `${number}0` },
      {
        error: 'grouping',
        what: 'a digit too few in a group',
        spoil: (number) => (number.split('.').length > 2 ? number.replace(/\d\.(\d{3})$/, '.$1') : null),
      },
      {
        error: 'grouping',
        what: 'a group of four in the middle',
        spoil: (number) => (number.split('.').length > 2 ? number.replace(/\.(\d{3})\./, '.$10.') : null),
      },
    ],
  });
}

export function sayRange({ random, who, hand }: Told): Saying {
  const least = random.between(2, 30);
  const most = least + random.between(1, 12);
  const writers = [
    ([a, b]: readonly [string, string]) =>
      `Bình quân mỗi tháng, ${who} tổ chức từ ${a} đến ${b} cuộc họp giao ban chuyên đề.`,
    ([a, b]: readonly [string, string]) => `Mỗi quý bố trí từ ${a} - ${b} buổi đối thoại với người dân.`,
    ([a, b]: readonly [string, string]) =>
      `Thời gian xử lý được rút ngắn từ ${a} đến ${b} giờ làm việc đối với mỗi trường hợp.`,
    ([a, b]: readonly [string, string]) =>
      `Hằng năm có từ ${a} đến ${b} đơn vị đăng ký thi đua theo chuyên đề.`,
  ].map((write) => (ends: readonly [string, string]) => [paragraph(write(ends))]);
  const ends = [count(least, hand), count(most, hand)] as const;
  return say<readonly [string, string]>(ends, random.pick(writers), {
    random,
    spoilings: [{ error: 'range-turned', what: 'from more to less', spoil: ([a, b]) => [b, a] }],
  });
}

/** The same number in digits and in words. */
export function sayInWords(topic: Topic, told: Told): Saying {
  const { random, hand } = told;
  const value = random.between(3, 480);
  type Facts = { readonly digits: number; readonly words: number };
  const both = ({ digits, words }: Facts): string => `${count(digits, hand)} (${inWords(words)})`;
  const writers = [
    (facts: Facts) => `Đến thời điểm báo cáo, đã có ${both(facts)} ${topic.unit} ${topic.good}.`,
    (facts: Facts) => `Thống nhất chọn ${both(facts)} ${topic.unit} làm điểm để rút kinh nghiệm.`,
    (facts: Facts) => `Ghi nhận ${both(facts)} ${topic.unit} ${topic.some}.`,
  ].map((write) => (facts: Facts) => [paragraph(write(facts))]);
  return say({ digits: value, words: value }, random.pick(writers), {
    random,
    spoilings: [
      {
        error: 'words-against-digits',
        what: 'other words',
        spoil: ({ digits, words }, random) => ({ digits, words: deviating(words, random) }),
      },
      {
        error: 'words-against-digits',
        what: 'other digits',
        spoil: ({ digits, words }, random) => ({ digits: deviating(digits, random), words }),
      },
    ],
  });
}

/** A number in front of a list of so many things. */
export function sayListed({ random, hand }: Told, things: readonly string[]): Saying {
  const taken = random.some(things, random.between(3, Math.min(6, things.length)));
  type Facts = { readonly stated: number };
  const noun = random.pick(['nhóm nhiệm vụ', 'nội dung', 'giải pháp trọng tâm', 'nhiệm vụ chủ yếu']);
  const dash = random.pick(['- ', '+ ']);
  const lettered = ['a) ', 'b) ', 'c) ', 'd) ', 'đ) ', 'e) '];
  const frames = [
    ({ stated }: Facts) => [
      paragraph(`Trong kỳ tập trung vào ${count(stated, hand)} ${noun}, gồm: ${taken.join('; ')}.`),
    ],
    ({ stated }: Facts) => [
      paragraph(`Đã xác định ${count(stated, hand)} ${noun} sau đây:`),
      ...taken.map((thing, at) => item(`${dash}${capital(thing)}${at === taken.length - 1 ? '.' : ';'}`)),
    ],
    ({ stated }: Facts) => [
      paragraph(`Công tác chỉ đạo tập trung ${count(stated, hand)} ${noun}:`),
      ...taken.map((thing, at) =>
        item(`${lettered[at]}${capital(thing)}${at === taken.length - 1 ? '.' : ';'}`),
      ),
    ],
  ];
  return say({ stated: taken.length }, random.pick(frames), {
    random,
    spoilings: [
      {
        error: 'count-against-list',
        what: 'a number that is not that of the list',
        spoil: ({ stated }, random) => ({ stated: stated + random.pick([-1, 1, 2]) }),
      },
    ],
  });
}

/** One figure said twice, in places of their own. */
export function sayAgain(topic: Topic, { hand, frame, random }: Told, total: number): Saying {
  const subject = subjectOf(topic);
  const writers = [
    (value: number) => `Như đã nêu, ${subject} ${frame.words} là ${count(value, hand)} ${topic.unit}.`,
    (value: number) =>
      `${capital(subject)} ${frame.words} là ${count(value, hand)} ${topic.unit}, cơ bản đáp ứng yêu cầu đề ra.`,
    (value: number) => `${capital(frame.words)}, đã ${topic.doing} ${amountOf(topic, count(value, hand))}.`,
  ].map((write) => (value: number) => [paragraph(write(value))]);
  return say(total, random.pick(writers), {
    random,
    spoilings: [
      {
        error: 'said-differently',
        what: 'a figure said twice, the second time another',
        spoil: (value, random) => deviating(value, random),
      },
    ],
  });
}
