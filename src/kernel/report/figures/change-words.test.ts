import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changeWords, readChange } from './change-words.ts';

describe('A change in words', () => {
  test.each([
    [7, 30, 'tăng 23 đơn vị so với năm 2015'],
    [28, 25, 'giảm 3 đơn vị so với năm 2015'],
    [28, 28, 'không thay đổi so với năm 2015'],
    [0, 12_500, 'tăng 12.500 đơn vị so với năm 2015'],
  ])('from %d to %d is "%s"', (from, to, words) => {
    expect(changeWords({ from, to, unit: 'đơn vị', base: 'năm 2015' })).toBe(words);
  });

  it('says the share of the earlier figure when asked, but not of nothing', () => {
    const change = { to: 25, unit: 'đơn vị', base: '', hasShare: true };
    expect(changeWords({ ...change, from: 28 })).toBe('giảm 3 đơn vị (giảm 10,7%)');
    expect(changeWords({ ...change, from: 0 })).toBe('tăng 25 đơn vị');
  });

  it('of percentages is in points', () => {
    expect(changeWords({ from: 98.4, to: 98.5, unit: '%', base: '' })).toBe('tăng 0,1 điểm phần trăm');
  });

  it('is read back as it was', () => {
    const unit = fc.constantFrom('đơn vị', 'lượt người', 'triệu đồng', '');
    const base = fc.constantFrom('năm 2015', 'cùng kỳ năm 2019', 'giai đoạn 2011 - 2015', '');
    fc.assert(
      fc.property(
        fc.nat(2_000_000),
        fc.nat(2_000_000),
        unit,
        base,
        fc.boolean(),
        (from, to, unit, base, hasShare) => {
          const said = readChange(changeWords({ from, to, unit, base, hasShare }));
          expect(said).toMatchObject({ by: to - from, base, unit: to === from ? '' : unit });
          if (hasShare && from > 0 && from !== to)
            expect(Math.abs((said?.percent ?? 0) - ((to - from) / from) * 100)).toBeLessThan(0.051);
        },
      ),
    );
  });

  it('may be a share alone', () => {
    expect(readChange('tăng 12,5% so với cùng kỳ năm 2019')).toEqual({
      by: null,
      percent: 12.5,
      unit: '',
      base: 'cùng kỳ năm 2019',
    });
  });

  test.each(['', 'tăng', 'tăng nhiều', 'tăng 6.0000 người', 'có 5 người'])('"%s" says none', (words) => {
    expect(readChange(words)).toBeNull();
  });
});
