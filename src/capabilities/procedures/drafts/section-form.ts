/** A section of a draft as form values and back: filled in from the content, read for the schema, rows moved about. */
import { z } from 'zod';
import { formatDate, formatNumber, parseDate, parseNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, rowsOf, valueOf, valuesOf } from '#web/http/form-values.ts';
import { procedureContent, type ProcedureContent } from '../content.ts';
import type { Section } from '../rules.ts';
import type { FieldKind, FieldSpec, SectionSpec } from './fields.ts';
import { SECTIONS } from './sections.ts';

type Values = Readonly<Record<string, unknown>>;

/** What saving a section changes; code and day are of the procedure and the draft, not of the content. */
export type SectionChange = {
  readonly changes: Partial<ProcedureContent>;
  readonly code?: string | null;
  readonly validFrom?: string | null;
};

const code = z
  .string()
  .regex(/^\d\.\d{6}$/, 'Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, ví dụ 1.001193.')
  .nullable();
const day = procedureContent.shape.legalBasis.unwrap().element.unwrap().shape.date;

const PICKS = {
  general: {
    name: true,
    shortName: true,
    domain: true,
    level: true,
    applicants: true,
    onlineLevel: true,
    postal: true,
    lifeEvents: true,
    synonyms: true,
  },
  time: { timeLimit: true, extensions: true },
  papers: { papers: true },
  steps: { steps: true },
  fees: { fees: true },
  results: { results: true, conditions: true, forms: true },
  legal: { legalBasis: true },
  eform: { eform: true },
} as const satisfies Record<Section, Partial<Record<keyof ProcedureContent, true>>>;

/** The shape of a section after `readSection`. */
export function sectionSchema(section: Section): z.ZodType<SectionChange> {
  const content = procedureContent.pick(PICKS[section]);
  if (section !== 'general') return content.transform((changes) => ({ changes }));
  return content
    .extend({ code, validFrom: day })
    .transform(({ code, validFrom, ...changes }) => ({ changes, code, validFrom }));
}

/** Form values → what `sectionSchema` parses. Mistakes are handed on for the schema to name. */
export function readSection(section: Section, values: FormValues): unknown {
  const spec = SECTIONS[section];
  const fields = spec.fields.map((field) => [field.key, readField(field, values)] as const);
  const groups = spec.groups.map((group) => {
    const rows = rowsOf(values, group.key).map((row) => readRow(group.fields, row));
    return [group.key, group.key === 'steps' ? rows.map(withPlace) : rows] as const;
  });
  return shaped(section, nested([...fields, ...groups]));
}

/** Names of a failed parse → names of inputs: the place of a step stands flat in its row. */
export function inputName(path: string): string {
  return path.replace('.place.', '.').replace(/^(results|forms)\.\d+(\.name)?$/, '$1');
}

/** The content as the values of a section's inputs. */
export function fillSection(section: Section, content: Values): FormValues {
  const spec = SECTIONS[section];
  const values: Record<string, readonly string[]> = {};
  for (const field of spec.fields) values[field.key] = writeField(field, valueAt(content, field.key));
  for (const group of spec.groups) {
    const rows = content[group.key];
    if (!Array.isArray(rows)) continue;
    for (const [index, row] of rows.filter(isValues).entries()) {
      const flat: Values = { ...row, ...(isValues(row['place']) ? row['place'] : {}) };
      for (const field of group.fields) {
        values[`${group.key}.${index}.${field.key}`] = writeField(field, flat[field.key]);
      }
    }
  }
  return values;
}

