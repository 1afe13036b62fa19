import { z } from 'zod';
import { dossierPath, dossierReference } from '../../schema.ts';

export const apologyInput = dossierReference.extend({
  reasonCode: z.string().min(1, 'Hãy chọn lý do.').max(40),
  reasonText: z.string().trim().max(1000, 'Lý do dài nhất 1.000 ký tự.'),
  promisedOn: z.iso.date({ error: 'Hãy ghi ngày hẹn lại theo dạng ngày/tháng/năm, ví dụ 5/5/2020.' }),
});
export type ApologyInput = z.infer<typeof apologyInput>;

/** A dossier that will be late, or is, and has no new appointment. */
export type ApologyDue = {
  readonly number: string;
  readonly title: string;
  readonly applicantName: string;
  readonly dueAt: Date;
  readonly stepName: string;
  readonly unitId: number;
  readonly officerName: string | null;
};

export const apologyPaths = {
  list: '/apologies',
  one: (number: string): string => dossierPath(number, 'apology'),
} as const;
