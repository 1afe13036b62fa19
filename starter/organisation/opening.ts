import type { ActDraft, UnitDescription } from '#foundation/organisation/acts/schema.ts';
import { COMMUNE_UNITS } from './communes.ts';
import { DEPARTMENT_UNITS, DISTRICT_COUNTER } from './departments.ts';
import { DISTRICT_UNIT, PROVINCE_UNITS, SECTOR_AGENCIES } from './province.ts';
import { PUBLIC_SERVICE_UNITS } from './public-services.ts';

/** The organisation as it stood when the report begins, so that every date from 2011 on has a tree. */
export const OPENING_ACTS: readonly ActDraft[] = [
  opening('hien-trang-2011-cap-tinh', PROVINCE_UNITS, {
    title: 'Hiện trạng đầu năm 2011: cơ quan cấp tỉnh có liên quan',
    issuer: 'Ủy ban nhân dân tỉnh Bình Định',
    note: 'Chỉ ghi các sở có đơn vị chuyển đến hoặc chuyển đi khỏi huyện theo báo cáo. H08 là mã định danh của tỉnh Bình Định.',
  }),
  opening('hien-trang-2011-huyen-va-xa', [DISTRICT_UNIT, ...COMMUNE_UNITS], {
    title: 'Hiện trạng đầu năm 2011: Ủy ban nhân dân huyện và 10 xã, thị trấn',
    issuer: 'Ủy ban nhân dân tỉnh Bình Định',
    note: 'Mã đơn vị hành chính theo danh mục của Tổng cục Thống kê. Số 22 của huyện và số thứ tự các xã trong mã định danh là giả định, cần đối chiếu với quyết định cấp mã của tỉnh.',
  }),
  opening('hien-trang-2011-co-quan-chuyen-mon', [...DEPARTMENT_UNITS, DISTRICT_COUNTER], {
    title: 'Hiện trạng đầu năm 2011: 13 cơ quan chuyên môn và Bộ phận Một cửa của huyện',
    issuer: 'Ủy ban nhân dân huyện An Lão',
    note: 'Báo cáo ghi 13 cơ quan chuyên môn và không biến động trong giai đoạn 2011-2020 nhưng không liệt kê. Gồm 12 cơ quan theo Nghị định 37/2014/NĐ-CP đối với huyện, và Phòng Dân tộc do huyện có đồng bào dân tộc thiểu số. Tên gọi theo năm 2020.',
  }),
  opening('hien-trang-2011-don-vi-su-nghiep', PUBLIC_SERVICE_UNITS, {
    title: 'Hiện trạng đầu năm 2011: đơn vị sự nghiệp, trường học được nêu trong báo cáo',
    issuer: 'Ủy ban nhân dân huyện An Lão',
    note: 'Chỉ gồm các đơn vị mà báo cáo nêu tên. Báo cáo đếm 5 đơn vị sự nghiệp thuộc huyện và 25 đơn vị thuộc Phòng Giáo dục và Đào tạo (tháng 3/2020); các đơn vị còn lại cần bổ sung.',
  }),
  opening('hien-trang-2011-nganh-doc', SECTOR_AGENCIES, {
    title: 'Hiện trạng đầu năm 2011: cơ quan ngành dọc trên địa bàn huyện',
    issuer: 'Các bộ, ngành trung ương',
    note: 'Các cơ quan tham gia giải quyết thủ tục hành chính tại Bộ phận Một cửa; không thuộc Ủy ban nhân dân huyện.',
  }),
];

function opening(
  code: string,
  units: readonly UnitDescription[],
  source: { readonly title: string; readonly issuer: string; readonly note: string },
): ActDraft {
  return {
    code,
    kind: 'create',
    title: source.title,
    effectiveOn: '2011-01-01',
    documentNumber: '',
    documentIssuedOn: null,
    documentIssuer: source.issuer,
    changes: units.map((unit) => ({ kind: 'create', unit })),
    certainty: 'likely',
    note: source.note,
  };
}
