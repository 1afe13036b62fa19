import type { ActDraft, UnitChange } from '#foundation/organisation/acts/schema.ts';
import { school, serviceUnit } from './public-services.ts';

const SOURCE =
  'Theo báo cáo cải cách hành chính giai đoạn 2011-2020 của huyện, mục 3.1: thực hiện trong năm 2019; báo cáo không ghi số và ngày quyết định.';

/** The reorganisations of 2019 that the report tells of. It gives the year only: the dates are ours. */
export const ACTS_OF_2019: readonly ActDraft[] = [
  act('2019-chuyen-trung-tam-gdnn-gdtx', 'move', {
    title: 'Chuyển Trung tâm GDNN - GDTX từ Sở Giáo dục và Đào tạo về Ủy ban nhân dân huyện quản lý',
    issuer: 'Ủy ban nhân dân tỉnh Bình Định',
    changes: [{ kind: 'move', code: 'trung-tam-gdnn-gdtx', parent: 'huyen-an-lao' }],
  }),
  act('2019-chuyen-van-phong-dang-ky-dat-dai', 'move', {
    title: 'Chuyển Văn phòng Đăng ký quyền sử dụng đất huyện về Sở Tài nguyên và Môi trường quản lý',
    issuer: 'Ủy ban nhân dân tỉnh Bình Định',
    note: 'Sau khi chuyển, đơn vị là chi nhánh của Văn phòng Đăng ký đất đai tỉnh, vẫn phục vụ địa bàn huyện.',
    changes: [
      {
        kind: 'move',
        code: 'chi-nhanh-vpdkdd',
        parent: 'so-tai-nguyen-moi-truong',
        also: { kind: 'sector-agency', administrativeCode: '542' },
      },
      {
        kind: 'rename',
        code: 'chi-nhanh-vpdkdd',
        name: 'Chi nhánh Văn phòng Đăng ký đất đai huyện An Lão',
        shortName: 'Chi nhánh VPĐK đất đai',
      },
    ],
  }),
  act('2019-sap-nhap-tieu-hoc-an-hoa', 'merge', {
    title: 'Sáp nhập Trường Tiểu học An Hòa 1 và Trường Tiểu học An Hòa 2 thành Trường Tiểu học An Hòa',
    effectiveOn: '2019-08-01',
    changes: [
      {
        kind: 'create',
        unit: school(['truong-tieu-hoc-an-hoa', 'Trường Tiểu học An Hòa', 'phong-giao-duc-dao-tao']),
      },
      {
        kind: 'merge',
        from: ['truong-tieu-hoc-an-hoa-1', 'truong-tieu-hoc-an-hoa-2'],
        into: 'truong-tieu-hoc-an-hoa',
      },
    ],
  }),
  act('2019-thanh-lap-trung-tam-dich-vu-nong-nghiep', 'merge', {
    title: 'Sáp nhập các trạm chuyên ngành nông nghiệp thành Trung tâm Dịch vụ nông nghiệp huyện',
    issuer: 'Ủy ban nhân dân tỉnh Bình Định',
    changes: merger(
      ['trung-tam-dich-vu-nong-nghiep', 'Trung tâm Dịch vụ nông nghiệp'],
      ['tram-chan-nuoi-thu-y', 'tram-bao-ve-thuc-vat', 'tram-khuyen-nong'],
    ),
  }),
  act('2019-thanh-lap-trung-tam-vh-tt-tt', 'merge', {
    title:
      'Sáp nhập Đài Truyền thanh và Trung tâm VHTT-TT thành Trung tâm Văn hóa - Thông tin - Thể thao huyện',
    changes: merger(
      ['trung-tam-vh-tt-tt', 'Trung tâm Văn hóa - Thông tin - Thể thao'],
      ['dai-truyen-thanh', 'trung-tam-vhtt-tt'],
    ),
  }),
  act('2019-thanh-lap-ban-qlda-ptqd', 'merge', {
    title:
      'Sáp nhập Trung tâm Phát triển quỹ đất và Ban Quản lý dự án ĐTXD thành Ban Quản lý dự án ĐTXD và PTQĐ',
    note: 'Đơn vị sự nghiệp công lập tự bảo đảm một phần chi thường xuyên.',
    changes: merger(
      ['ban-qlda-ptqd', 'Ban Quản lý dự án đầu tư xây dựng và Phát triển quỹ đất'],
      ['trung-tam-phat-trien-quy-dat', 'ban-quan-ly-du-an'],
    ),
  }),
];

/** Units that end and the new unit of the district that takes over their work. */
function merger([code, name]: readonly [string, string], from: readonly string[]): readonly UnitChange[] {
  return [
    { kind: 'create', unit: serviceUnit([code, name, 'huyen-an-lao']) },
    { kind: 'merge', from, into: code },
  ];
}

function act(
  code: string,
  kind: ActDraft['kind'],
  rest: {
    readonly title: string;
    readonly changes: readonly UnitChange[];
    readonly issuer?: string;
    readonly effectiveOn?: string;
    readonly note?: string;
  },
): ActDraft {
  return {
    code,
    kind,
    title: rest.title,
    effectiveOn: rest.effectiveOn ?? '2019-07-01',
    documentNumber: '',
    documentIssuedOn: null,
    documentIssuer: rest.issuer ?? 'Ủy ban nhân dân huyện An Lão',
    changes: rest.changes,
    certainty: 'likely',
    note: [SOURCE, rest.note ?? ''].join(' ').trim(),
  };
}
