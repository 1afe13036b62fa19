import type { Rule } from './rule.ts';

/** Every rule of the checker, in the order in which their pages stand. One line each. */
export const RULES: readonly Rule[] = [];

export function ruleByCode(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
