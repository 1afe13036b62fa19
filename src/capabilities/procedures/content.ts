/**
 * What a procedure consists of, one schema for the database, the editor, import and export.
 * Parts: Decree 63/2010/ND-CP, Art. 8 clause 2 (name, order of steps, ways to submit, papers and their number, time limit,
 * who applies, who decides; and where there are any: forms, result, conditions, fees).
 */
import { z } from 'zod';
import { ROLES } from '#foundation/access/roles.ts';
import { isLocalDate } from '#kernel/local-date.ts';
import { ASKED_PAPER_LABELS } from '#capabilities/slips/words.ts';
import {
  APPLICANT_LABELS,
  CERTAINTY_LABELS,
  codesIn,
  FIELD_TYPE_LABELS,
  LEVEL_LABELS,
  ONLINE_LEVEL_LABELS,
  SCOPE_LABELS,
} from './labels.ts';

const text = z.string().trim().normalize();
const needed = (message: string) => text.min(1, message);
const localDate = z.string().refine(isLocalDate, 'Ngày phải có thật và viết dạng ngày/tháng/năm.');
const positive = (message: string) => z.number(message).positive(message);
const limitNote = { note: text, legalBasis: text.optional() };

const timeLimit = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('working-day'), value: positive('Thời hạn phải lớn hơn 0.'), ...limitNote }),
  z.object({ unit: z.literal('working-hour'), value: positive('Thời hạn phải lớn hơn 0.'), ...limitNote }),
  z.object({ unit: z.literal('calendar-day'), value: positive('Thời hạn phải lớn hơn 0.'), ...limitNote }),
  z.object({
    unit: z.literal('same-day'),
    cutoff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ nhận cuối phải viết dạng 15:00.'),
    ...limitNote,
  }),
]);

export const stepPlace = z.object({
  scope: codesIn(SCOPE_LABELS, 'Chọn nơi thực hiện bước.'),
  function: text.nullable(),
  role: z.enum(ROLES, 'Chọn vai trò thực hiện bước.'),
});

export const paper = z.object({
  name: needed('Nhập tên giấy tờ.'),
  copies: z.int('Số bản là số nguyên.').min(1, 'Số bản ít nhất là 1.').max(99, 'Số bản nhiều nhất là 99.'),
  kind: codesIn(ASKED_PAPER_LABELS, 'Chọn loại giấy tờ.'),
  required: z.boolean(),
  condition: text,
});

export const step = z.object({
  name: needed('Nhập tên bước.'),
  place: stepPlace,
  workingHours: positive('Số giờ của bước phải lớn hơn 0.'),
});

const amountVnd = z.int('Mức thu là số đồng, không có phần lẻ.').nonnegative('Mức thu không thể âm.');

export const fee = z
  .object({
    name: needed('Nhập tên khoản phí, lệ phí.'),
    amountVnd: amountVnd.nullable(),
    per: needed('Nhập đơn vị tính, ví dụ bản, hồ sơ.'),
    /** From this unit on each costs `laterVnd`: certified copies cost less from the third page. */
    laterFrom: z.int('Số thứ tự là số nguyên.').min(2, 'Mức sau bắt đầu từ đơn vị thứ 2 trở đi.').optional(),
    laterVnd: amountVnd.optional(),
    /** The most that one copy, one case costs. */
    maximumVnd: amountVnd.optional(),
    note: text,
    setBy: text,
  })
  .refine(({ laterFrom, laterVnd }) => (laterFrom === undefined) === (laterVnd === undefined), {
    error: 'Ghi cả mức thu sau và đơn vị bắt đầu, hoặc bỏ trống cả hai.',
    path: ['laterVnd'],
  });

export const legalReference = z.object({
  number: needed('Nhập số, ký hiệu văn bản.'),
  title: needed('Nhập tên văn bản.'),
  issuer: needed('Nhập cơ quan ban hành.'),
  date: localDate.nullable(),
});

export const extension = z.object({
  when: needed('Nhập trường hợp được kéo dài.'),
  addWorkingDays: positive('Số ngày làm việc cộng thêm phải lớn hơn 0.'),
});

export const formField = z.object({
  name: z.string().regex(/^[a-zA-Z]\w*$/, 'Mã trường chỉ gồm chữ không dấu và số, bắt đầu bằng chữ.'),
  label: needed('Nhập nhãn của trường.'),
  type: codesIn(FIELD_TYPE_LABELS, 'Chọn kiểu của trường.'),
  required: z.boolean(),
  options: z.array(text).readonly(),
  hint: text,
});

const named = (message: string) => z.object({ name: needed(message) });

export const procedureContent = z.object({
  name: needed('Nhập tên thủ tục theo quyết định công bố.'),
  shortName: needed('Nhập tên gọi tắt.').max(80, 'Tên gọi tắt nhiều nhất 80 ký tự.'),
  domain: needed('Nhập lĩnh vực.'),
  lifeEvents: z.array(text).readonly(),
  synonyms: z.array(text).readonly(),
  level: codesIn(LEVEL_LABELS, 'Chọn cấp giải quyết.'),
  applicants: z.array(codesIn(APPLICANT_LABELS, 'Chọn đối tượng thực hiện.')).readonly(),
  onlineLevel: codesIn(ONLINE_LEVEL_LABELS, 'Chọn mức độ trực tuyến.'),
  postal: z.boolean(),
  timeLimit: timeLimit.readonly(),
  extensions: z.array(extension.readonly()).readonly(),
  fees: z.array(fee.readonly()).readonly(),
  papers: z.array(paper.readonly()).readonly(),
  steps: z.array(step.extend({ place: stepPlace.readonly() }).readonly()).readonly(),
  results: z.array(named('Nhập tên kết quả.').readonly()).readonly(),
  conditions: text,
  legalBasis: z.array(legalReference.readonly()).readonly(),
  forms: z.array(named('Nhập tên mẫu đơn, tờ khai.').readonly()).readonly(),
  eform: z.array(formField.readonly()).readonly(),
  /** Where the text comes from and how sure each part is; an editor clears it by checking. */
  certainty: z
    .object({
      code: codesIn(CERTAINTY_LABELS, ''),
      timeLimit: codesIn(CERTAINTY_LABELS, ''),
      fees: codesIn(CERTAINTY_LABELS, ''),
      papers: codesIn(CERTAINTY_LABELS, ''),
      sources: z.array(text).readonly(),
      note: text,
    })
    .readonly(),
});

export type ProcedureContent = Readonly<z.infer<typeof procedureContent>>;
export type StepPlace = Readonly<z.infer<typeof stepPlace>>;
export type Paper = ProcedureContent['papers'][number];
export type ProcedureStep = ProcedureContent['steps'][number];
export type Fee = ProcedureContent['fees'][number];
export type LegalReference = ProcedureContent['legalBasis'][number];
export type FormField = ProcedureContent['eform'][number];