/** `add:papers`, `remove:papers:2`, `up:papers:2`, `down:papers:2`: the values after a button of the list was pressed. */
export function withRowCommand(spec: SectionSpec, values: FormValues, command: string): FormValues {
  const [verb = '', key = '', at = ''] = command.split(':');
  const group = spec.groups.find((one) => one.key === key);
  if (!group) return values;
  const rows = moved(rowsOf(values, key), verb, Number(at));
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${key}.`));
  const own = rows.flatMap((row, index) =>
    // An added row has no value yet, but must be seen; its first field stands for it.
    Object.entries(row).length === 0
      ? [[`${key}.${index}.${group.fields[0]?.key ?? ''}`, ['']] as const]
      : Object.entries(row).map(([name, value]) => [`${key}.${index}.${name}`, [value]] as const),
  );
  return Object.fromEntries([...others, ...own]);
}

type Row = Readonly<Record<string, string>>;

function moved(rows: readonly Row[], verb: string, at: number): readonly Row[] {
  if (verb === 'add') return [...rows, {}];
  const row = rows[at];
  if (!row) return rows;
  const rest = rows.toSpliced(at, 1);
  if (verb === 'remove') return rest;
  const target = verb === 'up' ? Math.max(0, at - 1) : Math.min(rest.length, at + 1);
  return rest.toSpliced(target, 0, row);
}

function readField(field: FieldSpec, values: FormValues): unknown {
  if (field.kind === 'checks') return valuesOf(values, field.key);
  return readText(field, valueOf(values, field.key));
}

function readRow(fields: readonly FieldSpec[], row: Row): Values {
  return Object.fromEntries(fields.map((field) => [field.key, readText(field, row[field.key] ?? '')]));
}

function readText({ kind, key }: FieldSpec, text: string): unknown {
  return text === '' && LEFT_OUT.has(key) ? undefined : READERS[kind](text, key);
}

/** Left empty they are not part of the content. */
const LEFT_OUT = new Set(['laterFrom', 'laterVnd', 'maximumVnd']);

const asText = (text: string, key: string) => (NULLABLE.has(key) && text === '' ? null : text);
const asNumber = (text: string) => (text === '' ? null : (parseNumber(text) ?? text));
const NULLABLE = new Set(['function', 'code']);
const NAMED = new Set(['results', 'forms']);

/** What cannot be read is handed on as text, and the schema says what is wrong with it. */
const READERS: Readonly<Record<FieldKind, (text: string, key: string) => unknown>> = {
  text: asText,
  area: asText,
  select: asText,
  radio: asText,
  checks: asText,
  check: (text) => text !== '',
  number: asNumber,
  money: asNumber,
  date: (text) => (text === '' ? null : (parseDate(text) ?? text)),
  lines: (text, key) => linesOf(text).map((line) => (NAMED.has(key) ? { name: line } : line)),
};

function writeField({ kind }: FieldSpec, value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    const texts = value.map((one: unknown) => nameOf(one));
    return kind === 'lines' ? [texts.join('\n')] : texts;
  }
  if (typeof value === 'boolean') return value ? ['yes'] : [];
  if (typeof value === 'number') return [formatNumber(value)];
  if (typeof value !== 'string') return [''];
  return [kind === 'date' ? formatDate(value) : value];
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

function withPlace({ scope, function: code, role, ...step }: Values): Values {
  return { ...step, place: { scope, function: code, role } };
}

/** Only the parts of a time limit that its unit has. */
function shaped(section: Section, raw: Values): Values {
  if (section !== 'time') return raw;
  const limit: Values = isValues(raw['timeLimit']) ? raw['timeLimit'] : {};
  const { unit, value, cutoff, note, legalBasis } = limit;
  const basis = legalBasis === '' ? {} : { legalBasis };
  const amount = unit === 'same-day' ? { cutoff } : { value };
  return { ...raw, timeLimit: { unit, note, ...amount, ...basis } };
}

function nested(entries: readonly (readonly [string, unknown])[]): Values {
  const values: Record<string, unknown> = {};
  const inner: Record<string, Record<string, unknown>> = {};
  for (const [key, value] of entries) {
    const [part = '', below] = key.split('.');
    if (below === undefined) values[part] = value;
    else (inner[part] ??= {})[below] = value;
  }
  return { ...values, ...inner };
}

function valueAt(values: Values, key: string): unknown {
  const [part = '', below] = key.split('.');
  const value = values[part];
  if (below === undefined) return value;
  return isValues(value) ? value[below] : undefined;
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
