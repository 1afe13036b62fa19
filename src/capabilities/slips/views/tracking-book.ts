/** Form 06 as its template shows it. */
import { addDays, instantAt } from '#kernel/local-date.ts';
import { formatClock, formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import type { TrackingBookForm } from '#capabilities/slips/schema.ts';
import { RETURN_METHOD_SHORT_LABELS } from '#capabilities/slips/words.ts';
import { frameView } from './frame.ts';

export function trackingBookView(form: TrackingBookForm, formSet: FormSet) {
  const { letterhead, oneStop, lines } = form;
  return {
    ...frameView({
      formSet,
      kind: 'tracking-book',
      letterhead,
      oneStop,
      issuer: 'counter',
      issuedAt: lastInstantOf(form),
      reference: `Quyển số ${form.volume}`,
    }),
    volume: form.volume,
    from: formatDate(form.from),
    to: formatDate(form.to),
    lines: lines.map(lineView),
    total: formatNumber(lines.length),
    returnedTotal: formatNumber(lines.filter(({ returnedAt }) => returnedAt !== null).length),
  };
}

/** A book is dated by the last day it covers. */
export function lastInstantOf({ to }: TrackingBookForm): Date {
  return new Date(instantAt(addDays(to, 1), 0).getTime() - 1000);
}

function lineView(line: TrackingBookForm['lines'][number]) {
  return {
    order: String(line.order),
    dossierNumber: line.dossierNumber,
    procedureName: line.procedureName,
    applicantName: line.applicantName,
    contact: line.contact,
    resolvingUnit: line.resolvingUnit,
    receivedAt: moment(line.receivedAt),
    dueAt: moment(line.dueAt),
    returnedAt: moment(line.returnedAt),
    delivery: RETURN_METHOD_SHORT_LABELS[line.delivery],
  };
}

/** `09:12` over `28/4/2020`; empty when it has not happened. */
function moment(instant: Date | null): string {
  return instant === null ? '' : `${formatClock(instant)}\n${formatDate(instant)}`;
}
