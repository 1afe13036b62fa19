import type { ActDraft, UnitChange } from '#foundation/organisation/acts/schema.ts';
import { COMMUNE_CHANGES, COMMUNES_OF_2025, officesOf } from './communes-2025.ts';
import { committee, describe } from './describe.ts';
import { provincialDepartment } from './province.ts';

/**
 * How the district ended on 1 July 2025, as prepared acts: they change nothing until an office puts them in force, in
 * this order, so that the starter opens in the world of the report whatever the date.
 */
export const ACTS_OF_2025: readonly ActDraft[] = [
  act({
    code: '2025-sap-nhap-tinh',
    kind: 'merge',
    title: 'Sáp nhập tỉnh Bình Định và tỉnh Gia Lai thành tỉnh Gia Lai',
    documentNumber: '202/2025/QH15',
    documentIssuedOn: '2025-06-12',
    documentIssuer: 'Quốc hội',
    certainty: 'sure',
    note: 'Trong phạm vi dữ liệu của huyện chỉ ghi phần tỉnh Bình Định. Các sở và Ủy ban nhân dân huyện chuyển sang tỉnh mới; mã định danh H21 của tỉnh Gia Lai cần đối chiếu.',
    changes: provinceChanges(),
  }),
  act({
    code: '2025-sap-xep-so',
    kind: 'merge',
    title: 'Sắp xếp các sở của tỉnh Gia Lai có liên quan đến đơn vị trên địa bàn An Lão',
    documentIssuer: 'Ủy ban nhân dân tỉnh Gia Lai',
    note: 'Sở Nông nghiệp và Môi trường hình thành từ hai sở (thực tế từ tháng 3/2025). Chưa có số quyết định.',
    changes: provincialDepartmentChanges(),
  }),
  act({
    code: '2025-sap-xep-xa',
    kind: 'merge',
    title:
      'Sắp xếp các xã, thị trấn của huyện An Lão thành xã An Lão, xã An Vinh, xã An Hòa; giữ nguyên xã An Toàn',
    documentNumber: '1664/NQ-UBTVQH15',
    documentIssuedOn: '2025-06-16',
    documentIssuer: 'Ủy ban Thường vụ Quốc hội',
    note: 'Việc xã cũ nào thuộc xã mới nào cần đối chiếu với nghị quyết. Mã 21616 trước là xã An Dũng, nay là xã An Vinh. Xã mới chưa được ghi mã định danh.',
    certainty: 'likely',
    changes: COMMUNE_CHANGES,
  }),
  act({
    code: '2025-co-quan-chuyen-mon-xa',
    kind: 'create',
    title: 'Thành lập phòng chuyên môn và Trung tâm Phục vụ hành chính công của các xã mới',
    documentIssuer: 'Hội đồng nhân dân, Ủy ban nhân dân các xã',
    note: 'Theo khung của Nghị định 150/2025/NĐ-CP; số nghị quyết, quyết định của từng xã cần bổ sung.',
    changes: COMMUNES_OF_2025.flatMap(officesOf).map((unit) => ({ kind: 'create', unit })),
  }),
  act({
    code: '2025-nganh-doc',
    kind: 'abolish',
    title: 'Kết thúc hoạt động của cơ quan ngành dọc cấp huyện',
    documentIssuer: 'Các bộ, ngành trung ương',
    note: 'Công an huyện thực tế kết thúc từ tháng 3/2025. Đơn vị kế thừa trực tiếp trên địa bàn cần bổ sung.',
    changes: sectorChanges(),
  }),
  act({
    code: '2025-don-vi-su-nghiep',
    kind: 'abolish',
    title: 'Sắp xếp đơn vị sự nghiệp, trường học của huyện An Lão',
    documentIssuer: 'Ủy ban nhân dân tỉnh Gia Lai',
    note: 'Phương án tiếp nhận từng đơn vị là giả định, cần thay bằng quyết định của tỉnh trước khi đưa vào thi hành.',
    changes: serviceChanges(),
  }),
  act({
    code: '2025-ket-thuc-cap-huyen',
    kind: 'abolish',
    title: 'Kết thúc hoạt động của cấp huyện: Ủy ban nhân dân huyện An Lão và các cơ quan chuyên môn',
    documentNumber: '203/2025/QH15',
    documentIssuedOn: '2025-06-16',
    documentIssuer: 'Quốc hội',
    certainty: 'sure',
    note: 'Công việc của từng phòng chuyển cho cơ quan có cùng lĩnh vực ở bốn xã theo Nghị định 150/2025/NĐ-CP; hồ sơ đang giải quyết chuyển cho xã nơi người nộp cư trú.',
    changes: districtChanges(),
  }),
];

