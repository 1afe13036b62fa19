/** The form of the counter as the verb takes it. Nothing else that a browser sends reaches the verb. */
import { parseNumber } from '#kernel/vietnamese/format.ts';
import { parseCounts } from '#kernel/money/price.ts';
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import { type FormValues, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import { answersIn } from '../../answers/read.ts';
import type { PaperInput } from '../schema.ts';

/** Lines for papers that the procedure does not list. */
export const EXTRA_PAPERS = 3;

export const APPLICANT_FIELDS = [
  'kind',
  'fullName',
  'idNumber',
  'phone',
  'email',
  'address',
  'representative',
] as const;
export const DELEGATE_FIELDS = ['fullName', 'idNumber', 'phone', 'address', 'authority'] as const;

/** What `receiveInput` parses. */
export function readReception(
  { slug, content }: { readonly slug: string; readonly content: ProcedureContent },
  { values }: SubmittedForm,
): Readonly<Record<string, unknown>> {
  return {
    slug,
    channel: valueOf(values, 'channel'),
    returnMethod: valueOf(values, 'returnMethod'),
    localityUnitId: valueOf(values, 'localityUnitId') || null,
    applicant: group(values, 'applicant', APPLICANT_FIELDS),
    delegate: isDelegated(values) ? group(values, 'delegate', DELEGATE_FIELDS) : null,
    papers: [...content.papers.map((_, line) => listedPaper(values, line)), ...extraPapers(values)],
    sets: valueOf(values, 'sets') || '1',
    answers: answersIn(values),
    fees: content.fees.map((_, position) => readFee(values, position)),
    feesCollected: isTicked(values, 'feesCollected'),
    summary: valueOf(values, 'summary'),
    note: valueOf(values, 'note'),
    confirmedDuplicate: isTicked(values, 'confirmedDuplicate'),
    confirmedIdentity: isTicked(values, 'confirmedIdentity'),
    passOnNow: isTicked(values, 'passOnNow'),
  };
}

/** Fields named `<prefix>.<field>` as one object. */
export function group(
  values: FormValues,
  prefix: string,
  fields: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field) => [field, valueOf(values, `${prefix}.${field}`)]));
}

export function isTicked(values: FormValues, name: string): boolean {
  return valueOf(values, name) !== '';
}

/** Whether anything was typed about somebody who hands in for the applicant. */
export function isDelegated(values: FormValues): boolean {
  return DELEGATE_FIELDS.some((field) => valueOf(values, `delegate.${field}`) !== '');
}

type PaperLine = Omit<PaperInput, 'copies' | 'kind' | 'vaultItemId'> & {
  readonly copies: string;
  readonly kind: string;
  readonly vaultItemId: string | null;
};

const REUSED_NOTE = 'Dùng lại từ kho giấy tờ của người nộp';

function listedPaper(values: FormValues, line: number): PaperLine {
  const name = `papers.${line}`;
  const kept = valueOf(values, `${name}.vault`);
  const paper = {
    position: line,
    name: '',
    taken: isTicked(values, `${name}.present`),
    kind: valueOf(values, `${name}.kind`),
    copies: valueOf(values, `${name}.count`) || '1',
    note: valueOf(values, `${name}.note`),
    vaultItemId: null,
  };
  // What is taken from the store is there, in electronic form, and everybody can read where it came from.
  return kept === ''
    ? paper
    : { ...paper, taken: true, kind: 'electronic', note: paper.note || REUSED_NOTE, vaultItemId: kept };
}

/** Extra papers are there by being named. */
export function extraPapers(values: FormValues): readonly PaperLine[] {
  return Array.from({ length: EXTRA_PAPERS }, (_, line) => ({
    position: null,
    name: valueOf(values, `others.${line}.name`),
    taken: valueOf(values, `others.${line}.name`) !== '',
    kind: valueOf(values, `others.${line}.kind`) || 'copy',
    copies: valueOf(values, `others.${line}.count`) || '1',
    note: valueOf(values, `others.${line}.note`),
    vaultItemId: null,
  }));
}

function readFee(values: FormValues, position: number) {
  return {
    position,
    ...readQuantity(valueOf(values, `fees.${position}.quantity`)),
    amount: readNumber(valueOf(values, `fees.${position}.amount`)),
    exemption: valueOf(values, `fees.${position}.exemption`),
    exemptionId: Number(valueOf(values, `fees.${position}.exemptionId`)) || null,
  };
}

/** `5` is a number; `5x3+2` counts by sets. What is neither goes on as text, for the schema to say so. */
function readQuantity(text: string): { readonly quantity: unknown; readonly counts?: unknown } {
  if (!/[x×*+]/i.test(text)) return { quantity: readNumber(text) };
  return { quantity: null, counts: parseCounts(text) ?? text };
}

/** Null when nothing was typed; what is no number goes on as text, for the schema to say so. */
function readNumber(text: string): number | string | null {
  return text === '' ? null : (parseNumber(text) ?? text);
}
