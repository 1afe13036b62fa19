import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

/** What a paper is kept for. */
export type VaultPurpose = 'papers' | 'result';

export const VAULT_PURPOSE_LABELS = {
  papers: 'Giấy tờ đã nộp',
  result: 'Kết quả đã cấp',
} as const satisfies Labels<VaultPurpose>;

/** Who said yes to its being kept. */
export type Consent = 'applicant' | 'delegate';

export const CONSENT_LABELS = {
  applicant: 'Chính người nộp',
  delegate: 'Người được ủy quyền, văn bản ủy quyền có ghi việc này',
} as const satisfies Labels<Consent>;

/** Why a paper was taken away. */
export type Removal = 'asked' | 'replaced' | 'wrong';

export const REMOVAL_LABELS = {
  asked: 'Người có giấy tờ yêu cầu',
  replaced: 'Đã có bản mới thay thế',
  wrong: 'Lưu nhầm, bản số hóa sai',
} as const satisfies Labels<Removal>;

/** A paper that a person has in the store. */
export type VaultItem = {
  readonly id: number;
  readonly name: string;
  readonly documentNumber: string;
  readonly issuedOn: LocalDate | null;
  readonly issuedBy: string;
  readonly validTo: LocalDate | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
  readonly pages: number | null;
  /** Part and level of PDF/A; empty when it is none. */
  readonly archival: string;
  readonly purpose: VaultPurpose;
  readonly keptAt: Date;
  readonly uses: readonly VaultUse[];
};

/** A dossier into which it was taken; no number when whoever asks does not see that dossier. */
export type VaultUse = { readonly number: string | null; readonly at: Date };

/** What the person themself is shown: what there is and where it was used, no contents. */
export type KeptName = Pick<VaultItem, 'id' | 'name' | 'issuedOn' | 'validTo' | 'keptAt' | 'uses'>;

const optionalDay = z
  .literal('')
  .transform(() => null)
  .or(z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.' }));

/** What is known of a paper that is to be kept. */
export const keptPaper = z
  .object({
    name: z.string().min(2, 'Hãy ghi tên giấy tờ.').max(300, 'Tên giấy tờ dài nhất 300 ký tự.'),
    documentNumber: z.string().max(60, 'Số, ký hiệu dài nhất 60 ký tự.'),
    issuedOn: optionalDay,
    issuedBy: z.string().max(200, 'Tên nơi cấp dài nhất 200 ký tự.'),
    validTo: optionalDay,
  })
  .refine(({ issuedOn, validTo }) => issuedOn === null || validTo === null || issuedOn <= validTo, {
    path: ['validTo'],
    error: 'Ngày hết giá trị phải sau ngày cấp.',
  });
export type KeptPaper = z.infer<typeof keptPaper>;

export const consentField = z.enum(codesOf(CONSENT_LABELS), {
  error: 'Hãy hỏi và chọn ai đồng ý lưu. Không có sự đồng ý thì không lưu vào kho.',
});
export const removalField = z.enum(codesOf(REMOVAL_LABELS), { error: 'Hãy chọn vì sao xóa khỏi kho.' });
