import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import { formSetOn, formSets } from './form-sets.ts';
import { momentInWords, quantityInFigures, spelledOut } from './views/wording.ts';

describe('form sets', () => {
  it('change from Circular 01/2018 to Circular 03/2025 on 1 July 2025', () => {
    expect(formSetOn('2025-06-30').legalBasis).toBe('Thông tư số 01/2018/TT-VPCP');
    expect(formSetOn('2025-07-01').legalBasis).toBe('Thông tư số 03/2025/TT-VPCP');
  });

  it('follow each other without gaps, the last one open', () => {
    for (const [index, { validFrom }] of formSets.slice(1).entries()) {
      expect(formSets[index]?.validTo).toBe(addDays(validFrom, -1));
    }
    expect(formSets.at(-1)?.validTo).toBeNull();
  });

  it('serve dossiers from before the first with the first', () => {
    expect(formSetOn('2012-03-01').code).toBe('nd61-2018');
  });

  it('number the control slip 05 under the old circular and 06 under the new', () => {
    expect(formSetOn('2020-01-01').layouts['control-slip'].formNumber).toBe('Mẫu số 05');
    expect(formSetOn('2026-01-01').layouts['control-slip'].formNumber).toBe('Mẫu số 06');
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
