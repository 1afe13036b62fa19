/** Conditions at work. Published ones are checked; what still goes wrong is told, never thrown. */
import { evaluate } from 'feelin';
import type { Facts } from './variables.ts';

/**
 * Whether a condition holds. When it cannot be decided (a fact is missing, the text cannot be read) it counts as false,
 * and `problem` says why in Vietnamese.
 */
export function evaluateCondition(
  condition: string,
  facts: Facts,
): { readonly value: boolean; readonly problem: string | null } {
  const value = tryToEvaluate(condition, facts);
  if (typeof value === 'boolean') return { value, problem: null };
  const problem =
    value === undefined
      ? `Không đọc được điều kiện “${condition}”.`
      : `Chưa đủ thông tin để xét điều kiện “${condition}”.`;
  return { value: false, problem };
}

/** Undefined when the text is no expression. The library throws then, and on calls of what is no function. */
function tryToEvaluate(condition: string, facts: Facts): unknown {
  try {
    return evaluate(condition, facts).value ?? null;
  } catch {
    return undefined;
  }
}
