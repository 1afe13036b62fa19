/** Fields of the procedure's form that its process asks about, and what was answered. */
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { FieldMessages } from '#kernel/refusal.ts';
import { formatDate, formatNumber, parseDate, parseNumber } from '#kernel/vietnamese/format.ts';
import type { FormField, ProcedureContent } from '#capabilities/procedures/schema.ts';
import { type Answer, answerField, type Answers, type TypedAnswers } from './schema.ts';

/** Those that a condition names, in the order of the form; the others stay on the applicant's paper. */
export function askedFields(
  definition: ProcessDefinition,
  { eform }: Pick<ProcedureContent, 'eform'>,
): readonly FormField[] {
  const asked = new Set(
    definition.flows.flatMap(({ condition }) =>
      [...(condition ?? '').matchAll(/\bform\.([a-zA-Z]\w*)/g)].map(([, name]) => name),
    ),
  );
  return eform.filter(({ name }) => asked.has(name));
}

/** What was typed, by the types of the fields, and what is wrong with it. Fields that are not asked are left out. */
export function readAnswers(
  fields: readonly FormField[],
  typed: TypedAnswers,
): { readonly answers: Answers; readonly problems: FieldMessages } {
  const answers: Record<string, Answer> = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const text = (typed[field.name] ?? '').trim();
    if (text === '') {
      if (field.required) problems[answerField(field.name)] = `Hãy ghi: ${field.label}.`;
      continue;
    }
    const answer = answerOf(field, text);
    if (answer === null) problems[answerField(field.name)] = WRONG[field.type] ?? 'Hãy xem lại mục này.';
    else answers[field.name] = answer;
  }
  return { answers, problems };
}

const WRONG: Readonly<Partial<Record<FormField['type'], string>>> = {
  number: 'Hãy ghi một số, ví dụ 120,5.',
  date: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.',
  select: 'Hãy chọn một trong các mục.',
  'yes-no': 'Hãy chọn có hoặc không.',
};

function answerOf(field: FormField, text: string): Answer | null {
  switch (field.type) {
    case 'number':
      return parseNumber(text);
    case 'date':
      return parseDate(text);
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : null;
    case 'select':
      return field.options.includes(text) ? text : null;
    case 'text':
    case 'textarea':
    case 'address':
    case 'id-number':
    case 'phone':
    case 'email':
      return text;
  }
}

/** As it was typed, for showing it again. */
export function typedOf(field: FormField, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (typeof answer === 'number') return formatNumber(answer);
  return field.type === 'date' ? formatDate(answer) : answer;
}

/** As people read it. */
export function answerWords(field: FormField, answer: Answer): string {
  return typeof answer === 'boolean' ? (answer ? 'Có' : 'Không') : typedOf(field, answer);
}
