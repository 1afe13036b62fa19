/**
 * The text of a VietQR code: a transfer to an account by the national switch (NAPAS), in the form of EMVCo QR Code
 * Specification for Payment Systems, Merchant-Presented Mode. Each part is its number, its length in two digits, its text.
 */

export type Transfer = {
  /** Six digits of the bank in the switch. */
  readonly bankBin: string;
  readonly accountNumber: string;
  /** Whole đồng. */
  readonly amount: number;
  /** Letters, digits and spaces; what banks cannot carry is left out, and after 25 characters it ends. */
  readonly purpose: string;
};

const NAPAS = 'A000000727';
/** Transfer to an account, settled at once. */
const TO_ACCOUNT = 'QRIBFTTA';
const DONG = '704';

/** The text to draw as a QR code. RangeError when a part is longer than its length can say. */
export function vietQrText({ bankBin, accountNumber, amount, purpose }: Transfer): string {
  const beneficiary = part('00', bankBin) + part('01', accountNumber);
  const body = [
    part('00', '01'),
    part('01', '12'), // Made for one payment: the amount is in it.
    part('38', part('00', NAPAS) + part('01', beneficiary) + part('02', TO_ACCOUNT)),
    part('53', DONG),
    part('54', String(amount)),
    part('58', 'VN'),
    part('62', part('08', transferable(purpose))),
  ].join('');
  const checked = `${body}6304`;
  return checked + checksum(checked).toString(16).toUpperCase().padStart(4, '0');
}

function part(id: string, text: string): string {
  if (text.length > 99) throw new RangeError(`part ${id} is longer than 99 characters`);
  return id + String(text.length).padStart(2, '0') + text;
}

function transferable(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9 ]/g, '')
    .slice(0, 25)
    .trim();
}

/** CRC-16 of ISO/IEC 13239 with the polynomial 0x1021 and the beginning 0xFFFF, as EMVCo asks for. */
export function checksum(text: string): number {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}
