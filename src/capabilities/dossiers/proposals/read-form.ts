/** A sent proposal form as what its schema takes. */
import { parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, rowsOf, valueOf } from '#web/http/form-values.ts';
import type { DossierView } from '../view/service.ts';
import { type CorrectedField, FIELD_LABELS, type ProposalKind } from './schema.ts';

const MINUTES_PER_HOUR = 60;

/** Everything of the form besides the dossier and its version. */
export function readProposal(
  kind: ProposalKind,
  values: FormValues,
  dossier: DossierView,
): Readonly<Record<string, unknown>> {
  return {
    kind,
    reasonCode: valueOf(values, 'reasonCode'),
    reasonText: valueOf(values, 'reasonText'),
    legalBasis: valueOf(values, 'legalBasis'),
    details: detailsOf(kind, values, dossier),
  };
}

function detailsOf(kind: ProposalKind, values: FormValues, dossier: DossierView) {
  switch (kind) {
    case 'supplement':
    case 'second-supplement':
      return { lines: linesOf(values), ...untilOf(values) };
    case 'pause':
      return untilOf(values);
    case 'extension':
      return minutesOf(values, dossier);
    case 'rollback': {
      const to = valueOf(values, 'to');
      return to === '' ? {} : { to: Number(to) };
    }
    case 'correction':
      return { changes: changesOf(values, dossier) };
    case 'refusal':
    case 'stop':
      return { guidance: valueOf(values, 'guidance') };
    case 'resume-early':
    case 'withdrawal':
      return {};
  }
}

/** A line counts when something is said about it. */
function linesOf(values: FormValues) {
  return rowsOf(values, 'line')
    .filter(({ name, wrong, bring }) => Boolean(name) && Boolean(wrong || bring))
    .map(({ name = '', kind = '', copies = '', wrong = '', bring = '' }) => ({
      name,
      kind,
      wrong,
      bring,
      copies: copies === '' ? '1' : copies,
    }));
}

function untilOf(values: FormValues) {
  const typed = valueOf(values, 'until');
  return typed === '' ? {} : { until: parseDate(typed) ?? typed };
}

function minutesOf(values: FormValues, { calendar }: DossierView) {
  const number = (name: string): number => Number(valueOf(values, name).replace(',', '.') || '0');
  const minutes = number('days') * calendar.minutesPerWorkingDay + number('hours') * MINUTES_PER_HOUR;
  return Number.isFinite(minutes) && minutes > 0 ? { minutes: Math.round(minutes) } : {};
}

/** Contact data are typed anew; left empty they stay as they are. */
const TYPED_ANEW: ReadonlySet<CorrectedField> = new Set(['phone', 'email']);

function changesOf(values: FormValues, dossier: DossierView) {
  const current = correctable(dossier);
  return Object.keys(FIELD_LABELS).flatMap((name) => {
    const field = name as CorrectedField; // Its keys are the type's definition.
    const from = current[field];
    const to = valueOf(values, field);
    const untouched = to === from || (to === '' && TYPED_ANEW.has(field));
    return untouched ? [] : [{ field, from, to }];
  });
}

/** The applicant's data as they stand. */
export function correctable({ parties, detail }: DossierView): Readonly<Record<CorrectedField, string>> {
  const party = parties.find(({ role }) => role === 'applicant');
  const { fullName = '', address = '', phone = '', email = '' } = party ?? {};
  return { fullName, address, phone, email, summary: detail.summary };
}
