import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, smsSize, smsText } from './sms.ts';

describe('A short message', () => {
  test('without diacritics has 160 letters in one part, and 153 in each of several', () => {
    expect(smsSize('a'.repeat(160))).toEqual({ alphabet: 'gsm7', length: 160, parts: 1 });
    expect(smsSize('a'.repeat(161)).parts).toBe(2);
    expect(smsSize('a'.repeat(306)).parts).toBe(2);
    expect(smsSize('a'.repeat(307)).parts).toBe(3);
  });

  test('with a single letter of Vietnamese has 70, and 67 in each of several', () => {
    expect(smsSize(`${'a'.repeat(69)}ạ`)).toEqual({ alphabet: 'ucs2', length: 70, parts: 1 });
    expect(smsSize(`${'a'.repeat(70)}ạ`).parts).toBe(2);
    expect(smsSize('ạ'.repeat(135)).parts).toBe(3);
  });

  test('counts some marks of the network’s alphabet twice', () => {
    expect(smsSize('{}[]~|^\\€')).toEqual({ alphabet: 'gsm7', length: 18, parts: 1 });
  });

  test('of any Vietnamese text takes the network’s alphabet once the diacritics are gone', () => {
    const text = 'Hồ sơ “Đăng ký khai sinh” – hẹn trả 28/4/2020…';
    expect(plainText(text)).toBe('Ho so "Dang ky khai sinh" - hen tra 28/4/2020...');
    expect(smsSize(plainText(text)).alphabet).toBe('gsm7');
  });

  test('never takes more parts than it may, and is cut at a word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'ệ', 'Đ', '1', '{'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 80 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        (words, smsPlain, smsParts) => {
          const text = smsText(words.join(' '), { smsPlain, smsParts });
          expect(smsSize(text).parts).toBeLessThanOrEqual(smsParts);
          const whole = smsPlain ? plainText(words.join(' ')) : words.join(' ').normalize('NFC');
          const begun = text === whole ? text : text.slice(0, -3);
          expect(`${whole} `.startsWith(`${begun} `)).toBe(true);
        },
      ),
    );
  });
});
