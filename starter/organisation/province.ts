import type { UnitDescription } from '#foundation/organisation/acts/schema.ts';
import type { UnitFunction } from '#foundation/organisation/schema.ts';
import { committee, describe } from './describe.ts';

/** A department of the province, as far as the district's units come from or go to it. */
export function provincialDepartment(
  code: string,
  name: string,
  province: 'Bình Định' | 'Gia Lai',
): UnitDescription {
  return describe({
    code,
    name: `${name} tỉnh ${province}`,
    shortName: name,
    kind: 'department',
    level: 'province',
    parent: province === 'Bình Định' ? 'tinh-binh-dinh' : 'tinh-gia-lai',
  });
}

export const PROVINCE_UNITS: readonly UnitDescription[] = [
  committee({
    code: 'tinh-binh-dinh',
    name: 'Ủy ban nhân dân tỉnh Bình Định',
    shortName: 'Tỉnh Bình Định',
    level: 'province',
    parent: null,
    administrativeCode: '52',
    agencyId: '000.00.00.H08',
  }),
  provincialDepartment('so-tai-nguyen-moi-truong', 'Sở Tài nguyên và Môi trường', 'Bình Định'),
  provincialDepartment('so-nong-nghiep-ptnt', 'Sở Nông nghiệp và Phát triển nông thôn', 'Bình Định'),
  provincialDepartment('so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo', 'Bình Định'),
];

export const DISTRICT_UNIT = committee({
  code: 'huyen-an-lao',
  name: 'Ủy ban nhân dân huyện An Lão',
  shortName: 'Huyện An Lão',
  level: 'district',
  parent: 'tinh-binh-dinh',
  administrativeCode: '542',
  agencyId: '000.00.22.H08',
});

/** Agencies of central sectors in the district: no People's Committee stands above them, they serve division 542. */
export const SECTOR_AGENCIES: readonly UnitDescription[] = [
  sectorAgency('chi-cuc-thue', 'Chi cục Thuế', 'tax'),
  sectorAgency('cong-an-huyen', 'Công an', 'police'),
  sectorAgency('bao-hiem-xa-hoi', 'Bảo hiểm xã hội', 'social-insurance'),
];

function sectorAgency(code: string, name: string, field: UnitFunction): UnitDescription {
  return describe({
    code,
    name: `${name} huyện An Lão`,
    shortName: `${name} huyện`,
    kind: 'sector-agency',
    level: 'district',
    parent: null,
    functions: [field],
    administrativeCode: '542',
  });
}
