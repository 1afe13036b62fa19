import { z } from 'zod';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Letter } from '#platform/mail/mail.ts';
import { type Cause, guidePath, OPERATIONS } from './schema.ts';

export const alarmLetter = z.object({
  bad: z.array(z.object({ cause: z.string(), sentence: z.string(), advice: z.string() })),
  good: z.array(z.object({ sentence: z.string(), since: z.string() })),
});
export type AlarmLetter = z.output<typeof alarmLetter>;

/** What the operator is told by mail: what turned bad and what to do, and what is good again. */
export function letterOf(
  { bad, good }: AlarmLetter,
  { to, publicUrl, now }: { readonly to: string; readonly publicUrl: string; readonly now: Date },
): Letter {
  const host = new URL(publicUrl).host;
  const lines = [
    `Một Cửa (${host}), lúc ${formatDateTime(now)}:`,
    ...bad.flatMap(({ cause, sentence, advice }) => [
      '',
      `SỰ CỐ: ${sentence}`,
      `Việc cần làm: ${advice}`,
      // The cause was written by ourselves a moment ago.
      `Hướng dẫn: ${publicUrl}${guidePath(cause as Cause)}`,
    ]),
    ...good.flatMap(({ sentence, since }) => [
      '',
      `ĐÃ ỔN TRỞ LẠI: ${sentence} (từ ${formatDateTime(new Date(since))})`,
    ]),
    '',
    `Xem toàn bộ: ${publicUrl}${OPERATIONS}`,
    'Mỗi sự cố được báo khi bắt đầu và khi hết, nhiều nhất một lần trong 24 giờ.',
  ];
  return { to, subject: subjectOf({ bad, good }, host), text: lines.join('\n') };
}

function subjectOf({ bad, good }: AlarmLetter, host: string): string {
  if (bad.length > 1) return `[Một Cửa] ${bad.length} sự cố tại ${host}`;
  if (bad.length === 1) return `[Một Cửa] Sự cố tại ${host}`;
  return good.length > 1
    ? `[Một Cửa] ${good.length} sự cố đã hết tại ${host}`
    : `[Một Cửa] Đã ổn trở lại tại ${host}`;
}
