import type { UnitChange, UnitDescription } from '#foundation/organisation/acts/schema.ts';
import { committee, describe } from './describe.ts';

/** A commune of July 2025, the units whose territory it took over, and its statistical code. */
type NewCommune = {
  readonly code: string;
  readonly place: string;
  readonly administrativeCode: string;
  readonly from: readonly string[];
};

const NEW_COMMUNES: readonly NewCommune[] = [
  {
    code: 'xa-an-lao',
    place: 'xã An Lão',
    administrativeCode: '21609',
    from: ['thi-tran-an-lao', 'xa-an-tan', 'xa-an-hung'],
  },
  {
    code: 'xa-an-vinh-2025',
    place: 'xã An Vinh',
    administrativeCode: '21616',
    from: ['xa-an-vinh', 'xa-an-trung', 'xa-an-dung'],
  },
  {
    code: 'xa-an-hoa-2025',
    place: 'xã An Hòa',
    administrativeCode: '21628',
    from: ['xa-an-hoa', 'xa-an-quang', 'xa-an-nghia'],
  },
];

/** The four communes that follow the district: three new ones, and An Toàn, which stays as it was. */
export const COMMUNES_OF_2025 = [
  ...NEW_COMMUNES.map(({ code, place }) => ({ code, place })),
  { code: 'xa-an-toan', place: 'xã An Toàn' },
] as const;

/** What Resolution 1664/NQ-UBTVQH15 does to the ten communes. */
export const COMMUNE_CHANGES: readonly UnitChange[] = [
  ...NEW_COMMUNES.flatMap((commune): readonly UnitChange[] => [
    { kind: 'create', unit: newCommune(commune) },
    { kind: 'merge', from: commune.from, into: commune.code },
  ]),
  {
    kind: 'move',
    code: 'xa-an-toan',
    parent: 'tinh-gia-lai',
    also: { agencyId: null, agencyIdNew: null },
  },
];

/** The offices of one commune under Decree 150/2025/NĐ-CP, with the fields of the district's offices they take over. */
export function officesOf({ code, place }: (typeof COMMUNES_OF_2025)[number]): readonly UnitDescription[] {
  const office = { level: 'commune', parent: code } as const;
  return [
    describe({
      ...office,
      code: `van-phong-${code}`,
      name: `Văn phòng HĐND và UBND ${place}`,
      shortName: 'Văn phòng HĐND và UBND',
      kind: 'department',
      functions: ['office', 'justice'],
    }),
    describe({
      ...office,
      code: `phong-kinh-te-${code}`,
      name: `Phòng Kinh tế ${place}`,
      shortName: 'Phòng Kinh tế',
      kind: 'department',
      functions: ['economy-infrastructure', 'finance-planning', 'natural-resources', 'agriculture'],
    }),
    describe({
      ...office,
      code: `phong-van-hoa-xa-hoi-${code}`,
      name: `Phòng Văn hóa - Xã hội ${place}`,
      shortName: 'Phòng Văn hóa - Xã hội',
      kind: 'department',
      functions: ['culture', 'home-affairs', 'labour-social', 'education', 'health', 'ethnic'],
    }),
    describe({
      ...office,
      code: `trung-tam-hanh-chinh-cong-${code}`,
      name: `Trung tâm Phục vụ hành chính công ${place}`,
      shortName: 'Trung tâm Phục vụ hành chính công',
      kind: 'one-stop',
      functions: ['one-stop'],
    }),
  ];
}

function newCommune({ code, place, administrativeCode }: NewCommune): UnitDescription {
  return committee({
    code,
    name: `Ủy ban nhân dân ${place}`,
    shortName: place.charAt(0).toUpperCase() + place.slice(1),
    level: 'commune',
    parent: 'tinh-gia-lai',
    administrativeCode,
    agencyId: null,
  });
}
