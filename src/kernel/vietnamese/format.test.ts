import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPlaceDate,
  moneyInWords,
  parseDate,
  parseNumber,
} from './format.ts';

describe('dates', () => {
  const evening = new Date('2020-04-28T17:30:00Z'); // already the 29th in Vietnam

  test('a date is written without leading zeros', () => {
    expect(formatDate('2020-04-28')).toBe('28/4/2020');
    expect(formatDate('2020-01-05')).toBe('5/1/2020');
  });

  test('an instant is shown in Vietnam, whatever the clock of the server', () => {
    expect(formatDate(evening)).toBe('29/4/2020');
    expect(formatDateTime(evening)).toBe('29/4/2020 00:30');
    expect(formatDateTime(new Date('2020-04-28T02:12:59Z'))).toBe('28/4/2020 09:12');
  });

  test('the weekday stands before a long date', () => {
    expect(formatLongDate('2020-05-04')).toBe('Thứ Hai, 4/5/2020');
    expect(formatLongDate('2020-05-03')).toBe('Chủ Nhật, 3/5/2020');
  });

  test('the date line of a document pads days under ten and the months one and two', () => {
    expect(formatPlaceDate('2020-04-28')).toBe('ngày 28 tháng 4 năm 2020');
    expect(formatPlaceDate('2020-02-05')).toBe('ngày 05 tháng 02 năm 2020');
    expect(formatPlaceDate('2020-10-10')).toBe('ngày 10 tháng 10 năm 2020');
  });

  test('a clock has two digits each, from minutes of the day too', () => {
    expect(formatClock(new Date('2020-04-28T02:05:00Z'))).toBe('09:05');
    expect(formatClock(13 * 60 + 30)).toBe('13:30');
  });

  test.each(['28/4/2020', '28-4-2020', '28.04.2020', ' 28 / 4 / 2020 ', '2020-04-28', '28042020'])(
    'the typed date "%s" is understood',
    (typed) => expect(parseDate(typed)).toBe('2020-04-28'),
  );

  test.each(['', '31/4/2020', '29/2/2021', '28/4/20', '28/4-2020', '4/2020', 'hôm nay', '99999999'])(
    'the typed date "%s" is not one',
    (typed) => expect(parseDate(typed)).toBeNull(),
  );

  test('what is shown can be typed back', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        expect(parseDate(formatDate(date))).toBe(date);
      }),
    );
  });
});

describe('numbers', () => {
  test('dots part thousands and a comma starts the decimals', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatNumber(1234567)).toBe('1.234.567');
    expect(formatNumber(-6, 2)).toBe('-6,00');
    expect(formatNumber(-0)).toBe('0');
    expect(formatNumber(Number.NaN)).toBe('–');
  });

  test('a share is a percentage with at most one decimal', () => {
    expect(formatPercent(0.984)).toBe('98,4%');
    expect(formatPercent(1)).toBe('100%');
    expect(formatPercent(0.98765, 2)).toBe('98,77%');
  });

  test.each(['6.0000', '0.5', '1.23', '1,234.5', '12.34,5', '', 'mười', '1.', ',5', '1 234'])(
    'the typed number "%s" is refused, not guessed',
    (typed) => expect(parseNumber(typed)).toBeNull(),
  );

  test('numbers are read as people type them', () => {
    expect(parseNumber('1.234,5')).toBe(1234.5);
    expect(parseNumber(' 1234,5 ')).toBe(1234.5);
    expect(parseNumber('−6')).toBe(-6);
  });

  test('what is shown can be typed back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(999), (whole, thousandths) => {
        const value = Number(`${whole}.${String(thousandths).padStart(3, '0')}`);
        expect(parseNumber(formatNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('money', () => {
  test('an amount has its unit in words', () => {
    expect(formatMoney(8000)).toBe('8.000 đồng');
  });

  test.each([
    [0, 'Không đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [14, 'Mười bốn đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [105, 'Một trăm linh năm đồng'],
    [111, 'Một trăm mười một đồng'],
    [8000, 'Tám nghìn đồng'],
    [1005, 'Một nghìn không trăm linh năm đồng'],
    [45_021, 'Bốn mươi lăm nghìn không trăm hai mươi mốt đồng'],
    [1_000_000, 'Một triệu đồng'],
    [2_015_000, 'Hai triệu không trăm mười lăm nghìn đồng'],
    [1_000_000_005, 'Một tỷ không trăm linh năm đồng'],
    [1_234_567_000_000, 'Một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu đồng'],
    [-500, 'Âm năm trăm đồng'],
  ])('%d is read "%s"', (amount, words) => expect(moneyInWords(amount)).toBe(words));

  test('half a đồng cannot be read', () => {
    expect(() => moneyInWords(0.5)).toThrow(RangeError);
  });

  test('is told apart from every other amount, up to thousands of billions', () => {
    const amounts = fc.integer({ min: 0, max: 9_000_000_000_000 });
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        expect(moneyInWords(one) === moneyInWords(other)).toBe(one === other);
        expect(moneyInWords(one)).toMatch(/^\p{Lu}[\p{Ll} ]+ đồng$/u);
      }),
    );
  });
});
