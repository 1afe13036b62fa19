import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';

/** Which way a parcel goes. */
export type Direction = 'to-applicant' | 'from-applicant';

export const DIRECTION_LABELS = {
  'to-applicant': 'Gửi kết quả cho người nộp',
  'from-applicant': 'Thu gom giấy tờ từ người nộp',
} as const satisfies Labels<Direction>;

export type PostalState =
  'created' | 'accepted' | 'in-transit' | 'delivered' | 'failed' | 'returned' | 'cancelled';

export const POSTAL_LABELS = {
  created: 'Chờ bưu chính nhận',
  accepted: 'Bưu chính đã nhận',
  'in-transit': 'Đang vận chuyển',
  delivered: 'Đã phát',
  failed: 'Không phát được',
  returned: 'Đã chuyển hoàn',
  cancelled: 'Đã hủy',
} as const satisfies Labels<PostalState>;

/** Something can still happen to it. */
export const UNDER_WAY: ReadonlySet<PostalState> = new Set(['created', 'accepted', 'in-transit', 'failed']);

/** One end of the way. */
export type Party = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly district: string;
  readonly province: string;
};

/** A parcel of a dossier. Instants are those that the post tells; amounts are in dong. */
export type PostalOrder = {
  readonly id: number;
  readonly number: string;
  readonly dossierId: number;
  readonly dossierNumber: string;
  readonly dossierTitle: string;
  readonly unitId: number;
  readonly direction: Direction;
  readonly attempt: number;
  readonly state: PostalState;
  readonly stateAt: Date;
  readonly sender: Party;
  readonly receiver: Party;
  readonly content: string;
  readonly note: string;
  readonly codAmount: number;
  readonly cost: number | null;
  readonly trackingCode: string | null;
  readonly registeredAt: Date | null;
  readonly problem: string;
  readonly acceptedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly failedAt: Date | null;
  readonly failure: string;
  readonly createdBy: number;
  readonly createdAt: Date;
  readonly sequence: number;
};

/** What the post, or an officer for it, has said of a parcel. */
export type TrackingEvent = {
  readonly label: string;
  readonly place: string;
  readonly note: string;
  readonly at: Date;
};

/** What a code of the post means here; without a state it is only shown. */
export type PostalStatus = {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly state: Exclude<PostalState, 'created'> | null;
  readonly sequence: number;
};

const text = (most: number, sentence: string) =>
  z.string().trim().min(1, sentence).max(most, `Dài tối đa ${most} ký tự.`);
const amount = 'Hãy ghi số tiền từ 0 đến 100.000.000 đồng.';

/** The other end is the counter itself. An empty telephone number is the one on the dossier. */
export const orderInput = z.object({
  dossier: z.string().trim().min(1, 'Hãy ghi số hồ sơ.').max(60, 'Số hồ sơ quá dài.'),
  direction: z.enum(codesOf(DIRECTION_LABELS), 'Hãy chọn chiều gửi.'),
  name: text(200, 'Hãy ghi họ tên người nhận hoặc người gửi.'),
  phone: z
    .string()
    .trim()
    .max(20, 'Số điện thoại quá dài.')
    .refine((phone) => phone === '' || /^\+?[\d\s.-]{9,15}$/.test(phone), 'Hãy ghi một số điện thoại.'),
  address: text(300, 'Hãy ghi địa chỉ: số nhà, thôn, xã.'),
  district: z.string().trim().max(100, 'Dài tối đa 100 ký tự.'),
  province: text(100, 'Hãy ghi tỉnh, thành phố.'),
  content: text(300, 'Hãy ghi những gì ở trong bưu gửi.'),
  note: z.string().trim().max(300, 'Dài tối đa 300 ký tự.'),
  codAmount: z.coerce.number(amount).int(amount).min(0, amount).max(100_000_000, amount),
});
export type OrderInput = z.output<typeof orderInput>;

const reference = { id: z.coerce.number().int().positive(), sequence: z.coerce.number().int().positive() };

/** What an officer writes down for the post: it was taken along, delivered, or could not be. */
export const stateInput = z.object({
  ...reference,
  state: z.enum(['accepted', 'in-transit', 'delivered', 'failed'], 'Hãy chọn tình trạng.'),
  trackingCode: z.string().trim().max(60, 'Mã bưu gửi dài tối đa 60 ký tự.'),
  cost: z
    .union([z.literal(''), z.coerce.number(amount).int(amount).min(0, amount).max(100_000_000, amount)])
    .transform((cost) => (cost === '' ? null : cost)),
  note: z.string().trim().max(300, 'Dài tối đa 300 ký tự.'),
});
export type StateInput = z.output<typeof stateInput>;

export const decisionInput = z.object({
  ...reference,
  note: z.string().trim().min(1, 'Hãy ghi lý do hoặc cách đã thống nhất.').max(300, 'Dài tối đa 300 ký tự.'),
});
export type DecisionInput = z.output<typeof decisionInput>;

export const statusInput = z.object({
  id: z.coerce.number().int().positive().nullable(),
  sequence: z.coerce.number().int().nonnegative(),
  code: z.string().trim().min(1, 'Hãy ghi mã.').max(20, 'Mã dài tối đa 20 ký tự.'),
  label: text(200, 'Hãy ghi ý nghĩa của mã.'),
  state: z
    .enum(['', 'accepted', 'in-transit', 'delivered', 'failed', 'returned', 'cancelled'])
    .transform((state) => (state === '' ? null : state)),
});
export type StatusInput = z.output<typeof statusInput>;

export const postQuery = z.object({
  q: z.string().trim().max(60).catch(''),
  state: z.enum(['', 'open', ...codesOf(POSTAL_LABELS)]).catch(''),
  direction: z.enum(['', ...codesOf(DIRECTION_LABELS)]).catch(''),
  unit: z.coerce.number().int().positive().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type PostQuery = z.output<typeof postQuery>;

export const PAGE_SIZE = 50;

/** Addresses of the pages. */
export const postPaths = {
  list: '/post',
  one: (id: number | string) => `/post/${id}`,
  create: '/post/new',
  createFor: (dossier: string, direction: Direction) =>
    `/post/new?dossier=${encodeURIComponent(dossier)}&direction=${direction}`,
  act: (id: number | string, act: 'state' | 'cancel' | 'again' | 'back') => `/post/${id}/${act}`,
  label: (id: number | string) => `/post/${id}/label.pdf`,
  courierList: '/post/courier-list.pdf',
  statuses: '/post/statuses',
} as const;

export const postList = listAt(postPaths.list, postQuery.parse({}));

/** Jobs: an order goes to the post, is taken back there, its events are read, a delivered result closes its dossier. */
export const POST_TASKS = {
  order: 'post-order',
  cancel: 'post-cancel',
  tracking: 'post-tracking',
  delivered: 'post-delivered',
} as const;

/** The officers' page of a dossier, which belongs to a capability above this one. */
export function dossierHref(number: string): string {
  return `/dossiers/${encodeURIComponent(number)}`;
}
