import { z } from 'zod';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { documentInput, type Doubt, type RegisteredDocument } from '../schema.ts';
import { DOCUMENT_FIELDS } from '../words.ts';

/** What the form of a document sends. */
export const documentEntry = z.intersection(
  documentInput,
  z.object({
    id: z.number().int().positive().nullable(),
    sequence: z.coerce.number().int().nonnegative(),
    isOther: z.boolean(),
  }),
);

export const withdrawalInput = z.object({
  id: z.number().int().positive(),
  sequence: z.coerce.number().int().nonnegative(),
  reason: z.string().trim().min(5, 'Hãy ghi lý do rút.').max(500, 'Dài nhất 500 ký tự.'),
});

/** Fields of the form → what the schema parses; `id` null for a new document. */
export function readDocumentForm(values: FormValues, id: number | null) {
  const text = (name: string): string => valueOf(values, name).trim();
  const date = (name: string): string | null =>
    text(name) === '' ? null : (parseDate(text(name)) ?? text(name));
  const whole = (name: string): number | null => (text(name) === '' ? null : Number(text(name)));
  return {
    id,
    sequence: text('sequence') || '0',
    isOther: text('isOther') !== '',
    type: text('type'),
    number: text('number'),
    yearInNumber: whole('yearInNumber'),
    symbol: text('symbol').replaceAll(' ', ''),
    issuer: text('issuer'),
    issuerUnitId: whole('issuerUnitId'),
    issuedOn: date('issuedOn'),
    title: text('title'),
    inForceFrom: date('inForceFrom'),
    inForceUntil: date('inForceUntil'),
    replacedBy: text('replacedBy') === '' ? null : whole('replacedByValue'),
    doubts: readDoubts(text),
    sources: readSources(text('sources')),
    note: text('note'),
  };
}

function readDoubts(text: (name: string) => string) {
  return DOCUMENT_FIELDS.flatMap((field) => {
    const kind = text(`doubt-${field}`);
    return kind === '' ? [] : [{ field, kind, note: text(`doubt-${field}-note`) }];
  });
}

/** A line for each place: source | place | how it stands there. */
function readSources(text: string) {
  return text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([source = '']) => source !== '')
    .map(([source = '', place = '', ...said]) => ({ source, place, said: said.join(' | ') }));
}

/** A document as its form holds it. */
export function valuesOf(document: RegisteredDocument, replacedBy: string): FormValues {
  const { doubts, sources } = document;
  const date = (day: string | null): string => (day === null ? '' : formatDate(day));
  const single: Readonly<Record<string, string>> = {
    sequence: String(document.sequence),
    type: document.type,
    number: document.number,
    yearInNumber: document.yearInNumber === null ? '' : String(document.yearInNumber),
    symbol: document.symbol,
    issuer: document.issuer,
    issuerUnitId: document.issuerUnitId === null ? '' : String(document.issuerUnitId),
    issuedOn: date(document.issuedOn),
    title: document.title,
    inForceFrom: date(document.inForceFrom),
    inForceUntil: date(document.inForceUntil),
    replacedBy,
    replacedByValue: document.replacedBy === null ? '' : String(document.replacedBy),
    sources: sources.map(({ source, place, said }) => `${source} | ${place} | ${said}`).join('\n'),
    note: document.note,
    ...doubtValues(doubts),
  };
  return Object.fromEntries(Object.entries(single).map(([name, value]) => [name, [value]]));
}

/** One line a field: what several doubts about it say stands together. */
function doubtValues(doubts: readonly Doubt[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    DOCUMENT_FIELDS.flatMap((field) => {
      const about = doubts.filter((one) => one.field === field);
      return [
        [`doubt-${field}`, about[0]?.kind ?? ''],
        [`doubt-${field}-note`, about.map(({ note }) => note).join(' ')],
      ];
    }),
  );
}
