import type { UnitDescription } from '#foundation/organisation/acts/schema.ts';
import { department, describe } from './describe.ts';

/**
 * The thirteen specialised agencies that the report counts (section 3.1, March 2020). It does not list them: ten are
 * those of every district (Decree 37/2014/NĐ-CP, Art. 7), two those of a rural district (Art. 8), and the thirteenth
 * is the office of ethnic affairs that the same decree provides for districts with ethnic minorities.
 */
export const DEPARTMENT_UNITS: readonly UnitDescription[] = [
  {
    ...department('van-phong-hdnd-ubnd', 'Văn phòng HĐND&UBND', 'office'),
    name: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện An Lão',
  },
  department('phong-noi-vu', 'Phòng Nội vụ', 'home-affairs'),
  department('phong-tu-phap', 'Phòng Tư pháp', 'justice'),
  department('phong-tai-chinh-ke-hoach', 'Phòng Tài chính - Kế hoạch', 'finance-planning'),
  department('phong-tai-nguyen-moi-truong', 'Phòng Tài nguyên và Môi trường', 'natural-resources'),
  department('phong-lao-dong-tbxh', 'Phòng Lao động - Thương binh và Xã hội', 'labour-social'),
  department('phong-van-hoa-thong-tin', 'Phòng Văn hóa và Thông tin', 'culture'),
  department('phong-giao-duc-dao-tao', 'Phòng Giáo dục và Đào tạo', 'education'),
  department('phong-y-te', 'Phòng Y tế', 'health'),
  department('thanh-tra-huyen', 'Thanh tra', 'inspectorate'),
  department('phong-nong-nghiep-ptnt', 'Phòng Nông nghiệp và Phát triển nông thôn', 'agriculture'),
  department('phong-kinh-te-ha-tang', 'Phòng Kinh tế và Hạ tầng', 'economy-infrastructure'),
  department('phong-dan-toc', 'Phòng Dân tộc', 'ethnic'),
].map((unit) => (unit.code === 'thanh-tra-huyen' ? { ...unit, shortName: 'Thanh tra huyện' } : unit));

/** The one-stop counter of the district, part of its office (Decree 61/2018/NĐ-CP, Art. 7). */
export const DISTRICT_COUNTER = describe({
  code: 'bo-phan-mot-cua-huyen',
  name: 'Bộ phận Tiếp nhận và Trả kết quả huyện An Lão',
  shortName: 'Bộ phận Một cửa huyện',
  kind: 'one-stop',
  level: 'district',
  parent: 'van-phong-hdnd-ubnd',
  functions: ['one-stop'],
});
