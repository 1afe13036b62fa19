import { z } from 'zod';
import { ROLES, type Role } from '#foundation/access/roles.ts';

/** A job position in a unit, for a period [validFrom, validTo). */
export type Post = {
  readonly id: number;
  readonly unitId: number;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly sequence: number;
};

/** Who held a post when. */
export type Holding = {
  readonly id: number;
  readonly postId: number;
  readonly officerId: number;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  /** Number of the deciding document. */
  readonly decision: string;
};

/** Who acts in a post while its holder is absent. */
export type Substitution = {
  readonly id: number;
  readonly postId: number;
  readonly substituteId: number;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly reason: string;
};

export type PostInput = {
  readonly unitId: number;
  readonly title: string;
  readonly roles: readonly Role[];
  /** First day on which the post exists. */
  readonly from: string;
};

export type AppointInput = {
  readonly postId: number;
  readonly officerId: number;
  /** First day on which the person holds the post; today counts from this moment. */
  readonly from: string;
  readonly decision: string;
};

export type ReleaseInput = {
  readonly holdingId: number;
  /** First day on which the person no longer holds the post; today counts from this moment. */
  readonly on: string;
  readonly decision: string;
};

export type SubstituteInput = {
  readonly postId: number;
  readonly substituteId: number;
  readonly from: string;
  /** Last day of the absence. */
  readonly until: string;
  readonly reason: string;
};

const title = z
  .string()
  .min(3, 'Nhập tên vị trí, ví dụ “Chuyên viên hộ tịch”.')
  .max(150, 'Tên vị trí dài nhất 150 ký tự.');
const roles = z.array(z.enum(ROLES)).min(1, 'Chọn ít nhất một vai trò.');
const choice = (message: string) => z.coerce.number<string>(message).int(message).positive(message);
const date = z.string({ error: 'Nhập ngày, tháng, năm, ví dụ 28/4/2020.' });
const decision = z
  .string()
  .min(1, 'Nhập số quyết định, ví dụ 12/QĐ-UBND.')
  .max(100, 'Số quyết định dài nhất 100 ký tự.');

export const postSchema = z.object({ unitId: choice('Chọn đơn vị.'), title, roles, from: date });

export const changePostSchema = z.object({ title, roles, sequence: z.coerce.number<string>().int() });

export const endSchema = z.object({ on: date });

export const appointSchema = z.object({ officerId: choice('Chọn người giữ vị trí.'), from: date, decision });

export const releaseSchema = z.object({ on: date, decision });

export const substituteSchema = z.object({
  substituteId: choice('Chọn người làm thay.'),
  from: date,
  until: date,
  reason: z.string().min(1, 'Nhập lý do, ví dụ “nghỉ phép năm”.').max(200, 'Lý do dài nhất 200 ký tự.'),
});
