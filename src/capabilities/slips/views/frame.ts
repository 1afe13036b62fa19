/** What stands around the body of every slip: letterhead, title, foot, counter, applicant. */
import type { FormSet, SlipKind } from '#capabilities/slips/form-sets.ts';
import type { ReceiptForm, TrackingBookForm } from '#capabilities/slips/schema.ts';
import { IDENTITY_KIND_LABELS } from '#capabilities/slips/words.ts';
import { placeAndDate } from './wording.ts';

type Letterhead = TrackingBookForm['letterhead'];
type OneStop = TrackingBookForm['oneStop'];
type Applicant = ReceiptForm['applicant'];

export interface Frame {
  readonly formSet: FormSet;
  readonly kind: SlipKind;
  readonly letterhead: Letterhead;
  readonly oneStop: OneStop;
  /** Whose name stands in bold at the top: the counter's, or the agency's own when its head signs (form 04). */
  readonly issuer: 'counter' | 'agency';
  /** Undefined: this form has no line for a number. Null: the line is there to be filled in by hand. */
  readonly number?: string | null;
  readonly issuedAt: Date;
  /** Right side of the foot: what tells loose pages apart. */
  readonly reference: string;
}

/** Title, letterhead and foot as the templates' shared layout reads them. */
export function frameView(frame: Frame) {
  const layout = frame.formSet.layouts[frame.kind];
  const { agency, parentAgency, place } = frame.letterhead;
  const isCounter = frame.issuer === 'counter';
  return {
    title: layout.title,
    documentTitle: frame.reference === '' ? layout.title : `${layout.title} – ${frame.reference}`,
    head: {
      author: agency,
      upper: isCounter ? agency : parentAgency,
      lower: isCounter ? frame.oneStop.name : agency,
      number: numberLine(frame.number, layout.symbol),
      placeDate: placeAndDate(place, frame.issuedAt),
    },
    office: officeView(agency, frame.oneStop),
    foot: {
      // Where the circular has no such form, nothing claims that it has.
      left: layout.formNumber && `${layout.formNumber} ban hành kèm theo ${frame.formSet.legalBasis}`,
      right: frame.reference,
    },
  };
}

/** Where the counter is. `name` is its agency (the letterhead already says which counter), `counter` its own name. */
export function officeView(agency: string, { name: counter, ...place }: OneStop) {
  return { name: agency, counter, ...place };
}

export function applicantView({ name, identity, address, phone, email }: Applicant) {
  return {
    name,
    salutation: identity?.kind === 'organisation' ? 'quý tổ chức' : 'Ông/Bà',
    identityLabel: identity === null ? null : IDENTITY_KIND_LABELS[identity.kind],
    identityNumber: identity?.number ?? null,
    address,
    phone,
    email,
  };
}

function numberLine(number: string | null | undefined, symbol: string): string | null {
  if (number === undefined) return null;
  const filledIn = number ?? '…………';
  return `Số: ${symbol === '' ? filledIn : `${filledIn}/${symbol}`}`;
}
