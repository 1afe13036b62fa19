import type { IndicatorDeclaration } from '#foundation/figures/schema.ts';
import { averageDays, ofHappening, ofWork, shareOfWork } from './figures/declared.ts';

const sum = (...of: readonly string[]) => ({ kind: 'sum', of }) as const;

/** Columns 3 to 13 of Form II.06 of Circular 01/2020/TT-VPCP, with the sums that must hold between them. */
const FORM_06: readonly IndicatorDeclaration[] = [
  ofWork('all', {
    code: 'HS-TONG',
    name: 'Hồ sơ phải giải quyết trong kỳ',
    definition: 'Hồ sơ tiếp nhận trong kỳ và hồ sơ kỳ trước chuyển qua (Biểu số II.06, cột 3).',
    relations: [sum('HS-TRUCTUYEN', 'HS-TRUCTIEP', 'HS-KYTRUOC'), sum('HS-GIAIQUYET', 'HS-DANGXL')],
  }),
  ofWork('received', {
    code: 'HS-NHAN',
    name: 'Hồ sơ tiếp nhận trong kỳ',
    definition: 'Hồ sơ mới tiếp nhận trong kỳ, theo mọi hình thức.',
    relations: [sum('HS-TRUCTUYEN', 'HS-TRUCTIEP')],
  }),
  ofWork('online', {
    code: 'HS-TRUCTUYEN',
    name: 'Hồ sơ tiếp nhận trực tuyến',
    definition: 'Hồ sơ mới tiếp nhận qua cổng dịch vụ công (Biểu số II.06, cột 4).',
  }),
  ofWork('direct', {
    code: 'HS-TRUCTIEP',
    name: 'Hồ sơ tiếp nhận trực tiếp, qua bưu chính',
    definition: 'Hồ sơ mới tiếp nhận tại quầy hoặc qua dịch vụ bưu chính công ích (Biểu số II.06, cột 5).',
  }),
  ofWork('postal', {
    code: 'HS-BUUCHINH',
    name: 'Hồ sơ tiếp nhận qua bưu chính',
    definition: 'Hồ sơ mới tiếp nhận qua dịch vụ bưu chính công ích.',
    relations: [{ kind: 'at-most', of: 'HS-TRUCTIEP' }],
  }),
  ofWork('carried', {
    code: 'HS-KYTRUOC',
    name: 'Hồ sơ kỳ trước chuyển qua',
    definition: 'Hồ sơ tiếp nhận trước kỳ, đến đầu kỳ chưa giải quyết xong (Biểu số II.06, cột 6).',
  }),
  ofWork('resolved', {
    code: 'HS-GIAIQUYET',
    name: 'Hồ sơ đã giải quyết',
    definition:
      'Hồ sơ có kết quả trong kỳ, và hồ sơ trả lại, dừng giải quyết, xin rút trong kỳ (Biểu số II.06, cột 7).',
    relations: [sum('HS-TRUOCHAN', 'HS-DUNGHAN', 'HS-QUAHAN')],
  }),
  ofWork('early', {
    code: 'HS-TRUOCHAN',
    name: 'Hồ sơ giải quyết trước hạn',
    definition: 'Hồ sơ có kết quả trong kỳ, trước ngày hẹn (Biểu số II.06, cột 8).',
  }),
  ofWork('onTime', {
    code: 'HS-DUNGHAN',
    name: 'Hồ sơ giải quyết đúng hạn',
    definition:
      'Hồ sơ có kết quả trong kỳ vào ngày hẹn, và hồ sơ trả lại, xin rút khi còn hạn (Biểu số II.06, cột 9).',
  }),
  ofWork('late', {
    code: 'HS-QUAHAN',
    name: 'Hồ sơ giải quyết quá hạn',
    definition: 'Hồ sơ giải quyết xong trong kỳ, sau ngày hẹn (Biểu số II.06, cột 10).',
  }),
  ofWork('open', {
    code: 'HS-DANGXL',
    name: 'Hồ sơ đang giải quyết',
    definition: 'Hồ sơ đến cuối kỳ chưa giải quyết xong (Biểu số II.06, cột 11).',
    relations: [sum('HS-TRONGHAN', 'HS-DANGQUAHAN')],
  }),
  ofWork('openInTime', {
    code: 'HS-TRONGHAN',
    name: 'Hồ sơ đang giải quyết, trong hạn',
    definition:
      'Hồ sơ đến cuối kỳ chưa giải quyết xong mà chưa đến hạn, kể cả hồ sơ đang chờ bổ sung (Biểu số II.06, cột 12).',
    method:
      'So ngày hẹn hiện nay với cuối kỳ; hồ sơ đang tạm dừng tính là trong hạn. Hồ sơ liên thông tính một lần.',
  }),
  ofWork('openLate', {
    code: 'HS-DANGQUAHAN',
    name: 'Hồ sơ đang giải quyết, quá hạn',
    definition: 'Hồ sơ đến cuối kỳ chưa giải quyết xong mà đã quá hạn (Biểu số II.06, cột 13).',
    method:
      'So ngày hẹn hiện nay với cuối kỳ; hồ sơ đang tạm dừng tính là trong hạn. Hồ sơ liên thông tính một lần.',
  }),
];

