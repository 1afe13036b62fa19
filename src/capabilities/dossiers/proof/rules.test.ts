import { describe, expect, test } from 'vitest';
import { toBase64 } from '#kernel/merkle/base64.ts';
import type { Receipt } from '#kernel/merkle/receipt.ts';
import { keysFor, receiptTextIn, type UnitKey } from '#kernel/merkle/receipt-trust.ts';
import { agencyIn, contradictionsOf, procedureOnReceipt, type Statement } from './rules.ts';

const statement: Statement = {
  number: '000.17.22.H08-200428-0003',
  unit: '000.17.22.H08',
  procedure: '1.001193.000.00.00.H08',
  procedureVersion: 2,
  receivedAt: new Date('2020-04-28T01:30:00.123Z'),
  dueAt: new Date('2020-05-05T10:00:00.000Z'),
};

const against = (change: Partial<Statement>) =>
  contradictionsOf(
    'history',
    { who: 'Biên nhận', facts: statement },
    { who: 'lịch sử hồ sơ', facts: { ...statement, ...change } },
  ).map(({ sentence }) => sentence);

describe('A receipt and what the history says', () => {
  test('agree when every field is the same', () => {
    expect(against({})).toEqual([]);
  });

  test.each<[string, Partial<Statement>, string]>([
    [
      'a date moved by a week',
      { dueAt: new Date('2020-05-12T10:00:00.000Z') },
      'Biên nhận ghi thời điểm hẹn trả 5/5/2020 17:00, lịch sử hồ sơ ghi 12/5/2020 17:00.',
    ],
    [
      'a moment moved by a millisecond',
      { receivedAt: new Date('2020-04-28T01:30:00.124Z') },
      'Biên nhận ghi thời điểm tiếp nhận 28/4/2020 08:30 (0.123 giây), lịch sử hồ sơ ghi 28/4/2020 08:30 (0.124 giây).',
    ],
    [
      'another version of the procedure',
      { procedureVersion: 3 },
      'Biên nhận ghi phiên bản thủ tục 2, lịch sử hồ sơ ghi 3.',
    ],
    [
      'a date that is none',
      { dueAt: new Date('?') },
      'Biên nhận ghi thời điểm hẹn trả 5/5/2020 17:00, lịch sử hồ sơ ghi điều không đọc được.',
    ],
  ])('differ in %s, said in one sentence', (_, change, sentence) => {
    expect(against(change)).toEqual([sentence]);
  });

  test('are compared only in what both speak of', () => {
    const spoken = { who: 'sổ hồ sơ', facts: { dueAt: statement.dueAt } };
    expect(contradictionsOf('register', { who: 'Biên nhận', facts: statement }, spoken)).toEqual([]);
  });
});

describe('What stands on a receipt', () => {
  test('names the agency of the number, whatever became of the unit since', () => {
    expect(agencyIn('000.17.22.H08-200428-0003')).toBe('000.17.22.H08');
  });

  test('names a procedure without a national code in letters that a QR code packs tightly', () => {
    expect(procedureOnReceipt({ code: null, slug: 'ho-tro-chi-phi-mai-tang' })).toBe(
      'HO-TRO-CHI-PHI-MAI-TANG',
    );
    expect(procedureOnReceipt({ code: '1.001193', slug: 'dang-ky-khai-sinh' })).toBe('1.001193');
  });

  test('is found in the address of the QR code and alone, with the spaces that copying brings', () => {
    const text = 'MC1*ABC*%C4%90';
    expect(receiptTextIn(`https://example.vn/tra-cuu/1?ma=ABC#bn=${text}`)).toBe(text);
    expect(receiptTextIn(`  ${text}\n`)).toBe(text);
  });
});

describe('The keys of an agency', () => {
  const bytes = (fill: number) => new Uint8Array(32).fill(fill);
  const key = (fill: number, change: Partial<UnitKey> = {}): UnitKey => ({
    unit: '000.17.22.H08',
    name: 'Ủy ban nhân dân xã An Hòa',
    publicKey: toBase64(bytes(fill)),
    from: '2020-01-01T00:00:00.000Z',
    to: null,
    ...change,
  });
  const receipt: Receipt = { ...statement, originId: 'ABCDEFGH' };

  test('are believed about its own receipts alone', () => {
    expect(keysFor([key(1), key(2, { unit: '000.18.22.H08' })], receipt)).toEqual([bytes(1)]);
  });

  test('that have ended are believed about receptions before that, and not at or after it', () => {
    const ended = (to: string) => keysFor([key(1, { to })], receipt);
    expect(ended('2020-04-28T01:30:00.124Z')).toHaveLength(1);
    expect(ended('2020-04-28T01:30:00.123Z')).toHaveLength(0);
  });

  test('made later are believed about receipts printed again', () => {
    expect(keysFor([key(1, { from: '2021-01-01T00:00:00.000Z' })], receipt)).toHaveLength(1);
  });
});
