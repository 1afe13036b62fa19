import { describe, expect, test } from 'vitest';
import type { Fee } from '#capabilities/procedures/schema.ts';
import type { FeeInput } from '../schema.ts';
import { readFees } from './rules.ts';

const fee = (amountVnd: number | null): Fee => ({
  name: 'Phí cấp bản sao',
  amountVnd,
  per: 'bản',
  note: '',
  setBy: 'Thông tư 281/2016/TT-BTC',
});

const COPIES: Fee = {
  ...fee(2000),
  name: 'Phí chứng thực bản sao',
  per: 'trang',
  laterFrom: 3,
  laterVnd: 1000,
  maximumVnd: 200_000,
};

const EXEMPTIONS = [
  { id: 1, name: 'Người thuộc hộ nghèo', percent: 100 },
  { id: 2, name: 'Người thuộc hộ cận nghèo', percent: 50 },
];

function read(price: number | null | Fee, given: Partial<FeeInput>) {
  const line = { position: 0, quantity: null, amount: null, exemption: '', ...given };
  const only = typeof price === 'object' && price !== null ? price : fee(price);
  // Only the fees of a procedure matter here.
  return readFees({ fees: [only] } as unknown as Parameters<typeof readFees>[0], [line], EXEMPTIONS);
}

describe('A fee at the counter', () => {
  test('is price by quantity, and its line says how many', () => {
    expect(read(8000, { quantity: 2 }).lines).toEqual([
      { name: 'Phí cấp bản sao (02 bản)', amount: 16_000, exemption: '' },
    ]);
  });

  test('is not charged when nothing was written', () => {
    expect(read(8000, {})).toEqual({ lines: [], charges: [], problems: {} });
  });

  test('may be less than the price with a reason, and not without', () => {
    expect(read(8000, { quantity: 2, amount: 8000 }).problems).toHaveProperty(['fees.0.exemption']);
    expect(read(8000, { amount: 0, exemption: 'Hộ nghèo' }).lines).toMatchObject([{ amount: 0 }]);
    expect(read(8000, { quantity: 2, exemption: 'Hộ nghèo' }).lines).toMatchObject([{ amount: 0 }]);
  });

  test('may be more than one price with the way it was reckoned, and not without', () => {
    expect(read(2000, { amount: 7000 }).problems).toHaveProperty(['fees.0.exemption']);
    const explained = read(2000, { amount: 7000, exemption: '2 trang × 2.000 + 3 trang × 1.000' });
    expect(explained.lines).toMatchObject([{ amount: 7000 }]);
    expect(explained.charges).toMatchObject([
      { fullAmount: 7000, amount: 7000, explanation: '2 trang × 2.000 + 3 trang × 1.000', exemption: '' },
    ]);
  });

  test('is never more than the price, and never anything when the law says nothing', () => {
    expect(read(8000, { quantity: 2, amount: 20_000 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(0, { amount: 5000 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(0, { amount: 0 })).toEqual({ lines: [], charges: [], problems: {} });
  });

  test('whose price the province decides needs an amount', () => {
    expect(read(null, { quantity: 1 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(null, { amount: 15_000 }).lines).toMatchObject([{ name: 'Phí cấp bản sao', amount: 15_000 }]);
  });

  test('that the procedure does not have counts for nothing', () => {
    const smuggled = [{ position: 7, quantity: null, amount: 500_000, exemption: '' }];
    const content = { fees: [fee(8000)] } as unknown as Parameters<typeof readFees>[0]; // as above
    expect(readFees(content, smuggled)).toEqual({ lines: [], charges: [], problems: {} });
  });
});

describe('A fee in tiers', () => {
  test('is reckoned page by page and copy by copy, and says how', () => {
    expect(read(COPIES, { quantity: 5 }).charges).toMatchObject([
      { amount: 7000, explanation: '2 trang × 2.000đ + 3 trang × 1.000đ' },
    ]);
    const copies = read(COPIES, { counts: [{ units: 5, sets: 3 }] });
    expect(copies.charges).toMatchObject([{ amount: 21_000, fullAmount: 21_000 }]);
    expect(copies.lines).toMatchObject([
      { name: 'Phí chứng thực bản sao (3 × (2 trang × 2.000đ + 3 trang × 1.000đ))', amount: 21_000 },
    ]);
  });

  test('does not take more or less than reckoned without a word', () => {
    expect(read(COPIES, { quantity: 5, amount: 10_000 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(COPIES, { quantity: 5, amount: 5000 }).problems).toHaveProperty(['fees.0.exemption']);
  });
});

describe('An exemption of the list', () => {
  test('takes its part off, and the line keeps what it would have been', () => {
    expect(read(8000, { quantity: 2, exemptionId: 1 }).charges).toMatchObject([
      { fullAmount: 16_000, amount: 0, exemptionId: 1, exemption: 'Người thuộc hộ nghèo' },
    ]);
    expect(read(COPIES, { quantity: 5, exemptionId: 2 }).charges).toMatchObject([
      { fullAmount: 7000, amount: 3500, explanation: '2 trang × 2.000đ + 3 trang × 1.000đ' },
    ]);
  });

  test('alone means one unit, and nothing where nobody knows the price', () => {
    expect(read(8000, { exemptionId: 2 }).charges).toMatchObject([{ fullAmount: 8000, amount: 4000 }]);
    expect(read(null, { exemptionId: 1 }).charges).toMatchObject([{ fullAmount: 0, amount: 0 }]);
    expect(read(null, { exemptionId: 2 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(null, { amount: 15_000, exemptionId: 2 }).charges).toMatchObject([
      { fullAmount: 15_000, amount: 7500 },
    ]);
  });

  test('leaves no room for an amount beside a known price, and must be in force', () => {
    expect(read(8000, { quantity: 2, amount: 8000, exemptionId: 2 }).problems).toHaveProperty([
      'fees.0.amount',
    ]);
    expect(read(8000, { quantity: 2, exemptionId: 9 }).problems).toHaveProperty(['fees.0.exemptionId']);
  });
});
