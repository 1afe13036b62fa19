import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Facts, Finding } from '../schema.ts';
import { ago, atLeastHours } from './spans.ts';

/** A night and two hours: the nightly backup has had its time. */
const LATE_HOURS = 26;
const FAR_TOO_LATE_HOURS = 50;
/** A week, a day and a bit. */
const DRILL_LATE_HOURS = 9 * 24;

/** What is the case with backups, where the product makes them. */
export function backupFindings(facts: Facts): readonly Finding[] {
  return [...newestBackup(facts), ...ageOfBackup(facts), ...drill(facts)];
}

function newestBackup({ backups: { newest } }: Facts): readonly Finding[] {
  if (newest === null || newest.outcome === 'done') return [];
  return [
    {
      cause: 'backup-failed',
      severity: 'bad',
      sentence: `Lần sao lưu ${formatDateTime(newest.endedAt)} ${newest.outcome === 'failed' ? 'không thành' : 'thiếu tệp'}: ${newest.problem}`,
      advice: 'Sửa nguyên nhân rồi chạy: npx motcua backup.',
    },
  ];
}

function ageOfBackup({ backups: { lastWhole }, began, processes, now }: Facts): readonly Finding[] {
  const workers = processes.filter(({ role }) => role !== 'web');
  const isOff = workers.length > 0 && workers.every(({ facts }) => facts.backupAt === null);
  if (isOff && lastWhole === null) {
    return [
      {
        cause: 'backup-late',
        of: 'off',
        severity: 'warning',
        sentence: 'Sao lưu hằng đêm đang tắt và chưa có bản sao lưu nào được ghi nhận.',
        advice: 'Đặt MOTCUA_BACKUP_AT, hoặc tự sao lưu và phục hồi thử đều đặn bằng công cụ của bạn.',
      },
    ];
  }
  const since = lastWhole ?? began ?? now;
  if (isOff || !atLeastHours(LATE_HOURS, since, now)) return [];
  return [
    {
      cause: 'backup-late',
      severity: lastWhole === null || atLeastHours(FAR_TOO_LATE_HOURS, since, now) ? 'bad' : 'warning',
      sentence:
        lastWhole === null
          ? 'Chưa từng có bản sao lưu trọn vẹn nào.'
          : `Bản sao lưu trọn vẹn gần nhất đã từ ${ago(lastWhole, now)}.`,
      advice: 'Chạy ngay: npx motcua backup; rồi xem vì sao việc sao lưu hằng đêm không chạy.',
    },
  ];
}

function drill({ backups: { newestDrill, lastWhole }, processes, began, now }: Facts): readonly Finding[] {
  if (newestDrill !== null && newestDrill.outcome !== 'done') {
    return [
      {
        cause: 'drill',
        severity: 'bad',
        sentence: `Diễn tập phục hồi ${formatDateTime(newestDrill.endedAt)} không đạt: ${newestDrill.problem}`,
        advice: 'Sao lưu lại (npx motcua backup), rồi diễn tập lại: npx motcua backup --drill.',
      },
    ];
  }
  const isOff = processes.every(({ facts }) => facts.backupAt === null);
  const since = newestDrill?.endedAt ?? began ?? now;
  if (isOff || lastWhole === null || !atLeastHours(DRILL_LATE_HOURS, since, now)) return [];
  return [
    {
      cause: 'drill',
      severity: 'warning',
      sentence:
        newestDrill === null
          ? 'Chưa lần nào phục hồi thử bản sao lưu.'
          : `Lần phục hồi thử gần nhất đã từ ${ago(newestDrill.endedAt, now)}.`,
      advice: 'Chạy: npx motcua backup --drill.',
    },
  ];
}
