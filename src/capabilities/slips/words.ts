/** Code lists that a dossier and its papers share, in the words of the statutory forms. */
import type { Labels } from '#kernel/labels.ts';

/** Kinds of papers that a procedure asks for. */
export const ASKED_PAPER_LABELS = {
  form: 'Tờ khai, đơn',
  original: 'Bản chính',
  'certified-copy': 'Bản sao chứng thực',
  copy: 'Bản chụp',
} as const satisfies Labels<string>;

/** Kinds of papers as they come. */
export const PAPER_KIND_LABELS = {
  ...ASKED_PAPER_LABELS,
  electronic: 'Bản điện tử',
} as const satisfies Labels<string>;
export type PaperKind = keyof typeof PAPER_KIND_LABELS;

export const IDENTITY_KIND_LABELS = {
  citizen: 'Số định danh cá nhân/CCCD/CMND',
  passport: 'Số hộ chiếu',
  organisation: 'Mã số thuế/mã số doanh nghiệp',
} as const satisfies Labels<string>;
export type IdentityKind = keyof typeof IDENTITY_KIND_LABELS;

/** How the applicant gets the result: Decree 61/2018/NĐ-CP, Article 20. */
export const RETURN_METHOD_LABELS = {
  counter: 'Tại Bộ phận Tiếp nhận và Trả kết quả',
  postal: 'Qua dịch vụ bưu chính công ích',
  online: 'Trực tuyến',
} as const satisfies Labels<string>;
export type ReturnMethod = keyof typeof RETURN_METHOD_LABELS;

/** The same where there is little room: on screens, and in the tracking book (form 06). */
export const RETURN_METHOD_SHORT_LABELS = {
  counter: 'Trực tiếp',
  postal: 'Bưu chính công ích',
  online: 'Trực tuyến',
} as const satisfies Labels<ReturnMethod>;

/** When the work was done, against when it was promised; form 05, column "Kết quả", for one agency's part. */
export const TIMELINESS_LABELS = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
} as const satisfies Labels<string>;
export type Timeliness = keyof typeof TIMELINESS_LABELS;
