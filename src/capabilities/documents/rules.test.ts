import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocumentForm, valuesOf } from './form/read.ts';
import { duplicatesOf, foldedOf, isSameDocument } from './rules.ts';
import {
  citationOf,
  documentInput,
  type DocumentInput,
  isDoubtful,
  numberOf,
  type RegisteredDocument,
} from './schema.ts';
import { DOCUMENT_FIELDS, DOUBT_KINDS } from './words.ts';

const DECISION: DocumentInput = {
  type: 'QĐ',
  number: '3898',
  yearInNumber: null,
  symbol: 'QĐ-UBND',
  issuer: 'UBND huyện An Lão',
  issuerUnitId: null,
  issuedOn: '2019-12-10',
  title: 'Kiện toàn Ban Chỉ đạo cải cách hành chính',
  inForceFrom: null,
  inForceUntil: null,
  replacedBy: null,
  doubts: [],
  sources: [],
  note: '',
};

const words = fc.stringMatching(/^[a-zàáạăâđêôơư0-9]{1,8}( [a-zàáạăâđêôơư0-9]{1,8}){0,3}$/u);
const day = fc.constantFrom(null, '2016-03-04', '2019-12-10', '2020-02-29');
const document: fc.Arbitrary<RegisteredDocument> = fc.record({
  type: fc.constantFrom('QĐ', 'NĐ', 'KH', 'CT'),
  number: fc.constantFrom('', '1', '51a', '3898'),
  yearInNumber: fc.constantFrom(null, 2018),
  symbol: fc.constantFrom('', 'QĐ-UBND', 'CT/HU', 'NĐ-CP'),
  issuer: fc.constantFrom('', 'UBND huyện An Lão'),
  issuerUnitId: fc.constantFrom(null, 7),
  issuedOn: day,
  title: words.map((text) => `Về ${text}`),
  inForceFrom: fc.constantFrom(null, '2015-01-01'),
  inForceUntil: fc.constantFrom(null, '2021-01-01'),
  replacedBy: fc.constantFrom(null, 3),
  doubts: fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(...DOCUMENT_FIELDS),
      kind: fc.constantFrom(...DOUBT_KINDS),
      note: words,
    }),
    { selector: ({ field }) => field },
  ),
  sources: fc.array(fc.record({ source: words, place: words, said: words }), { maxLength: 3 }),
  note: fc.oneof(fc.constant(''), words),
  id: fc.constant(5),
  withdrawn: fc.constant(false),
  sequence: fc.nat(9),
});

describe('A document of the register', () => {
  test.each([
    [{}, '3898/QĐ-UBND', 'Quyết định số 3898/QĐ-UBND ngày 10/12/2019 của UBND huyện An Lão'],
    [
      { type: 'NĐ', number: '61', yearInNumber: 2018, symbol: 'NĐ-CP', issuer: 'Chính phủ', issuedOn: null },
      '61/2018/NĐ-CP',
      'Nghị định số 61/2018/NĐ-CP của Chính phủ',
    ],
    [
      { type: 'CT', number: '12', symbol: 'CT/HU', issuer: '', issuedOn: null },
      '12-CT/HU',
      'Chỉ thị số 12-CT/HU',
    ],
  ] as const)('is cited as its kind is', (change, number, citation) => {
    expect(numberOf({ ...DECISION, ...change })).toBe(number);
    expect(citationOf({ ...DECISION, ...change })).toBe(citation);
  });

  test('comes out of its form as it went in', () => {
    fc.assert(
      fc.property(document, (before) => {
        const { id, withdrawn: _withdrawn, sequence, ...input } = before;
        const by = before.replacedBy === null ? '' : 'Quyết định số 3';
        const read = readDocumentForm(valuesOf(before, by), id);
        expect(documentInput.parse(read)).toEqual({
          ...input,
          doubts: DOCUMENT_FIELDS.flatMap((field) => input.doubts.filter((doubt) => doubt.field === field)),
        });
        expect(read).toMatchObject({ id, sequence: String(sequence), isOther: false });
      }),
    );
  });

  test('is doubtful when something of it is, not when it was compared', () => {
    const doubts = [{ field: 'date', kind: 'checked', note: '' } as const];
    expect(isDoubtful({ doubts })).toBe(false);
    expect(isDoubtful({ doubts: [...doubts, { field: 'title', kind: 'missing', note: '' }] })).toBe(true);
  });

  test('is found by its number without noughts and its title without accents', () => {
    const folded = foldedOf({ ...DECISION, number: '05' });
    expect(folded).toContain('05/qd-ubnd');
    expect(folded).toContain(' 5/qd-ubnd');
    expect(folded).toContain('kien toan ban chi dao');
  });
});

describe('Two entries', () => {
  test('are of one document by number, symbol, issuer and year, noughts in front left out', () => {
    expect(isSameDocument(DECISION, { ...DECISION, number: '03898', title: 'Khác' })).toBe(true);
    expect(isSameDocument(DECISION, { ...DECISION, issuedOn: '2018-12-10' })).toBe(false);
    expect(isSameDocument(DECISION, { ...DECISION, symbol: 'KH-UBND' })).toBe(false);
    expect(isSameDocument(DECISION, { ...DECISION, issuer: 'UBND tỉnh Bình Định' })).toBe(false);
  });

  test('may be of one document while one of them does not know its year or issuer; without a number they are not', () => {
    expect(isSameDocument(DECISION, { ...DECISION, issuedOn: null, issuer: '' })).toBe(true);
    expect(isSameDocument({ ...DECISION, number: '' }, { ...DECISION, number: '' })).toBe(false);
  });

  test('an entry is no duplicate of itself, nor of one that was withdrawn', () => {
    const kept = { ...DECISION, id: 4, withdrawn: false, sequence: 1 };
    expect(duplicatesOf(DECISION, [kept], null)).toEqual([kept]);
    expect(duplicatesOf(DECISION, [kept], 4)).toEqual([]);
    expect(duplicatesOf(DECISION, [{ ...kept, withdrawn: true }], null)).toEqual([]);
  });
});
