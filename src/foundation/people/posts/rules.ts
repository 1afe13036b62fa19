import { addDays, instantAt, isLocalDate, type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Actor } from '#foundation/context.ts';

type Period = { readonly validFrom: Date; readonly validTo: Date | null };

/** When a change of a date takes effect: today counts from this moment, another day from its first minute. */
export function effectiveAt(date: LocalDate, now: Date): Date {
  if (!isLocalDate(date)) refuse('invalid', 'Nhập ngày, tháng, năm, ví dụ 28/4/2020.');
  return date === localDateOf(now) ? now : instantAt(date, 0);
}

/** The instant after the last minute of a day. */
export function endOfDay(date: LocalDate): Date {
  return instantAt(addDays(date, 1), 0);
}

export function holdsAt(period: Period, instant: Date): boolean {
  return period.validFrom <= instant && (period.validTo === null || instant < period.validTo);
}

/** Whether the second period lies within the first. */
export function covers(outer: Period, inner: Period): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}

/**
 * Nobody raises their own rights, and only who manages accounts hands out the administration of the system. The
 * system itself (null) sets up what it is told to.
 */
export function assertMayGrant(
  actor: Actor | null,
  grant: { readonly roles: readonly Role[]; readonly officerId: number | null },
): void {
  if (actor === null) return;
  if (grant.officerId === actor.officerId) {
    refuse(
      'forbidden',
      'Bạn không thể tự giao vị trí hoặc quyền cho chính mình. Hãy nhờ người có thẩm quyền khác.',
    );
  }
  if (grant.roles.includes('it-administrator') && !can(actor, 'account.manage')) {
    refuse(
      'forbidden',
      'Chỉ quản trị hệ thống được giao, sửa hoặc cử người làm thay vị trí quản trị hệ thống.',
    );
  }
}

/** The rights of a post one works in are changed by somebody else. */
export function assertNotOwnPost(actor: Actor | null, postId: number): void {
  if (actor?.posts.some((post) => post.postId === postId)) {
    refuse(
      'forbidden',
      'Bạn đang giữ hoặc làm thay vị trí này nên không tự sửa được. Hãy nhờ người có thẩm quyền khác.',
    );
  }
}
