/** Everything that can be done to a report, as its history tells it. A report is the fold of these. */
import { z } from 'zod';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { FILE_FORMATS, FILE_STAGES, partTexts } from './schema.ts';

const newPart = z.object({
  number: z.number(),
  sectionKey: z.string(),
  unitId: z.number(),
  isCollected: z.boolean(),
  dueOn: z.string(),
  /** Of a copied report: texts of the period before, as suggestions. */
  texts: partTexts,
});
export type NewPart = z.infer<typeof newPart>;

const file = z.object({
  stage: z.enum(FILE_STAGES),
  format: z.enum(FILE_FORMATS),
  hash: z.string(),
  size: z.number(),
});

const ofPart = { part: z.number() };
const because = z.object({ reason: z.string() });

const PAYLOADS = {
  made: z.object({
    templateVersionId: z.number(),
    unitId: z.number(),
    period: z.string(),
    comparison: z.string().nullable(),
    title: z.string(),
    dueOn: z.string(),
    copiedFrom: z.number().nullable(),
    parts: z.array(newPart).readonly(),
  }),
  collected: z.object({ parts: z.array(newPart).readonly() }),
  written: z.object({ ...ofPart, texts: partTexts }),
  submitted: z.object(ofPart),
  returned: z.object({ ...ofPart, reason: z.string() }),
  accepted: z.object(ofPart),
  'handed-on': z.object({ ...ofPart, unitId: z.number(), dueOn: z.string() }),
  reminded: z.object({ parts: z.array(z.number()) }),
  commented: z.object({ number: z.number(), sectionKey: z.string(), text: z.string() }),
  answered: z.object({
    answers: z.array(z.object({ finding: z.string(), rule: z.string(), text: z.string() })),
  }),
  assembled: z.object({}),
  'taken-apart': because,
  frozen: z.object({ files: z.array(file) }),
  reopened: because,
  issued: z.object({
    number: z.string(),
    issuedOn: z.string(),
    signer: z.string(),
    signerTitle: z.string(),
    documentId: z.number().nullable(),
    files: z.array(file),
  }),
  withdrawn: because,
  deleted: because,
} as const;

export type DeedKind = keyof typeof PAYLOADS;

/** Something done to a report, before it is written down. */
export type ReportDeed = {
  [Kind in DeedKind]: { readonly kind: Kind; readonly payload: z.infer<(typeof PAYLOADS)[Kind]> };
}[DeedKind];

export type ReportEvent = ReportDeed & Pick<HistoryEvent, 'sequence' | 'at' | 'officerId'>;

/** An event of a report's history with what it says; throws when it is none of a report. */
export function asReportEvent({ kind, payload, sequence, at, officerId }: HistoryEvent): ReportEvent {
  if (!Object.hasOwn(PAYLOADS, kind)) throw new Error(`${kind} is nothing that is done to a report`);
  // The kind was looked up among the keys just before, and its schema gives the payload of this kind.
  const known = kind as DeedKind;
  return { kind: known, payload: PAYLOADS[known].parse(payload), sequence, at, officerId } as ReportEvent;
}

/** What the history of a report is called by readers. */
export const DEED_LABELS = {
  made: 'Lập báo cáo, giao các phần',
  collected: 'Giao thêm đơn vị viết',
  written: 'Viết, sửa phần của đơn vị',
  submitted: 'Gửi phần đã viết',
  returned: 'Trả lại để viết tiếp',
  accepted: 'Nhận phần đã viết',
  'handed-on': 'Giao lại hoặc đổi hạn',
  reminded: 'Nhắc đơn vị chưa gửi',
  commented: 'Cho ý kiến',
  answered: 'Giải trình kết quả soát lỗi',
  assembled: 'Tổng hợp xong',
  'taken-apart': 'Đưa về soạn tiếp',
  frozen: 'Chốt số liệu',
  reopened: 'Mở lại sau khi chốt',
  issued: 'Ban hành',
  withdrawn: 'Thu hồi',
  deleted: 'Xóa bản nháp',
} as const satisfies Readonly<Record<DeedKind, string>>;
