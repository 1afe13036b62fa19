/** People of a dossier as the slips name them. */
import type { ReceiptForm } from '#capabilities/slips/schema.ts';
import type { IdentityKind } from '#capabilities/slips/words.ts';

type SlipApplicant = ReceiptForm['applicant'];

/** A person or organisation on paper; empty text becomes absent. */
export function applicantOnSlip(party: {
  readonly kind: 'citizen' | 'organisation';
  readonly fullName: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}): SlipApplicant {
  const { kind, fullName, idNumber, phone, email, address } = party;
  return {
    name: fullName,
    identity: idNumber === '' ? null : { kind: identityKindOf(kind, idNumber), number: idNumber },
    address: address || null,
    phone: phone || null,
    email: email || null,
  };
}

/** Passports begin with letters; cards have digits alone. */
function identityKindOf(kind: 'citizen' | 'organisation', number: string): IdentityKind {
  if (kind === 'organisation') return 'organisation';
  return /^[A-Z]/.test(number) ? 'passport' : 'citizen';
}
