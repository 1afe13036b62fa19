import fc from 'fast-check';
import { expect, test } from 'vitest';
import { observedBreakdowns, relations } from '../schema.ts';
import { breakdownsIn, breakdownsText, relationsIn, relationsText } from './texts.ts';

const code = fc.constantFrom('BC-GIAO', 'BC-COMAT', 'HS-NHAN', 'X1', 'VB-2020');
const relation = fc.oneof(
  fc.array(code, { minLength: 1, maxLength: 4 }).map((of) => ({ kind: 'sum' as const, of })),
  code.map((of) => ({ kind: 'at-most' as const, of })),
  fc
    .tuple(code, code)
    .map(([numerator, denominator]) => ({ kind: 'ratio' as const, numerator, denominator })),
  fc.constantFrom('cap', 'loai').map((key) => ({ kind: 'parts' as const, key })),
);
const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const label = fc.constantFrom('Cấp huyện', 'Xã, thị trấn', 'Trường mầm non', 'Đơn vị sự nghiệp');
const breakdown = fc.record({
  key: slug,
  label,
  values: fc.array(fc.record({ value: slug, label }), { minLength: 1, maxLength: 5 }),
});

test('Relations are read back from the lines in which they are edited', () => {
  fc.assert(
    fc.property(fc.array(relation, { maxLength: 5 }), (given) => {
      expect(relations.parse(relationsIn(relationsText(given)))).toEqual(given);
    }),
  );
});

test('Breakdowns are read back from the lines in which they are edited', () => {
  fc.assert(
    fc.property(fc.array(breakdown, { maxLength: 4 }), (given) => {
      expect(observedBreakdowns.parse(breakdownsIn(breakdownsText(given)))).toEqual(given);
    }),
  );
});

test('A part that is typed without a code gets one from its words', () => {
  expect(breakdownsIn('Cấp: Cấp huyện; Cấp xã [xa]')).toEqual([
    {
      key: 'cap',
      label: 'Cấp',
      values: [
        { value: 'cap-huyen', label: 'Cấp huyện' },
        { value: 'xa', label: 'Cấp xã' },
      ],
    },
  ]);
});

test('A line that says nothing known is refused', () => {
  expect(relations.safeParse(relationsIn('gấp đôi: BC-GIAO')).success).toBe(false);
});
