/** What can be edited on the page of each section of a draft. */
import { ROLE_LABELS } from '#foundation/access/roles.ts';
import { UNIT_FUNCTION_LABELS } from '#foundation/organisation/schema.ts';
import type { Option } from '#web/ui/option.ts';
import { ASKED_PAPER_LABELS } from '#capabilities/slips/words.ts';
import {
  APPLICANT_LABELS,
  EXTERNAL_LABELS,
  FIELD_TYPE_LABELS,
  LEVEL_LABELS,
  LIMIT_UNIT_LABELS,
  ONLINE_LEVEL_LABELS,
  SCOPE_LABELS,
} from '../labels.ts';
import { optionsOf } from '#web/ui/option.ts';
import { type Section, SECTION_CODES } from '../rules.ts';
import { STEP_ROLES } from '../schema.ts';
import { field, type SectionSpec } from './fields.ts';

const PLACES: readonly Option[] = [
  ...optionsOf(UNIT_FUNCTION_LABELS),
  ...optionsOf(EXTERNAL_LABELS).filter(({ value }) => !(value in UNIT_FUNCTION_LABELS)),
];

/** Every section, in the order of the pages. Life events are filled in from the database. */
export const SECTIONS: Readonly<Record<Section, SectionSpec>> = {
  general: {
    title: 'Thông tin chung',
    hint: 'Tên ghi theo quyết định công bố; tên gọi tắt là tên mọi người thấy trong danh sách, trên giấy tiếp nhận.',
    fields: [
      field('name', 'Tên thủ tục', { kind: 'area' }),
      field('shortName', 'Tên gọi tắt', { width: 'full', hint: 'Không quá 80 ký tự.' }),
      field('code', 'Mã thủ tục quốc gia', {
        width: 'short',
        optional: true,
        hint: 'Ví dụ 1.001193. Để trống nếu chưa xác minh được.',
      }),
      field('domain', 'Lĩnh vực', {
        width: 'full',
        hint: 'Ghi giống lĩnh vực đã có trong danh mục để xếp chung nhóm.',
      }),
      field('level', 'Cấp giải quyết', { kind: 'radio', options: optionsOf(LEVEL_LABELS) }),
      field('applicants', 'Đối tượng thực hiện', { kind: 'checks', options: optionsOf(APPLICANT_LABELS) }),
      field('onlineLevel', 'Mức độ trực tuyến', { kind: 'radio', options: optionsOf(ONLINE_LEVEL_LABELS) }),
      field('postal', 'Nhận hồ sơ, trả kết quả qua bưu chính công ích', { kind: 'check' }),
      field('lifeEvents', 'Việc trong đời sống mà người dân tìm thủ tục này', {
        kind: 'checks',
        options: [],
      }),
      field('synonyms', 'Cách gọi khác của người dân', {
        kind: 'lines',
        optional: true,
        hint: 'Mỗi dòng một cách gọi, ví dụ “làm giấy khai sinh”.',
      }),
      field('validFrom', 'Dự kiến áp dụng từ', { kind: 'date', optional: true }),
    ],
    groups: [],
  },
  time: {
    title: 'Thời hạn giải quyết',
    hint: 'Thời hạn tính theo lịch làm việc của đơn vị tiếp nhận; hệ thống tính và giải thích ngày hẹn trả.',
    fields: [
      field('timeLimit.unit', 'Cách tính', { kind: 'radio', options: optionsOf(LIMIT_UNIT_LABELS) }),
      field('timeLimit.value', 'Thời hạn', {
        kind: 'number',
        width: 'short',
        optional: true,
        hint: 'Số ngày hoặc số giờ. Để trống khi giải quyết trong ngày.',
      }),
      field('timeLimit.cutoff', 'Giờ nhận cuối', {
        width: 'short',
        optional: true,
        hint: 'Chỉ khi giải quyết trong ngày: nhận sau giờ này thì trả vào ngày làm việc tiếp theo, ví dụ 15:00.',
      }),
      field('timeLimit.note', 'Ghi chú', { kind: 'area', optional: true }),
      field('timeLimit.legalBasis', 'Điều khoản quy định thời hạn', {
        width: 'full',
        optional: true,
        hint: 'Ví dụ: Luật Hộ tịch, Điều 16 khoản 2.',
      }),
    ],
    groups: [
      {
        key: 'extensions',
        noun: 'Trường hợp kéo dài',
        fields: [
          field('when', 'Trường hợp', { width: 'full' }),
          field('addWorkingDays', 'Cộng thêm', { kind: 'number', width: 'short', suffix: 'ngày làm việc' }),
        ],
      },
    ],
  },
  papers: {
    title: 'Thành phần hồ sơ',
    hint: 'Ghi đủ từng loại giấy tờ, theo đúng thứ tự kiểm tra ở quầy. Giấy tờ chỉ cần trong một số trường hợp thì bỏ dấu “Bắt buộc” và ghi rõ trường hợp.',
    fields: [],
    groups: [
      {
        key: 'papers',
        noun: 'Giấy tờ',
        fields: [
          field('name', 'Tên giấy tờ', { width: 'full' }),
          field('kind', 'Loại', { kind: 'select', options: optionsOf(ASKED_PAPER_LABELS) }),
          field('copies', 'Số bản', { kind: 'number', width: 'short', suffix: 'bản' }),
          field('required', 'Bắt buộc', { kind: 'check' }),
          field('condition', 'Trường hợp, ghi chú', { kind: 'area', optional: true }),
        ],
      },
    ],
  },
  steps: {
    title: 'Trình tự thực hiện',
    hint: 'Bước đầu và bước cuối ở Bộ phận Một cửa. Tổng số giờ các bước không được vượt thời hạn giải quyết (08 giờ làm việc mỗi ngày). Cơ quan, lĩnh vực chỉ chọn khi nơi thực hiện là cơ quan cấp huyện hoặc ngoài hệ thống.',
    fields: [],
    groups: [
      {
        key: 'steps',
        noun: 'Bước',
        fields: [
          field('name', 'Việc phải làm', { width: 'full' }),
          field('scope', 'Nơi thực hiện', { kind: 'select', options: optionsOf(SCOPE_LABELS) }),
          field('function', 'Cơ quan, lĩnh vực', { kind: 'select', options: PLACES }),
          field('role', 'Vai trò', {
            kind: 'select',
            options: STEP_ROLES.map((role) => ({ value: role, text: ROLE_LABELS[role] })),
          }),
          field('workingHours', 'Thời gian', { kind: 'number', width: 'short', suffix: 'giờ' }),
        ],
      },
    ],
  },
  fees: {
    title: 'Phí, lệ phí',
    hint: 'Không thu thì ghi 0. Mức thu do địa phương quy định mà chưa có số thì để trống và ghi văn bản, cơ quan quy định.',
    fields: [],
    groups: [
      {
        key: 'fees',
        noun: 'Khoản thu',
        fields: [
          field('name', 'Tên phí, lệ phí', { width: 'full' }),
          field('amountVnd', 'Mức thu', { kind: 'money', optional: true }),
          field('per', 'Đơn vị tính', { width: 'short', hint: 'bản, trang, hồ sơ…' }),
          field('laterFrom', 'Mức khác từ đơn vị thứ', {
            kind: 'number',
            optional: true,
            width: 'short',
            hint: 'Ví dụ 3: từ trang thứ ba.',
          }),
          field('laterVnd', 'Mức thu từ đơn vị đó', { kind: 'money', optional: true }),
          field('maximumVnd', 'Mức thu cao nhất', { kind: 'money', optional: true }),
          field('note', 'Miễn, giảm, ghi chú', { kind: 'area', optional: true }),
          field('setBy', 'Văn bản, cơ quan quy định', { width: 'full', optional: true }),
        ],
      },
    ],
  },
  results: {
    title: 'Kết quả, yêu cầu, mẫu đơn',
    hint: 'Mỗi dòng một kết quả, một mẫu đơn.',
    fields: [
      field('results', 'Kết quả giải quyết', { kind: 'lines' }),
      field('conditions', 'Yêu cầu, điều kiện', { kind: 'area', optional: true }),
      field('forms', 'Mẫu đơn, tờ khai', { kind: 'lines', optional: true }),
    ],
    groups: [],
  },
  legal: {
    title: 'Căn cứ pháp lý',
    hint: 'Ghi văn bản đang có hiệu lực vào ngày áp dụng, theo thứ tự hiệu lực pháp lý từ cao xuống thấp.',
    fields: [],
    groups: [
      {
        key: 'legalBasis',
        noun: 'Văn bản',
        fields: [
          field('title', 'Tên văn bản', { width: 'full' }),
          field('number', 'Số, ký hiệu', { hint: 'Ví dụ 60/2014/QH13.' }),
          field('issuer', 'Cơ quan ban hành'),
          field('date', 'Ngày ban hành', { kind: 'date', optional: true }),
        ],
      },
    ],
  },
  eform: {
    title: 'Biểu mẫu điện tử',
    hint: 'Các trường người dân khai khi nộp trực tuyến và cán bộ nhập tại quầy.',
    fields: [],
    groups: [
      {
        key: 'eform',
        noun: 'Trường',
        fields: [
          field('label', 'Nhãn', { width: 'full' }),
          field('name', 'Mã trường', { hint: 'Chữ không dấu, không khoảng trắng.' }),
          field('type', 'Kiểu', { kind: 'select', options: optionsOf(FIELD_TYPE_LABELS) }),
          field('required', 'Bắt buộc', { kind: 'check' }),
          field('options', 'Lựa chọn', {
            kind: 'lines',
            optional: true,
            hint: 'Mỗi dòng một lựa chọn, khi kiểu là Chọn một.',
          }),
          field('hint', 'Gợi ý', { width: 'full', optional: true }),
        ],
      },
    ],
  },
};

export function isSection(text: string): text is Section {
  return SECTION_CODES.some((code) => code === text);
}
