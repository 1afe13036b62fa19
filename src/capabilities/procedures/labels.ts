/** Code lists of the catalogue of procedures, in the words of the administration. */
import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';

export const LEVEL_LABELS = {
  commune: 'Cấp xã',
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
} as const satisfies Labels<string>;

export const APPLICANT_LABELS = {
  citizen: 'Cá nhân',
  organisation: 'Tổ chức',
} as const satisfies Labels<string>;

/** Circular 32/2017/TT-BTTTT and Decree 43/2011/ND-CP count levels 1–4; Decree 42/2022/ND-CP says partial and full. */
export const ONLINE_LEVEL_LABELS = {
  none: 'Chưa nhận trực tuyến',
  partial: 'Trực tuyến một phần (mức độ 3)',
  full: 'Trực tuyến toàn trình (mức độ 4)',
} as const satisfies Labels<string>;

/** The same where there is little room. */
export const ONLINE_SHORT_LABELS = {
  none: 'Chưa trực tuyến',
  partial: 'Trực tuyến một phần',
  full: 'Trực tuyến toàn trình',
} as const satisfies Labels<keyof typeof ONLINE_LEVEL_LABELS>;

export const LIMIT_UNIT_LABELS = {
  'working-day': 'Ngày làm việc',
  'working-hour': 'Giờ làm việc',
  'calendar-day': 'Ngày (tính cả ngày nghỉ)',
  'same-day': 'Trong ngày',
} as const satisfies Labels<string>;

/** Where a step is carried out, seen from the counter that received the dossier. */
export const SCOPE_LABELS = {
  reception: 'Bộ phận Một cửa đã tiếp nhận',
  commune: 'Ủy ban nhân dân cấp xã',
  district: 'Cơ quan cấp huyện',
  external: 'Cơ quan ngoài hệ thống',
} as const satisfies Labels<string>;

/** Agencies outside that take part in a procedure without using this system. */
export const EXTERNAL_LABELS = {
  police: 'Công an',
  'social-insurance': 'Bảo hiểm xã hội',
  tax: 'Thuế',
  other: 'Cơ quan khác',
} as const satisfies Labels<string>;

export const FIELD_TYPE_LABELS = {
  text: 'Một dòng chữ',
  textarea: 'Nhiều dòng chữ',
  date: 'Ngày',
  number: 'Số',
  address: 'Địa chỉ',
  'id-number': 'Số giấy tờ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  select: 'Chọn một',
  'yes-no': 'Có hoặc không',
} as const satisfies Labels<string>;

export const CERTAINTY_LABELS = {
  high: 'Đã đối chiếu nguồn chính thức',
  medium: 'Cần đối chiếu lại',
  low: 'Chưa đối chiếu',
} as const satisfies Labels<string>;

export const STATE_LABELS = {
  draft: 'Bản dự thảo',
  published: 'Đã công bố',
  discarded: 'Đã bỏ',
} as const satisfies Labels<string>;

export const CHANNEL_LABELS = {
  counter: 'Trực tiếp tại Bộ phận Một cửa',
  'online-partial': 'Trực tuyến một phần',
  'online-full': 'Trực tuyến toàn trình',
  postal: 'Qua bưu chính công ích',
} as const satisfies Labels<string>;

/** Codes of a label table as a zod enum with one Vietnamese message. */
export function codesIn<Code extends string>(labels: Labels<Code>, message: string) {
  const codes = codesOf(labels);
  return z.enum(codes, message);
}
