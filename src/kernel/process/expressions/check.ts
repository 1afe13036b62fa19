/** What is wrong with a condition, found when a process is published. */
import { parse } from './syntax.ts';
import { typeOf, typeWords } from './type-of.ts';
import type { Variables } from './variables.ts';

/** A Vietnamese clause, to stand behind the name of the element, or null when the condition is fine. */
export function conditionProblem(condition: string, variables: Variables): string | null {
  const root = parse(condition, variables);
  if (root === null) return `điều kiện “${condition}” viết chưa đúng cú pháp`;
  const { type, problem } = typeOf(root, { text: condition, variables });
  if (problem !== undefined) return problem;
  return type === 'boolean'
    ? null
    : `điều kiện “${condition}” phải cho kết quả đúng hoặc sai, không phải ${typeWords(type)}`;
}
