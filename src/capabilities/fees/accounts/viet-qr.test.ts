import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum, vietQrText } from './viet-qr.ts';

/** The parts of a text by their numbers. */
function partsOf(text: string): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (let at = 0; at < text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    parts[text.slice(at, at + 2)] = text.slice(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return parts;
}

const TRANSFER = { bankBin: '970436', accountNumber: '1017595600', amount: 7000, purpose: 'MC42' };

describe('The text of a VietQR code', () => {
  test('names bank, account, amount and purpose in the parts that banks read', () => {
    const parts = partsOf(vietQrText(TRANSFER));
    expect(parts).toMatchObject({ '00': '01', '01': '12', '53': '704', '54': '7000', '58': 'VN' });
    expect(partsOf(parts['62'] ?? '')).toEqual({ '08': 'MC42' });
    const account = partsOf(parts['38'] ?? '');
    expect(account).toMatchObject({ '00': 'A000000727', '02': 'QRIBFTTA' });
    expect(partsOf(account['01'] ?? '')).toEqual({ '00': '970436', '01': '1017595600' });
  });

  test('ends with the checksum of all before it', () => {
    const text = vietQrText(TRANSFER);
    expect(text.slice(-8, -4)).toBe('6304');
    expect(Number.parseInt(text.slice(-4), 16)).toBe(checksum(text.slice(0, -4)));
  });

  test('carries what banks carry, and no more', () => {
    const parts = partsOf(vietQrText({ ...TRANSFER, purpose: 'Lệ phí: 000.17.22.H08-200428-0003 MC42' }));
    expect(partsOf(parts['62'] ?? '')).toEqual({ '08': 'L ph 0001722H082004280003' });
  });

  test('is read back part by part whatever is in it', () => {
    const transfers = fc.record({
      bankBin: fc.stringMatching(/^[0-9]{6}$/),
      accountNumber: fc.stringMatching(/^[A-Z0-9]{4,19}$/),
      amount: fc.integer({ min: 1, max: 10_000_000_000 }),
      purpose: fc.string(),
    });
    fc.assert(
      fc.property(transfers, (transfer) => {
        const text = vietQrText(transfer);
        const parts = partsOf(text);
        expect(Number(parts['54'])).toBe(transfer.amount);
        expect(parts['38']).toContain(transfer.accountNumber);
        expect(Number.parseInt(parts['63'] ?? '', 16)).toBe(checksum(text.slice(0, -4)));
      }),
    );
  });
});

test('The checksum is the one that everybody else computes', () => {
  expect(checksum('123456789')).toBe(0x29b1);
});
