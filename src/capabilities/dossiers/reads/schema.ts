import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';

/** Whose data were read: those of a dossier, of somebody the counter found again, of a slip given out without a dossier. */
export type ReadSubject = 'dossier' | 'applicant' | 'slip';

/** How an official came to see them. */
export type ReadManner =
  | 'opened'
  | 'revealed'
  | 'file-opened'
  | 'printed'
  | 'found-by-number'
  | 'listed'
  | 'exported'
  | 'vault-seen'
  | 'vault-reused';

export const MANNER_LABELS = {
  opened: 'Mở hồ sơ',
  revealed: 'Xem đầy đủ thông tin cá nhân',
  'file-opened': 'Mở tệp',
  printed: 'In phiếu',
  'found-by-number': 'Tìm theo số giấy tờ, điện thoại',
  listed: 'Xem trong sổ theo dõi',
  exported: 'Xuất danh sách',
  'vault-seen': 'Xem kho giấy tờ của người nộp',
  'vault-reused': 'Lấy giấy tờ từ kho vào hồ sơ',
} as const satisfies Labels<ReadManner>;

/** The same in the words of the person whose dossier it is. */
export const CITIZEN_LABELS = {
  opened: 'Mở xem hồ sơ',
  revealed: 'Xem đầy đủ số giấy tờ, điện thoại, thư điện tử',
  'file-opened': 'Mở giấy tờ đã chụp hoặc tải lên',
  printed: 'In phiếu của hồ sơ',
  'found-by-number': 'Tìm theo số giấy tờ hoặc số điện thoại',
  listed: 'Xem trong sổ theo dõi',
  exported: 'Tải danh sách có hồ sơ này',
  'vault-seen': 'Xem kho giấy tờ của bạn',
  'vault-reused': 'Lấy giấy tờ trong kho của bạn để dùng cho hồ sơ',
} as const satisfies Labels<ReadManner>;

/** Reads of some records of one kind, in one manner. */
export type Reading = {
  readonly subject: ReadSubject;
  readonly ids: readonly number[];
  readonly manner: ReadManner;
  /** Reason of a revealing, file that was opened, slip that was printed. */
  readonly detail?: string;
};

/** Reads of one manner by one post on one day, as the citizen sees them: no names of officials. */
export type CitizenRead = {
  readonly unitId: number;
  readonly postTitle: string;
  readonly manner: ReadManner;
  /** Reason that was given for a revealing, else empty. */
  readonly reason: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
};

/** One line of the list that a unit's head and the data protection officer look through. */
export type ReviewedRead = {
  readonly subject: ReadSubject;
  /** Number of the dossier or slip; null for an applicant who was found. */
  readonly number: string | null;
  readonly officerId: number;
  readonly officerName: string;
  readonly postTitle: string;
  readonly unitId: number;
  readonly manner: ReadManner;
  readonly detail: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
  /** The officer has never done anything in that dossier. */
  readonly isOutside: boolean;
};

/** A day on which somebody looked at many dossiers in which they have no part. */
export type UnusualDay = {
  readonly officerId: number;
  readonly officerName: string;
  readonly postTitle: string;
  readonly unitId: number;
  readonly day: string;
  readonly dossiers: number;
  readonly outside: number;
};

const text = z.string().trim().max(200).catch('');
const day = z.iso.date().or(z.literal('')).catch('');

/** What the address of the list of reads says; anything wrong falls back to the default. */
export const readsQuery = z.object({
  view: z.enum(['all', 'unusual']).catch('all'),
  q: text,
  officer: z.coerce.number().int().positive().nullable().catch(null),
  manner: z.enum(['', ...codesOf(MANNER_LABELS)]).catch(''),
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ReadsQuery = z.infer<typeof readsQuery>;

export const readsList = listAt('/reads', readsQuery.parse({}));

export const PAGE_SIZE = 50;
