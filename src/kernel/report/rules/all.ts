import { CHANGE_NOT_FOLLOWING } from './change-not-following.ts';
import { MORE_THAN_ALLOTTED } from './more-than-allotted.ts';
import { NUMBER_GROUPING } from './number-grouping.ts';
import { NUMBER_IN_WORDS } from './number-in-words.ts';
import { PARTS_NOT_WHOLE } from './parts-not-whole.ts';
import { PART_OVER_WHOLE } from './part-over-whole.ts';
import { RANGE_TURNED } from './range-turned.ts';
import { SHARE_NOT_FOLLOWING } from './share-not-following.ts';
import { SHARE_OVER_HUNDRED } from './share-over-hundred.ts';
import { USED_AND_UNUSED } from './used-and-unused.ts';
import type { Rule } from './rule.ts';

/** Every rule of the checker, in the order in which their pages stand. One line each. */
export const RULES: readonly Rule[] = [
  PARTS_NOT_WHOLE,
  PART_OVER_WHOLE,
  CHANGE_NOT_FOLLOWING,
  SHARE_NOT_FOLLOWING,
  SHARE_OVER_HUNDRED,
  MORE_THAN_ALLOTTED,
  USED_AND_UNUSED,
  NUMBER_GROUPING,
  NUMBER_IN_WORDS,
  RANGE_TURNED,
];

export function ruleByCode(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
