import { formatDate } from '#kernel/vietnamese/format.ts';
import { ROLE_LABELS, type Role } from '#foundation/access/roles.ts';

type Period = { readonly validFrom: Date; readonly validTo: Date | null };

/** `Chuyên viên, Văn thư`. */
export function roleWords(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_LABELS[role]).join(', ');
}

/** The last day of a period that ends before an instant. */
export function lastDay(end: Date): string {
  return formatDate(new Date(end.getTime() - 1));
}

/** `1/1/2019 – nay`, `1/1/2019 – 30/6/2020`. */
export function periodWords({ validFrom, validTo }: Period): string {
  return `${formatDate(validFrom)} – ${validTo === null ? 'nay' : lastDay(validTo)}`;
}

/** Whether a period is over, on, or still to come. */
export function phaseOf({ validFrom, validTo }: Period, now: Date): 'past' | 'now' | 'future' {
  if (validTo !== null && validTo <= now) return 'past';
  return validFrom <= now ? 'now' : 'future';
}

export const PHASE_LABELS = { past: 'Đã kết thúc', now: 'Đang giữ', future: 'Chưa bắt đầu' } as const;
