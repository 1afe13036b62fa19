import { z } from 'zod';
import type { Labels } from '#kernel/labels.ts';
import {
  CLOSED_LABELS,
  type ClosedHow,
  dossierPath,
  dossierReference,
  type DossierPhase,
} from '../schema.ts';

export type LinkEnd = ClosedHow | 'finished';

export const LINK_END_LABELS = {
  finished: 'Đã có kết quả',
  ...CLOSED_LABELS,
} as const satisfies Labels<LinkEnd>;

/** One end of a link as the page of the other shows it. */
export type Link = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly receivingUnitId: number;
  readonly phase: DossierPhase;
  readonly dueAt: Date;
  readonly node: string;
  readonly token: number | null;
  readonly openedAt: Date;
  readonly endedHow: LinkEnd | null;
  /** Name of its result, when it has one. */
  readonly result: string | null;
};

/** The dossiers that belong together with one. */
export type Links = { readonly parent: Link | null; readonly children: readonly Link[] };

export const openLinkedInput = dossierReference.extend({
  procedure: z.string({ error: 'Hãy chọn thủ tục.' }).min(1, 'Hãy chọn thủ tục của hồ sơ liên thông.'),
});
export type OpenLinkedInput = z.infer<typeof openLinkedInput>;

/** What becomes of the parent when a linked dossier ended without a result. */
export const decideLinkedInput = dossierReference.extend({
  child: z.string().min(1),
  choice: z.enum(['go-on', 'again'], { error: 'Hãy chọn đi tiếp hay lập lại hồ sơ liên thông.' }),
});
export type DecideLinkedInput = z.infer<typeof decideLinkedInput>;

export const linkedPaths = {
  open: (number: string) => dossierPath(number, 'linked'),
  decide: (number: string) => dossierPath(number, 'linked/decision'),
} as const;
