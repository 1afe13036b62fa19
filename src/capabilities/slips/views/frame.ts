/** What stands around the body of every slip: letterhead, title, foot, counter, applicant. */
import type { FormSet, SlipKind } from '#capabilities/slips/form-sets.ts';
import { identityKinds, type ReceiptForm, type TrackingBookForm } from '#capabilities/slips/schema.ts';
import { placeAndDate } from './wording.ts';

type Letterhead = TrackingBookForm['letterhead'];
type OneStop = TrackingBookForm['oneStop'];
type Applicant = ReceiptForm['applicant'];

export interface Frame {
  readonly formSet: FormSet;
  readonly kind: SlipKind;
  readonly letterhead: Letterhead;
  /** The counter that issues; null when the agency itself does (form 04, signed by its head). */
  readonly issuingCounter: string | null;
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
  const counter = frame.issuingCounter;
  return {
    title: layout.title,
    documentTitle: frame.reference === '' ? layout.title : `${layout.title} – ${frame.reference}`,
    head: {
      author: agency,
      upper: counter === null ? parentAgency : agency,
      lower: counter ?? agency,
      number: numberLine(frame.number, layout.symbol),
      placeDate: placeAndDate(place, frame.issuedAt),
    },
    foot: {
      left: `${layout.formNumber} ban hành kèm theo ${frame.formSet.legalBasis}`,
      right: frame.reference,
    },
  };
}

/** The counter without its name when the letterhead already carries it. */
export function officeView(agency: string, oneStop: OneStop) {
  const { address, phone, hours, website } = oneStop;
  return { name: agency, address, phone, hours, website };
}

export function applicantView({ name, identity, address, phone, email }: Applicant) {
  return {
    name,
    identityLabel: identity === null ? null : identityKinds[identity.kind],
    identityNumber: identity?.number ?? null,
    address,
    phone,
    email,
  };
}

function numberLine(number: string | null | undefined, symbol: string | null): string | null {
  if (number === undefined) return null;
  const filledIn = number ?? '…………';
  return `Số: ${symbol === null ? filledIn : `${filledIn}/${symbol}`}`;
}
