/** Which rules are to find a planted error; more than one where two say the same thing rightly. */
const RULES_OF_ERRORS = {
  'parts-not-whole': ['parts-not-whole'],
  'part-over-whole': ['part-over-whole'],
  'change-wrong': ['change-not-following'],
  'quota-over': ['more-than-allotted'],
  'quota-sum': ['used-and-unused'],
  'share-over': ['share-over-hundred'],
  'share-wrong': ['share-not-following'],
  grouping: ['number-grouping'],
  'range-turned': ['range-turned'],
  'words-against-digits': ['number-in-words'],
  'count-against-list': ['count-against-list'],
  'said-differently': ['said-differently'],
  'own-figure': ['own-figure'],
  'type-against-symbol': ['type-against-symbol'],
  'number-year': ['number-year'],
  'number-missing': ['number-missing'],
  'date-missing': ['date-missing'],
  'no-such-day': ['no-such-day'],
  'after-report': ['after-report'],
  'day-off': ['day-off'],
  'date-differs': ['date-differs'],
  'type-differs': ['type-differs', 'type-against-symbol'],
  'issuer-differs': ['issuer-differs'],
  'title-differs': ['title-differs'],
  'numbers-against-dates': ['numbers-against-dates'],
  'out-of-force': ['out-of-force'],
  'said-twice': ['said-twice'],
  'period-unfit': ['period-unfit'],
  numbering: ['numbering'],
  encoding: ['encoding'],
  'doubled-word': ['doubled-word'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PlantedError = keyof typeof RULES_OF_ERRORS;

export const ERRORS: readonly string[] = Object.keys(RULES_OF_ERRORS);

const BY_ERROR: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(RULES_OF_ERRORS));

export function rulesOf(error: string): readonly string[] {
  return BY_ERROR.get(error) ?? [];
}
