import { describe, expect, it } from 'vitest';
import { formSetIn, lastDayOf } from './form-sets.ts';
import { FIRST_FORM_SETS } from './sets/first.ts';
import { momentInWords, quantityInFigures, spelledOut } from './views/wording.ts';

describe('form sets', () => {
  const on = (day: string) => formSetIn(FIRST_FORM_SETS, day);

  it('change from Circular 01/2018 to Circular 03/2025 on 1 July 2025', () => {
    expect(on('2025-06-30').legalBasis).toBe('Thông tư số 01/2018/TT-VPCP');
    expect(on('2025-07-01').legalBasis).toBe('Thông tư số 03/2025/TT-VPCP');
  });

  it('hold until the day before the next begins, the last one open', () => {
    expect(FIRST_FORM_SETS.map((set) => lastDayOf(set, FIRST_FORM_SETS))).toEqual(['2025-06-30', null]);
  });

  it('serve dossiers from before the first with the first', () => {
    expect(on('2012-03-01').code).toBe('nd61-2018');
  });

  it('number the control slip 05 under the old circular and 06 under the new', () => {
    expect(on('2020-01-01').layouts['control-slip'].formNumber).toBe('Mẫu số 05');
    expect(on('2026-01-01').layouts['control-slip'].formNumber).toBe('Mẫu số 06');
  });

  it('have seven numbered forms since 2025, one of them for apology and extension', () => {
    const numbers = Object.values(on('2026-01-01').layouts).map(({ formNumber }) => formNumber);
    expect(new Set(numbers).size).toBe(7);
    expect(on('2026-01-01').layouts.apology.title).toBe(on('2026-01-01').layouts.extension.title);
  });
});

describe('wording', () => {
  it('writes moments at the hour of Vietnam', () => {
    expect(momentInWords(new Date('2020-12-31T17:05:00Z'))).toBe('00 giờ 05 phút, ngày 01 tháng 01 năm 2021');
  });

  it('spells a check code without its separators', () => {
    expect(spelledOut('q0-2y d')).toBe('quy, không, hai, i dài, dê');
  });

  it('puts a zero before counts under ten', () => {
    expect([1, 12].map(quantityInFigures)).toEqual(['01', '12']);
  });
});
