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

function read(price: number | null, given: Partial<FeeInput>) {
  const line = { position: 0, quantity: null, amount: null, exemption: '', ...given };
  // Only the fees of a procedure matter here.
  return readFees({ fees: [fee(price)] } as unknown as Parameters<typeof readFees>[0], [line]);
}

describe('A fee at the counter', () => {
  test('is price by quantity, and its line says how many', () => {
    expect(read(8000, { quantity: 2 }).lines).toEqual([
      { name: 'Phí cấp bản sao (02 bản)', amount: 16_000, exemption: '' },
    ]);
  });

  test('is not charged when nothing was written', () => {
    expect(read(8000, {})).toEqual({ lines: [], problems: {} });
  });

  test('may be less than the price with a reason, and not without', () => {
    expect(read(8000, { quantity: 2, amount: 8000 }).problems).toHaveProperty(['fees.0.exemption']);
    expect(read(8000, { amount: 0, exemption: 'Hộ nghèo' }).lines).toMatchObject([{ amount: 0 }]);
    expect(read(8000, { quantity: 2, exemption: 'Hộ nghèo' }).lines).toMatchObject([{ amount: 0 }]);
  });

  test('in tiers is more than one price, with the way it was reckoned, and not without', () => {
    expect(read(2000, { amount: 7000 }).problems).toHaveProperty(['fees.0.exemption']);
    const explained = read(2000, { amount: 7000, exemption: '2 trang × 2.000 + 3 trang × 1.000' });
    expect(explained.lines).toMatchObject([{ amount: 7000 }]);
  });

  test('is never more than the price, and never anything when the law says nothing', () => {
    expect(read(8000, { quantity: 2, amount: 20_000 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(0, { amount: 5000 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(0, { amount: 0 })).toEqual({ lines: [], problems: {} });
  });

  test('whose price the province decides needs an amount', () => {
    expect(read(null, { quantity: 1 }).problems).toHaveProperty(['fees.0.amount']);
    expect(read(null, { amount: 15_000 }).lines).toMatchObject([{ name: 'Phí cấp bản sao', amount: 15_000 }]);
  });

  test('that the procedure does not have counts for nothing', () => {
    const smuggled = [{ position: 7, quantity: null, amount: 500_000, exemption: '' }];
    const content = { fees: [fee(8000)] } as unknown as Parameters<typeof readFees>[0]; // as above
    expect(readFees(content, smuggled)).toEqual({ lines: [], problems: {} });
  });
});
