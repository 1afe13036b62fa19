import { CHANGE_NOT_FOLLOWING } from './change-not-following.ts';
import { COUNT_AGAINST_LIST } from './count-against-list.ts';
import { MORE_THAN_ALLOTTED } from './more-than-allotted.ts';
import { NUMBER_GROUPING } from './number-grouping.ts';
import { NUMBER_IN_WORDS } from './number-in-words.ts';
import { OWN_FIGURE } from './own-figure.ts';
import { PARTS_NOT_WHOLE } from './parts-not-whole.ts';
import { PART_OVER_WHOLE } from './part-over-whole.ts';
import { RANGE_TURNED } from './range-turned.ts';
import { SAID_DIFFERENTLY } from './said-differently.ts';
import { SHARE_NOT_FOLLOWING } from './share-not-following.ts';
import { SHARE_OVER_HUNDRED } from './share-over-hundred.ts';
import { USED_AND_UNUSED } from './used-and-unused.ts';
import { AFTER_REPORT } from './after-report.ts';
import { DATE_DIFFERS } from './date-differs.ts';
import { DAY_OFF } from './day-off.ts';
import { DOUBLED_WORD } from './doubled-word.ts';
import { ENCODING } from './encoding.ts';
import { NO_SUCH_DAY } from './no-such-day.ts';
import { NUMBER_YEAR } from './number-year.ts';
import { TYPE_AGAINST_SYMBOL } from './type-against-symbol.ts';
import { NUMBER_MISSING } from './number-missing.ts';
import { DATE_MISSING } from './date-missing.ts';
import { ISSUER_DIFFERS } from './issuer-differs.ts';
import { NUMBERING } from './numbering.ts';
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
  COUNT_AGAINST_LIST,
  SAID_DIFFERENTLY,
  OWN_FIGURE,
  NO_SUCH_DAY,
  AFTER_REPORT,
  DATE_DIFFERS,
  NUMBER_YEAR,
  TYPE_AGAINST_SYMBOL,
  ENCODING,
  DOUBLED_WORD,
  DAY_OFF,
  NUMBER_MISSING,
  DATE_MISSING,
  ISSUER_DIFFERS,
  NUMBERING,
];

export function ruleByCode(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
