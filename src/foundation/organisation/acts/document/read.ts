import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { Act } from '../schema.ts';

/** The document fields of a form as the schema parses them; a date that is none stays text and is refused there. */
export function readDocument(values: FormValues) {
  const text = (name: string) => valueOf(values, name);
  return {
    title: text('title'),
    effectiveOn: parseDate(text('effectiveOn')) ?? text('effectiveOn'),
    documentNumber: text('documentNumber'),
    documentIssuedOn: text('documentIssuedOn') === '' ? null : (parseDate(text('documentIssuedOn')) ?? ''),
    documentIssuer: text('documentIssuer'),
    certainty: text('isLikely') === 'yes' ? 'likely' : 'sure',
    note: text('note'),
  };
}

/** The document of an act as its form shows it. */
export function documentValues(act: Act): FormValues {
  return {
    title: [act.title],
    effectiveOn: [formatDate(act.effectiveOn)],
    documentNumber: [act.documentNumber],
    documentIssuedOn: [act.documentIssuedOn === null ? '' : formatDate(act.documentIssuedOn)],
    documentIssuer: [act.documentIssuer],
    isLikely: [act.certainty === 'likely' ? 'yes' : ''],
    note: [act.note],
  };
}
