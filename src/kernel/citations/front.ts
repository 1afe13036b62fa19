/** What stands in front of the number of a document: its type, `số`, and sometimes whose it is. */
import { issuerAtStart } from './issuers.ts';
import { type CitationType, TYPE_NAMES, typeOfName } from './types.ts';

export type Front = {
  readonly start: number;
  readonly type: CitationType | null;
  readonly issuerBefore: string | null;
  /** `số` is written. */
  readonly hasWord: boolean;
};

export const NAMES = TYPE_NAMES.join('|');
export const NUMBER_WORD = '(?:số|sô|sổ)';

const BEFORE = new RegExp(
  String.raw`(?<!\p{L})(${NAMES})((?: liên tịch| chung)?(?: của(?: [\p{L}.]{1,12}){1,7})?)[ ,]{0,2}(?:${NUMBER_WORD} ?:? ?)?$`,
  'u',
);
const WORD_BEFORE = new RegExp(String.raw`(?<!\p{L})${NUMBER_WORD} ?:? ?$`, 'u');
const REACH = 110;

export function frontOf(lower: string, numberStart: number): Front {
  const before = lower.slice(Math.max(0, numberStart - REACH), numberStart);
  const [written, name, between = ''] = BEFORE.exec(before) ?? [];
  const hasWord = WORD_BEFORE.test(before);
  if (written === undefined || name === undefined) {
    return { start: numberStart, type: null, issuerBefore: null, hasWord };
  }
  const whose = / của (.+)$/.exec(between)?.[1];
  return {
    start: numberStart - written.length,
    type: typeOfName(name),
    issuerBefore: whose === undefined ? null : (issuerAtStart(whose)?.code ?? null),
    hasWord,
  };
}