const SHARES: readonly IndicatorDeclaration[] = [
  shareOfWork([({ early, onTime }) => early + onTime, 'resolved'], 'resolved', {
    code: 'HS-TYLE-DUNGHAN',
    name: 'Tỷ lệ hồ sơ giải quyết trước và đúng hạn',
    definition: 'Hồ sơ giải quyết trước hạn và đúng hạn trên tổng số hồ sơ đã giải quyết trong kỳ.',
  }),
  shareOfWork([({ online }) => online, 'received'], 'online', {
    code: 'HS-TYLE-TRUCTUYEN',
    name: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến',
    definition: 'Hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận trong kỳ.',
    relations: [{ kind: 'ratio', numerator: 'HS-TRUCTUYEN', denominator: 'HS-NHAN' }],
  }),
  averageDays({
    code: 'HS-NGAY-TB',
    name: 'Số ngày giải quyết bình quân',
    definition:
      'Số ngày bình quân từ khi tiếp nhận đến khi có kết quả, tính cả ngày nghỉ, của hồ sơ có kết quả trong kỳ.',
  }),
];

const HAPPENINGS: readonly IndicatorDeclaration[] = [
  ofHappening('supplement', {
    code: 'HS-BOSUNG',
    name: 'Số lần yêu cầu bổ sung hồ sơ',
    definition:
      'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ đã gửi trong kỳ (Điều 17 Nghị định số 61/2018/NĐ-CP).',
    unitOfMeasure: 'lần',
  }),
  ofHappening('repeated', {
    code: 'HS-BOSUNG-LAI',
    name: 'Số lần yêu cầu bổ sung từ lần thứ hai',
    definition: 'Phiếu yêu cầu bổ sung gửi trong kỳ cho hồ sơ đã được yêu cầu bổ sung trước đó.',
    unitOfMeasure: 'lần',
    relations: [{ kind: 'at-most', of: 'HS-BOSUNG' }],
  }),
  ofHappening('extension', {
    code: 'HS-GIAHAN',
    name: 'Số lần gia hạn giải quyết',
    definition: 'Thông báo gia hạn thời gian giải quyết hồ sơ đã gửi trong kỳ.',
    unitOfMeasure: 'lần',
  }),
  ofHappening('apology', {
    code: 'HS-XINLOI',
    name: 'Số văn bản xin lỗi',
    definition:
      'Phiếu xin lỗi và hẹn lại ngày trả kết quả đã gửi trong kỳ (Điều 19 Nghị định số 61/2018/NĐ-CP).',
    unitOfMeasure: 'văn bản',
  }),
  ofHappening('refused', {
    code: 'HS-TUCHOI',
    name: 'Hồ sơ trả lại, từ chối giải quyết',
    definition: 'Hồ sơ trả lại trong kỳ vì không đủ điều kiện giải quyết.',
  }),
  ofHappening('stopped', {
    code: 'HS-DUNG',
    name: 'Hồ sơ dừng giải quyết',
    definition: 'Hồ sơ có thông báo dừng giải quyết trong kỳ.',
  }),
  ofHappening('withdrawn', {
    code: 'HS-RUT',
    name: 'Hồ sơ người nộp xin rút',
    definition: 'Hồ sơ trả lại trong kỳ theo yêu cầu của người nộp.',
  }),
  ofHappening('lapsed', {
    code: 'HS-HETHAN-BOSUNG',
    name: 'Hồ sơ đóng vì không bổ sung',
    definition: 'Hồ sơ đóng trong kỳ vì người nộp không bổ sung trong thời hạn.',
  }),
  ofHappening('returned', {
    code: 'HS-TRA',
    name: 'Hồ sơ đã trả kết quả',
    definition: 'Hồ sơ có kết quả đã giao cho người nộp trong kỳ, theo mọi hình thức.',
  }),
  ofHappening('returned-postal', {
    code: 'HS-TRA-BUUCHINH',
    name: 'Kết quả trả qua bưu chính',
    definition: 'Hồ sơ có kết quả giao cho người nộp trong kỳ qua dịch vụ bưu chính công ích.',
    relations: [{ kind: 'at-most', of: 'HS-TRA' }],
  }),
];

/** What is counted of dossiers. */
export const dossierIndicators: readonly IndicatorDeclaration[] = [...FORM_06, ...SHARES, ...HAPPENINGS];
