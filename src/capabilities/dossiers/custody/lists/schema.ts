import { z } from 'zod';

/** A list with which papers of several dossiers go to one unit. */
export type CourierList = {
  readonly id: number;
  readonly unitId: number;
  readonly toUnitId: number;
  readonly year: number;
  readonly line: number;
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** One dossier on a list and what became of its papers. */
export type CourierItem = {
  readonly number: string;
  readonly sequence: number;
  /** The step that waits for the papers; null when none does any more. */
  readonly position: number | null;
  readonly title: string;
  readonly applicantName: string;
  readonly copies: number;
  readonly handedAt: Date;
  readonly takenAt: Date | null;
  readonly takenBy: string | null;
  readonly endedHow: 'refused' | 'recalled' | null;
};

/** A list in a list of lists. */
export type CourierSummary = CourierList & { readonly total: number; readonly open: number };

/** `12/2020`: gap-free by unit and year. */
export function listNumber({ line, year }: Pick<CourierList, 'line' | 'year'>): string {
  return `${String(line).padStart(2, '0')}/${year}`;
}

export const makeListInput = z.object({
  numbers: z
    .array(z.string().min(1).max(60))
    .min(1, 'Hãy chọn ít nhất một hồ sơ để lập danh sách.')
    .max(200, 'Một lần lập nhiều nhất 200 hồ sơ.'),
});
export type MakeListInput = z.infer<typeof makeListInput>;

export const listPaths = {
  all: '/handovers/lists',
  one: (id: number) => `/handovers/lists/${id}`,
  print: (id: number) => `/handovers/lists/${id}/print.pdf`,
  take: (id: number) => `/handovers/lists/${id}/take`,
} as const;
