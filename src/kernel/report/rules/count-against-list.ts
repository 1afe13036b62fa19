import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { Figure, FiguredPassage } from '../figures/figure.ts';
import { amountWords } from '../figures/say.ts';
import { entriesBelow } from '../figures/wholes-in-lists.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

type Reading = Parameters<Rule['find']>[0];

export const COUNT_AGAINST_LIST: Rule = {
  code: 'count-against-list',
  name: 'Số lượng khác với danh sách kể ra',
  what: 'Đếm các mục kể sau “gồm”, “sau đây”, dấu hai chấm (ngăn cách bằng dấu chấm phẩy hoặc gạch đầu dòng) rồi so với số lượng nêu trước danh sách.',
  why: 'Người đọc đếm được ngay; số khác danh sách thì hoặc ghi nhầm số, hoặc kể thiếu, kể thừa.',
  examples: [
    {
      wrong: 'Tập trung 3 nhiệm vụ, gồm: rà soát thủ tục; số hóa hồ sơ.',
      right: 'Tập trung 2 nhiệm vụ, gồm: rà soát thủ tục; số hóa hồ sơ.',
    },
  ],
  find: (reading) => {
    const marks = new Map(reading.marks.map((mark) => [mark.passage, mark]));
    return reading.figured.flatMap((figured, index): readonly Finding[] => {
      if (figured.passage.kind === 'table-row') return [];
      const below = listHead(figured);
      const entries = below === null ? [] : entriesBelow(reading.figured, marks, index);
      const isOfParts = entries.filter(({ figures }) => figures.length > 0).length * 2 > entries.length;
      const listed =
        below !== null && entries.length > 1 && !isOfParts && isComplete(entries.at(-1)?.low ?? '');
      return [...inSentences(reading, figured), ...(listed ? findingOf(reading, below, entries.length) : [])];
    });
  },
};

const DURATIONS = new Set(['năm', 'tháng', 'ngày', 'tuần', 'giờ', 'phút', 'tuổi', '%', 'đồng', 'lần', '']);
const MOST = 40;

function isCount({ role, isExact, unit, value, grain, outOf }: Figure): boolean {
  const isWhole = grain === 1 && value > 0 && value <= MOST && outOf === null;
  return role === 'amount' && isExact && isWhole && !DURATIONS.has(unit);
}

/** Words that leave the list open. */
function isComplete(low: string): boolean {
  return !/(?:\.\.\.|…|v\.v\.?|vân vân)[.;]? ?$/.test(low);
}

/** The count right before a colon that ends the passage: nothing else counted between, and one sentence. */
function listHead({ figures, low }: FiguredPassage): Figure | null {
  const last = figures.at(-1);
  if (!last || !isCount(last) || !/: ?$/.test(low) || last.depth > 0) return null;
  const between = low.slice(last.unitEnd);
  return between.length < 120 && !/[.;!?] |trong đó/.test(between) ? last : null;
}

/** `gồm: việc này; việc kia; việc nọ.` */
function inSentences(reading: Reading, { figures, low, sentenceEnds }: FiguredPassage): readonly Finding[] {
  return figures.flatMap((figure, index) => {
    const end = sentenceEnds[figure.sentence] ?? low.length;
    const next = figures[index + 1];
    if (!isCount(figure) || figure.depth > 0 || (next && next.start < end) || end - figure.unitEnd > 2000)
      return [];
    const [, list] =
      /^[^.;:]{0,100}?(?:gồm|sau đây|như sau|cụ thể(?: là)?|(?<=\p{L})) ?: ?(.*)$/u.exec(
        low.slice(figure.unitEnd, end),
      ) ?? [];
    const entries = list?.split(';').filter((entry) => entry.trim() !== '') ?? [];
    return entries.length < 2 || !isComplete(list ?? '') ? [] : findingOf(reading, figure, entries.length);
  });
}

function findingOf(reading: Reading, figure: Figure, count: number): readonly Finding[] {
  if (figure.value === count) return [];
  return [
    findingAt(
      reading,
      {
        rule: COUNT_AGAINST_LIST.code,
        severity: 'warning',
        message: `Nêu ${amountWords(figure)} nhưng kể ra ${formatNumber(count)}.`,
        suggestion: 'Đếm lại danh sách hoặc sửa số lượng.',
      },
      { passage: figure.passage, start: figure.start, end: figure.unitEnd },
    ),
  ];
}
