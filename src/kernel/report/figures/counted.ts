/** What a figure counts, as a noun phrase that can be compared with another one's or with the name of an indicator. */
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Figure, FiguredPassage } from './figure.ts';

/** Times in folded words, wherever they stand. */
const TIMES =
  /(?:^| )(?:trong |tinh den |den )?(?:het )?(?:cung ky )?(?:\d{1,2} thang (?:dau|cuoi) nam \d{4}|quy [ivx\d]+(?: nam |\/)?\d{0,4}|(?:giai doan )(?:tu )?\d{4}(?: ?[-–] ?| den )(?:nam )?\d{4}|thang \d{1,2}(?: nam |\/)\d{4}|ngay [\d/]+|nam \d{4}|trong ky)(?= |$)/g;
const LEAD = /^(?:nhu da neu |ve |do |tong |so |luong |cac )+/;
const TAIL = /(?: (?:la|dat|co|duoc|duoc la|uoc dat|gom|da|trong do)(?: .*)?)$/;

/** `hồ sơ thủ tục hành chính` of "1.200 hồ sơ thủ tục hành chính đã tiếp nhận": the words behind the number. */
export function nounBehind({ low }: FiguredPassage, figure: Figure): string {
  const unit = fold(low.slice(figure.end, figure.unitEnd));
  const rest = figure.object.replace(TIMES, ' ').replace(/\s+/g, ' ').trim();
  return `${unit} ${` ${rest}`.replace(/ (?:la|dat|co|duoc|da|dang|trong|tai|o|so voi|va|theo|thuc hien|hoac)(?: .*)?$/, '').trim()}`.trim();
}

/** `hồ sơ thủ tục hành chính` of "Số hồ sơ thủ tục hành chính năm 2023 là 1.200 hồ sơ"; empty when the words before name nothing. */
export function nounBefore({ low }: FiguredPassage, figure: Figure): string {
  const words = figure.subject.replace(TIMES, ' ').replace(/\s+/g, ' ').trim();
  const isNamed = /(?:là|đạt|có|:|được)(?: \p{L}+)? $/u.test(
    low.slice(Math.max(0, figure.start - 12), figure.start),
  );
  return isNamed ? bareNoun(words.replace(TAIL, '')) : '';
}

/** The name of something counted without "số", "tổng số". */
export function bareNoun(name: string): string {
  return fold(name).replace(LEAD, '').trim();
}
