import { formatClock, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { type Statistic, StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { disksOf } from '../rules/disk.ts';
import { isHere } from '../rules/installation.ts';
import { alarmOf } from '../rules/judge.ts';
import { isGivenUp, isWaiting } from '../rules/jobs.ts';
import { ago } from '../rules/spans.ts';
import { type Facts, type Finding, guidePath, type Severity } from '../schema.ts';

const SEVERITY = {
  bad: { text: 'Sự cố', tone: 'late' },
  warning: { text: 'Cần để ý', tone: 'soon' },
  notice: { text: 'Lưu ý', tone: 'neutral' },
} as const satisfies Record<Severity, { text: string; tone: Tone }>;

type OverviewProps = Readonly<{ facts: Facts; findings: readonly Finding[] }>;

/** Whether all is well, in one sentence, and below it what is not, the worst first. */
export function Overview({ facts, findings }: OverviewProps) {
  const bad = findings.filter(({ severity }) => severity === 'bad').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return (
    <>
      <Panel
        id="tinh-trang"
        title={headline(bad, warnings)}
        accent={bad > 0 ? 'red' : warnings > 0 ? 'gold' : 'jade'}
        aside={<Note>{`Lúc ${formatClock(facts.now)}`}</Note>}
      >
        {findings.length === 0 ? (
          <p class="govuk-body">Không có gì phải xử lý.</p>
        ) : (
          <Findings findings={findings} />
        )}
      </Panel>
      <StatisticTiles statistics={tiles(facts)} />
    </>
  );
}

function headline(bad: number, warnings: number): string {
  if (bad > 0) return `Có ${formatNumber(bad)} sự cố cần xử lý ngay`;
  return warnings > 0 ? `Hệ thống chạy được, có ${formatNumber(warnings)} việc cần để ý` : 'Mọi thứ đều ổn';
}

function Findings({ findings }: Readonly<{ findings: readonly Finding[] }>) {
  return (
    <DataTable
      caption="Những điều cần biết, nặng nhất trước"
      rows={findings}
      rowKey={alarmOf}
      rowTone={({ severity }) => SEVERITY[severity].tone}
      columns={[
        {
          key: 'severity',
          header: 'Mức',
          nowrap: true,
          cell: ({ severity }) => <StateTag {...SEVERITY[severity]} />,
        },
        { key: 'sentence', header: 'Tình trạng', cell: ({ sentence }) => sentence },
        {
          key: 'advice',
          header: 'Việc cần làm',
          cell: ({ advice, cause, sentence }) => (
            <>
              {advice}{' '}
              <Link href={guidePath(cause)} about={`: ${sentence}`}>
                Hướng dẫn
              </Link>
            </>
          ),
        },
      ]}
    />
  );
}

function tiles(facts: Facts): readonly Statistic[] {
  const { now, jobs, failures, backups, database, processes } = facts;
  const waiting = jobs.filter((job) => isWaiting(job, now)).length;
  const failed = jobs.filter((job) => isGivenUp(job)).length;
  const tightest = disksOf(facts.disks, now).toSorted(
    (one, other) => one.freeBytes / one.sizeBytes - other.freeBytes / other.sizeBytes,
  )[0];
  const share = tightest ? Math.round((tightest.freeBytes / tightest.sizeBytes) * 100) : null;
  return [
    {
      label: 'Việc nền chờ làm',
      value: formatNumber(waiting),
      note: failed > 0 ? `${formatNumber(failed)} việc hỏng hẳn` : 'không việc nào hỏng hẳn',
      tone: failed > 0 ? 'late' : 'neutral',
      href: '#viec-nen',
    },
    {
      label: 'Lỗi trong 24 giờ',
      value: formatNumber(failures.length),
      tone: failures.length > 0 ? 'soon' : 'neutral',
      href: '#loi',
    },
    {
      label: 'Đĩa còn trống ít nhất',
      value: share === null ? 'chưa đo' : `${formatNumber(share)}%`,
      href: '#dia',
    },
    {
      label: 'Sao lưu trọn vẹn',
      value: backups.lastWhole === null ? 'chưa có' : ago(backups.lastWhole, now),
      note: backups.lastWhole === null ? undefined : formatDateTime(backups.lastWhole),
      href: '#sao-luu',
    },
    {
      label: 'Phiên đang đăng nhập',
      value: formatNumber(database.sessions),
      note: `${formatNumber(processes.filter((process) => isHere(process, now)).length)} tiến trình`,
      href: '#tien-trinh',
    },
  ];
}
