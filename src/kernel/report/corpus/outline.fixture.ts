/** Headings numbered in the manners of offices. */
import type { Random } from './random.fixture.ts';
import type { Block } from './saying.fixture.ts';

const PARTS = ['Phần thứ nhất', 'Phần thứ hai', 'Phần thứ ba', 'Phần thứ tư'];
const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
];
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm'];

/** Numbers of the first and the second level, from zero. */
export type Outline = {
  readonly parts: boolean;
  readonly first: (at: number) => string;
  readonly second: (first: number, at: number) => string;
  readonly isUpper: boolean;
};

export function outlineOf(random: Random): Outline {
  const isUpper = random.chance(0.5);
  const parts = random.chance(0.25);
  const roman = (at: number): string => `${ROMAN[at]}. `;
  const phan = (at: number): string => `Phần ${ROMAN[at]}. `;
  const arabic = (at: number): string => `${at + 1}. `;
  return random.pick<Outline>([
    { parts, isUpper, first: roman, second: (_, at) => `${at + 1}. ` },
    { parts, isUpper, first: roman, second: (_, at) => `${at + 1}. ` },
    { parts, isUpper, first: roman, second: (_, at) => `${at + 1}) ` },
    { parts: false, isUpper: false, first: arabic, second: (first, at) => `${first + 1}.${at + 1}. ` },
    { parts: false, isUpper: false, first: arabic, second: (first, at) => `${first + 1}.${at + 1}. ` },
    { parts: false, isUpper: false, first: arabic, second: (_, at) => `${LETTERS[at]}) ` },
    { parts: false, isUpper, first: phan, second: (_, at) => `${ROMAN[at]}. ` },
  ]);
}

export const partTitle = (at: number): Block => ({ kind: 'title', text: PARTS[at] ?? '' });

export function heading(number: string, text: string, isUpper: boolean): Block {
  return { kind: 'heading', text: `${number}${isUpper ? text.toLocaleUpperCase('vi') : text}` };
}
