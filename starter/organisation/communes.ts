import type { UnitDescription } from '#foundation/organisation/acts/schema.ts';
import { committee } from './describe.ts';

/**
 * The nine communes and one township of An Lão with their codes of the General Statistics Office. An Hòa is number 17
 * of the agency identifiers; that the others are numbered beside it in the order of their codes is our assumption.
 */
const COMMUNES = [
  ['thi-tran-an-lao', 'thị trấn An Lão', '21609', '10'],
  ['xa-an-hung', 'xã An Hưng', '21610', '11'],
  ['xa-an-trung', 'xã An Trung', '21613', '12'],
  ['xa-an-dung', 'xã An Dũng', '21616', '13'],
  ['xa-an-vinh', 'xã An Vinh', '21619', '14'],
  ['xa-an-toan', 'xã An Toàn', '21622', '15'],
  ['xa-an-tan', 'xã An Tân', '21625', '16'],
  ['xa-an-hoa', 'xã An Hòa', '21628', '17'],
  ['xa-an-quang', 'xã An Quang', '21631', '18'],
  ['xa-an-nghia', 'xã An Nghĩa', '21634', '19'],
] as const;

export const COMMUNE_UNITS: readonly UnitDescription[] = COMMUNES.map(
  ([code, place, administrativeCode, number]) =>
    committee({
      code,
      name: `Ủy ban nhân dân ${place}`,
      shortName: place.charAt(0).toUpperCase() + place.slice(1),
      level: 'commune',
      parent: 'huyen-an-lao',
      administrativeCode,
      agencyId: `000.${number}.22.H08`,
    }),
);
