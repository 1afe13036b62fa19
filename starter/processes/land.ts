/**
 * Land (Law on Land 2013; Decree 43/2014/NĐ-CP, Art. 60–61, 69–75). A commune may receive as well and passes the dossier to the
 * one-stop of the district. The time in which the applicant pays does not count.
 */
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import {
  all,
  answer,
  chooseOne,
  decideBy,
  having,
  meet,
  type Part,
  path,
  payment,
  processOf,
  step,
} from './describe.ts';
import {
  COMMUNE_CHAIRMAN,
  COMMUNE_CLERK,
  COMMUNE_OFFICER,
  COUNTER,
  DISTRICT_CHAIRMAN,
  DISTRICT_CLERK,
  DISTRICT_COUNTER,
  headOf,
  officerOf,
  OTHER_AGENCY,
  TAX_OFFICE,
} from './roles.ts';

const REGISTRY = officerOf('land-registry');
const RESOURCES = officerOf('natural-resources');

/** Decree 43/2014/NĐ-CP, Art. 60 clause 2: at the district's one-stop, or at the commune, which passes it on. */
function received(then: string): readonly Part[] {
  return [
    having(step('receive', 'Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ', [COUNTER, 4])),
    path('start', 'receive'),
    decideBy('where', {
      after: 'receive',
      when: 'dossier.receivedLevel = "commune"',
      way: ['Nhận tại xã', 'district'],
      otherwise: ['Nhận tại huyện', 'taken'],
    }),
    having(step('district', 'Bộ phận Một cửa huyện nhận hồ sơ từ xã', [DISTRICT_COUNTER, 4])),
    path('district', 'taken'),
    meet('taken', 'one', then),
  ];
}

/** The tax office says what is owed (`tax`), and the clock stands still until it is paid (`pay`). */
const OWED: Part = having(
  answer('tax', 'Thông báo nghĩa vụ tài chính của cơ quan thuế', [TAX_OFFICE, 24]),
  payment('pay', 'Người sử dụng đất thực hiện nghĩa vụ tài chính', 'Nghĩa vụ tài chính về đất đai'),
);

/** Decree 43/2014/NĐ-CP, Art. 70: the commune confirms and publishes, then department and branch work at the same time. */
const FIRST_CERTIFICATE = processOf(
  'dang-ky-dat-dai-cap-giay-chung-nhan-lan-dau',
  'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu',
  ...received('confirm'),
  having(
    step('confirm', 'Xác nhận nguồn gốc, hiện trạng; niêm yết công khai 15 ngày', [COMMUNE_OFFICER, 112]),
    step('vouch', 'Chủ tịch UBND cấp xã ký xác nhận', [COMMUNE_CHAIRMAN, 8]),
  ),
  path('confirm', 'vouch'),
  all('both', 'vouch', 'appraise', 'measure'),
  having(
    step('appraise', 'Thẩm định điều kiện cấp Giấy chứng nhận', [RESOURCES, 32]),
    step('measure', 'Đo đạc, lập hồ sơ, gửi phiếu chuyển thông tin địa chính', [REGISTRY, 32]),
  ),
  path('appraise', 'agreed'),
  path('measure', 'agreed'),
  meet('agreed', 'all', 'tax'),
  OWED,
  path('tax', 'pay', 'propose'),
  having(
    step('propose', 'Trưởng phòng trình ký Giấy chứng nhận', [headOf('natural-resources'), 8]),
    step('sign', 'Ký Giấy chứng nhận', [DISTRICT_CHAIRMAN, 16]),
    step('enter', 'Vào sổ địa chính, cập nhật cơ sở dữ liệu', [REGISTRY, 8]),
    step('give', 'Trả kết quả sau khi có chứng từ nộp tiền', [COUNTER, 4]),
  ),
  path('propose', 'sign', 'enter', 'give', 'end'),
);

/** Decree 43/2014/NĐ-CP, Art. 79: the branch decides; money is owed for most transfers, not for exchanges. */
const TRANSFER = processOf(
  'dang-ky-bien-dong-dat-dai-chuyen-nhuong-thua-ke-tang-cho',
  'Đăng ký biến động đất đai (chuyển nhượng, thừa kế, tặng cho)',
  ...received('check'),
  having(step('check', 'Thẩm tra điều kiện chuyển quyền, gửi phiếu chuyển thông tin', [REGISTRY, 24])),
  chooseOne('owed', {
    after: 'check',
    ways: { 'Không có nghĩa vụ tài chính': 'cleared' },
    otherwise: ['Có nghĩa vụ tài chính', 'tax'],
  }),
  OWED,
  path('tax', 'pay', 'cleared'),
  meet('cleared', 'one', 'write'),
  having(
    step('write', 'Chỉnh lý hồ sơ địa chính, in hoặc xác nhận Giấy chứng nhận', [REGISTRY, 12]),
    step('sign', 'Ký xác nhận, cấp Giấy chứng nhận', [headOf('land-registry'), 8]),
    step('give', 'Trả kết quả sau khi có chứng từ nộp tiền', [COUNTER, 4]),
  ),
  path('write', 'sign', 'give', 'end'),
);

