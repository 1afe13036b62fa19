/** The set that an installation begins with, as the migration writes it; changed on its page from then on. */
import type { ScoringSet } from '../schema.ts';

/**
 * Decree 61/2018/NĐ-CP, Article 31. Steps of criteria 1–3 follow a form in use; those of 4–9 and the bands are what offices
 * use as far as is known, and data for that reason.
 */
export const FIRST_SCORING_SET = {
  legalBasis: 'Điều 31 Nghị định số 61/2018/NĐ-CP',
  validFrom: '2018-06-21',
  criteria: [
    {
      code: '1',
      name: 'Tổng thời gian giải quyết hồ sơ so với thời gian quy định',
      levels: ['Ngắn hơn', 'Bằng thời gian quy định', 'Dài hơn'],
      measure: 'total-time',
      adjustable: false,
    },
    {
      code: '2',
      name: 'Thời gian thực hiện của từng cơ quan tham gia giải quyết, kể cả phối hợp',
      levels: ['Ngắn hơn', 'Bằng thời gian quy định', 'Dài hơn'],
      measure: 'unit-time',
      adjustable: false,
    },
    {
      code: '3',
      name: 'Số lần phải liên hệ với nơi tiếp nhận để hoàn thiện hồ sơ, kể cả trực tuyến',
      levels: ['Không phải liên hệ', '01 lần', 'Trên 01 lần, trừ khi do lỗi của người nộp'],
      measure: 'supplements',
      adjustable: true,
    },
    {
      code: '4',
      name: 'Số lượng cơ quan, đơn vị phải liên hệ để hoàn thiện hồ sơ',
      levels: ['Không phải liên hệ thêm', '01 cơ quan, đơn vị', 'Trên 01 cơ quan, đơn vị'],
      measure: 'agencies',
      adjustable: true,
    },
    {
      code: '5',
      name: 'Tổ chức tiếp nhận, giải quyết, trả kết quả tại Bộ phận Một cửa',
      levels: ['Thực hiện đầy đủ tại Bộ phận Một cửa', 'Thực hiện một phần', 'Không thực hiện'],
      measure: null,
      adjustable: true,
    },
    {
      code: '6',
      name: 'Thái độ của cán bộ, công chức, viên chức khi hướng dẫn, tiếp nhận, giải quyết',
      levels: ['Lịch sự, tận tình', 'Bình thường', 'Không đúng mực hoặc có phản ánh đúng'],
      measure: null,
      adjustable: true,
    },
    {
      code: '7',
      name: 'Công khai thủ tục hành chính tại Bộ phận Một cửa',
      levels: ['Đầy đủ, kịp thời', 'Chưa đầy đủ hoặc chưa kịp thời', 'Không công khai'],
      measure: null,
      adjustable: true,
    },
    {
      code: '8',
      name: 'Tiếp thu, giải trình phản ánh, kiến nghị',
      levels: ['Có, đúng hạn tất cả', 'Có nhưng chậm', 'Không thực hiện'],
      measure: null,
      adjustable: true,
    },
    {
      code: '9',
      name: 'Tiến độ, chất lượng cung cấp dịch vụ công trực tuyến',
      levels: ['Vượt yêu cầu', 'Đạt yêu cầu', 'Không đạt yêu cầu'],
      measure: null,
      adjustable: true,
    },
  ],
  bands: [
    { from: 15, name: 'Xuất sắc' },
    { from: 12, name: 'Tốt' },
    { from: 9, name: 'Khá' },
    { from: 6, name: 'Trung bình' },
    { from: 0, name: 'Yếu' },
  ],
} as const satisfies ScoringSet;
