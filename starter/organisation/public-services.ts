import type { UnitDescription } from '#foundation/organisation/acts/schema.ts';
import { describe } from './describe.ts';

type Named = readonly [code: string, name: string, parent: string];

/** Public service units as they were before the reorganisations of 2019 that the report tells of (section 3.1). */
const SERVICE_UNITS: readonly Named[] = [
  ['trung-tam-gdnn-gdtx', 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên', 'so-giao-duc-dao-tao'],
  ['tram-chan-nuoi-thu-y', 'Trạm Chăn nuôi và Thú y', 'so-nong-nghiep-ptnt'],
  ['tram-bao-ve-thuc-vat', 'Trạm Bảo vệ thực vật', 'so-nong-nghiep-ptnt'],
  ['tram-khuyen-nong', 'Trạm Khuyến nông', 'phong-nong-nghiep-ptnt'],
  ['dai-truyen-thanh', 'Đài Truyền thanh', 'huyen-an-lao'],
  ['trung-tam-vhtt-tt', 'Trung tâm Văn hóa thông tin - Thể thao', 'huyen-an-lao'],
  ['trung-tam-phat-trien-quy-dat', 'Trung tâm Phát triển quỹ đất', 'huyen-an-lao'],
  ['ban-quan-ly-du-an', 'Ban Quản lý dự án đầu tư xây dựng', 'huyen-an-lao'],
];

/** The only schools the report names; it counts 25 units under the education office in March 2020. */
const SCHOOLS: readonly Named[] = [
  ['truong-tieu-hoc-an-hoa-1', 'Trường Tiểu học An Hòa 1', 'phong-giao-duc-dao-tao'],
  ['truong-tieu-hoc-an-hoa-2', 'Trường Tiểu học An Hòa 2', 'phong-giao-duc-dao-tao'],
];

/** A public service unit of the district. */
export function serviceUnit([code, name, parent]: Named): UnitDescription {
  return describe({
    code,
    name: `${name} huyện An Lão`,
    shortName: name,
    kind: 'service-unit',
    level: 'district',
    parent,
  });
}

/** A school; its own name is enough. */
export function school([code, name, parent]: Named): UnitDescription {
  return describe({ code, name, shortName: name, kind: 'school', level: 'district', parent });
}

/** The land registry while it belonged to the district; the unit goes on under the province's department. */
const LAND_REGISTRY = describe({
  code: 'chi-nhanh-vpdkdd',
  name: 'Văn phòng Đăng ký quyền sử dụng đất huyện An Lão',
  shortName: 'Văn phòng Đăng ký QSDĐ',
  kind: 'service-unit',
  level: 'district',
  parent: 'huyen-an-lao',
  functions: ['land-registry'],
});

export const PUBLIC_SERVICE_UNITS: readonly UnitDescription[] = [
  ...SERVICE_UNITS.map(serviceUnit),
  LAND_REGISTRY,
  ...SCHOOLS.map(school),
];
