import { describe, expect, it } from 'vitest';
import { type Line, LINE_FIELDS } from '../schema.ts';
import { checkShapes, isEmpty } from './rules.ts';

const TODAY = '2020-04-28';
const usual = { earlier: false, today: TODAY, confirmedDuplicate: false };

function line(number: number, fields: Partial<Line>): Line {
  const empty = Object.fromEntries(LINE_FIELDS.map((field) => [field, '']));
  return {
    ...empty,
    fullName: 'Nguyễn Thị B',
    address: 'Thôn 3, xã An Hòa',
    ...fields,
    line: number,
  } as Line; // Every field is there.
}

const problemsOf = (lines: readonly Line[], asked: Partial<typeof usual> = {}) =>
  checkShapes(lines, { ...usual, ...asked }).map(({ problems }) => problems);

describe('A line of a group', () => {
  it('is a person unless it says that it is an organisation', () => {
    const [person, shop, other] = checkShapes(
      [
        line(1, { idNumber: '052090000001' }),
        line(2, { kind: 'Tổ chức', idNumber: '4100000000', representative: 'Đinh Văn A' }),
        line(3, { kind: 'Nhóm', idNumber: '052090000002' }),
      ],
      usual,
    );
    expect(person?.input?.applicant.kind).toBe('citizen');
    expect(shop?.input?.applicant.kind).toBe('organisation');
    expect(other?.problems).toHaveProperty('kind');
  });

  it('says which cell is wrong and how to mend it', () => {
    const [problems] = problemsOf([line(1, { fullName: '', idNumber: '123', phone: '12', address: '' })]);
    expect(Object.keys(problems ?? {}).toSorted()).toEqual(['address', 'fullName', 'idNumber', 'phone']);
    expect(problems?.['idNumber']).toContain('12 chữ số');
  });

  it('repeats no number, and no name with the same address where there is no number', () => {
    const twice = [line(1, { idNumber: '052 090 000 001' }), line(4, { idNumber: '052090000001' })];
    expect(problemsOf(twice)).toEqual([{}, { idNumber: 'Trùng số giấy tờ với dòng 1.' }]);
    expect(problemsOf([line(1, {}), line(2, { fullName: 'nguyen thi b' })])[1]).toHaveProperty('fullName');
    expect(problemsOf(twice, { confirmedDuplicate: true })).toEqual([{}, {}]);
  });

  it('of an earlier dossier names the number on paper and a day before today', () => {
    const before = { paperNumber: '15/2019', receivedOn: '3/6/2019', idNumber: '052090000001' };
    const [checked] = checkShapes([line(1, before)], { ...usual, earlier: true });
    expect(checked?.input?.earlier).toEqual({ paperNumber: '15/2019', receivedOn: '2019-06-03' });
    const [missing] = problemsOf([line(1, { idNumber: '052090000001' })], { earlier: true });
    expect(Object.keys(missing ?? {})).toEqual(['paperNumber', 'receivedOn']);
    expect(
      problemsOf([line(1, { ...before, receivedOn: '28/4/2020' })], { earlier: true })[0],
    ).toHaveProperty('receivedOn');
  });

  it('is empty when nothing was typed, whatever the form puts there', () => {
    expect(isEmpty(line(1, { fullName: '', address: '', kind: 'citizen' }))).toBe(true);
    expect(isEmpty(line(1, { fullName: '', address: '', phone: '0905000123' }))).toBe(false);
  });
});