/** Decree 43/2014/NĐ-CP, Art. 75: the commune is asked where there is doubt about boundaries or a dispute. */
const PARCELS = processOf(
  'tach-thua-hoac-hop-thua-dat',
  'Tách thửa hoặc hợp thửa đất',
  ...received('measure'),
  having(step('measure', 'Đo đạc, kiểm tra điều kiện tách, hợp thửa', [REGISTRY, 52])),
  chooseOne('doubt', {
    after: 'measure',
    ways: { 'Cần xã xác nhận': 'confirm' },
    otherwise: ['Hiện trạng rõ, không tranh chấp', 'clear'],
  }),
  having(step('confirm', 'Xác nhận hiện trạng, tình trạng tranh chấp', [COMMUNE_OFFICER, 16])),
  path('confirm', 'clear'),
  meet('clear', 'one', 'write'),
  having(
    step('write', 'Chỉnh lý bản đồ, hồ sơ địa chính, in Giấy chứng nhận', [REGISTRY, 24]),
    step('approve', 'Giám đốc Chi nhánh kiểm tra, trình ký', [headOf('land-registry'), 4]),
    answer('sign', 'Giấy chứng nhận đã ký của cơ quan tài nguyên và môi trường', [OTHER_AGENCY, 12]),
    step('give', 'Trả kết quả', [COUNTER, 4]),
  ),
  path('write', 'approve', 'sign', 'give', 'end'),
);

/** Law on Land 2013, Art. 202: causes and facts are looked into at the same time, then the council mediates. */
const MEDIATION = processOf(
  'hoa-giai-tranh-chap-dat-dai',
  'Hòa giải tranh chấp đất đai',
  having(step('receive', 'Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ', [COUNTER, 4])),
  path('start', 'receive'),
  all('both', 'receive', 'causes', 'facts', 'council'),
  having(
    step('causes', 'Thẩm tra nguyên nhân, thu thập tài liệu', [COMMUNE_OFFICER, 160]),
    step('facts', 'Xác minh nguồn gốc, hiện trạng thửa đất', [REGISTRY, 80]),
    step('council', 'Thành lập Hội đồng hòa giải', [COMMUNE_CHAIRMAN, 24]),
  ),
  path('causes', 'prepared'),
  path('facts', 'prepared'),
  path('council', 'prepared'),
  meet('prepared', 'all', 'mediate'),
  having(step('mediate', 'Tổ chức hòa giải, lập biên bản', [COMMUNE_OFFICER, 80])),
  chooseOne('outcome', {
    after: 'mediate',
    ways: { 'Thay đổi ý kiến trong 10 ngày': 'again' },
    otherwise: ['Biên bản không có ý kiến khác', 'settled'],
  }),
  having(step('again', 'Họp lại Hội đồng hòa giải, lập biên bản', [COMMUNE_OFFICER, 80])),
  path('again', 'settled'),
  meet('settled', 'one', 'sign'),
  having(
    step('sign', 'Xem xét, ký biên bản, văn bản kết quả', [COMMUNE_CHAIRMAN, 8]),
    step('stamp', 'Đóng dấu, vào sổ, lưu hồ sơ', [COMMUNE_CLERK, 2]),
    step('give', 'Trả kết quả', [COUNTER, 2]),
  ),
  path('sign', 'stamp', 'give', 'end'),
);

/** Decree 43/2014/NĐ-CP, Art. 68–69: department and commune first, then the decision, money and the certificate. */
const ALLOCATION = processOf(
  'giao-dat-cho-thue-dat-chuyen-muc-dich-su-dung-dat',
  'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất',
  ...received('both'),
  having({ kind: 'parallel-gateway', id: 'both', name: '', lane: null }),
  path('both', 'appraise'),
  path('both', 'confirm'),
  having(
    step('appraise', 'Thẩm tra hồ sơ, kiểm tra thực địa', [RESOURCES, 24]),
    step('confirm', 'Xác nhận hiện trạng sử dụng đất', [COMMUNE_OFFICER, 16]),
  ),
  path('appraise', 'agreed'),
  path('confirm', 'agreed'),
  meet('agreed', 'all', 'draft'),
  having(
    step('draft', 'Lập tờ trình, dự thảo quyết định', [RESOURCES, 12]),
    step('approve', 'Trưởng phòng duyệt, ký trình', [headOf('natural-resources'), 8]),
    step('sign', 'Lãnh đạo UBND huyện ký quyết định', [DISTRICT_CHAIRMAN, 16]),
    step('stamp', 'Đóng dấu, vào sổ, phát hành', [DISTRICT_CLERK, 4]),
  ),
  path('draft', 'approve', 'sign', 'stamp'),
  OWED,
  path('stamp', 'tax', 'pay', 'enter'),
  having(
    step('enter', 'Chỉnh lý biến động trên Giấy chứng nhận', [REGISTRY, 12]),
    step('give', 'Trả kết quả sau khi có chứng từ nộp tiền', [COUNTER, 4]),
  ),
  path('enter', 'give', 'end'),
);

export const LAND: readonly ProcessDefinition[] = [
  FIRST_CERTIFICATE,
  TRANSFER,
  PARCELS,
  MEDIATION,
  ALLOCATION,
];