function provinceChanges(): readonly UnitChange[] {
  const moved = ['so-tai-nguyen-moi-truong', 'so-nong-nghiep-ptnt', 'so-giao-duc-dao-tao', 'huyen-an-lao'];
  return [
    {
      kind: 'create',
      unit: committee({
        code: 'tinh-gia-lai',
        name: 'Ủy ban nhân dân tỉnh Gia Lai',
        shortName: 'Tỉnh Gia Lai',
        level: 'province',
        parent: null,
        administrativeCode: '52',
        agencyId: '000.00.00.H21',
      }),
    },
    ...moved.map((code) => ({ kind: 'move', code, parent: 'tinh-gia-lai' }) as const),
    { kind: 'merge', from: ['tinh-binh-dinh'], into: 'tinh-gia-lai' },
  ];
}

function provincialDepartmentChanges(): readonly UnitChange[] {
  const environment = 'so-nong-nghiep-moi-truong';
  return [
    { kind: 'create', unit: provincialDepartment(environment, 'Sở Nông nghiệp và Môi trường', 'Gia Lai') },
    { kind: 'create', unit: provincialDepartment('thanh-tra-tinh', 'Thanh tra', 'Gia Lai') },
    { kind: 'move', code: 'chi-nhanh-vpdkdd', parent: environment },
    { kind: 'merge', from: ['so-tai-nguyen-moi-truong', 'so-nong-nghiep-ptnt'], into: environment },
    {
      kind: 'rename',
      code: 'so-giao-duc-dao-tao',
      name: 'Sở Giáo dục và Đào tạo tỉnh Gia Lai',
      shortName: 'Sở Giáo dục và Đào tạo',
    },
  ];
}

function sectorChanges(): readonly UnitChange[] {
  const agencies = [
    ['thue-tinh', 'Thuế tỉnh Gia Lai', 'tax', 'chi-cuc-thue'],
    ['cong-an-tinh', 'Công an tỉnh Gia Lai', 'police', 'cong-an-huyen'],
    ['bao-hiem-xa-hoi-tinh', 'Bảo hiểm xã hội tỉnh Gia Lai', 'social-insurance', 'bao-hiem-xa-hoi'],
  ] as const;
  return agencies.flatMap(([code, name, field, before]): readonly UnitChange[] => [
    {
      kind: 'create',
      unit: describe({
        code,
        name,
        shortName: name,
        kind: 'sector-agency',
        level: 'province',
        parent: null,
        functions: [field],
        administrativeCode: '52',
      }),
    },
    { kind: 'abolish', code: before, successors: [code] },
  ]);
}

function serviceChanges(): readonly UnitChange[] {
  return [
    { kind: 'move', code: 'trung-tam-gdnn-gdtx', parent: 'so-giao-duc-dao-tao' },
    { kind: 'move', code: 'truong-tieu-hoc-an-hoa', parent: 'xa-an-hoa-2025', also: { level: 'commune' } },
    { kind: 'abolish', code: 'trung-tam-dich-vu-nong-nghiep', successors: ['so-nong-nghiep-moi-truong'] },
    { kind: 'abolish', code: 'trung-tam-vh-tt-tt', successors: inEachCommune('phong-van-hoa-xa-hoi') },
    { kind: 'abolish', code: 'ban-qlda-ptqd', successors: inEachCommune('phong-kinh-te') },
  ];
}

function districtChanges(): readonly UnitChange[] {
  const offices = {
    'bo-phan-mot-cua-huyen': 'trung-tam-hanh-chinh-cong',
    'van-phong-hdnd-ubnd': 'van-phong',
    'phong-tu-phap': 'van-phong',
    'phong-tai-chinh-ke-hoach': 'phong-kinh-te',
    'phong-kinh-te-ha-tang': 'phong-kinh-te',
    'phong-tai-nguyen-moi-truong': 'phong-kinh-te',
    'phong-nong-nghiep-ptnt': 'phong-kinh-te',
    'phong-noi-vu': 'phong-van-hoa-xa-hoi',
    'phong-lao-dong-tbxh': 'phong-van-hoa-xa-hoi',
    'phong-van-hoa-thong-tin': 'phong-van-hoa-xa-hoi',
    'phong-giao-duc-dao-tao': 'phong-van-hoa-xa-hoi',
    'phong-y-te': 'phong-van-hoa-xa-hoi',
    'phong-dan-toc': 'phong-van-hoa-xa-hoi',
  };
  return [
    ...Object.entries(offices).map(
      ([code, office]) => ({ kind: 'abolish', code, successors: inEachCommune(office) }) as const,
    ),
    { kind: 'abolish', code: 'thanh-tra-huyen', successors: ['thanh-tra-tinh'] },
    { kind: 'abolish', code: 'huyen-an-lao', successors: COMMUNES_OF_2025.map(({ code }) => code) },
  ];
}

function inEachCommune(office: string): readonly string[] {
  return COMMUNES_OF_2025.map(({ code }) => `${office}-${code}`);
}

function act(
  draft: Pick<ActDraft, 'code' | 'kind' | 'title' | 'documentIssuer' | 'note' | 'changes'> &
    Partial<ActDraft>,
): ActDraft {
  return {
    effectiveOn: '2025-07-01',
    documentNumber: '',
    documentIssuedOn: null,
    certainty: 'likely',
    ...draft,
  };
}
