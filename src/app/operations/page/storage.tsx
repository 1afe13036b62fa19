import type { BackupRun } from '#app/backups/schema.ts';
import { formatDate, formatDateTime, formatNumber, formatPercent } from '#kernel/vietnamese/format.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { type Disk, disksOf, PLACE_WORDS } from '../rules/disk.ts';
import { ago, bytes, span } from '../rules/spans.ts';
import type { Facts } from '../schema.ts';

/** Room on the disks, and when each will be full. */
export function Disks({ facts }: Readonly<{ facts: Facts }>) {
  return (
    <Panel id="dia" title="Đĩa">
      <DataTable
        caption="Đĩa"
        rows={disksOf(facts.disks, facts.now)}
        rowKey={({ host, place }) => `${host}/${place}`}
        empty={<p class="govuk-body">Chưa đo. Lần đo đầu tiên có trong vòng một phút sau khi khởi động.</p>}
        columns={[
          { key: 'place', header: 'Chứa', cell: ({ place }) => capital(PLACE_WORDS[place] ?? place) },
          { key: 'host', header: 'Máy', cell: ({ host }) => host },
          { key: 'free', header: 'Còn trống', numeric: true, cell: free },
          { key: 'size', header: 'Tổng', numeric: true, cell: ({ sizeBytes }) => bytes(sizeBytes) },
          { key: 'full', header: 'Dự báo đầy', cell: forecast },
        ]}
      />
      <p class="govuk-body">{`Cơ sở dữ liệu chiếm ${bytes(facts.database.sizeBytes)}.`}</p>
    </Panel>
  );
}

function free({ freeBytes, sizeBytes }: Disk): string {
  return `${bytes(freeBytes)} (${formatPercent(freeBytes / sizeBytes, 0)})`;
}

function forecast({ fullAt }: Disk): string {
  return fullAt === null ? 'chưa thấy' : `khoảng ${formatDate(fullAt)}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const OUTCOMES = {
  done: { text: 'Đạt', tone: 'fine' },
  incomplete: { text: 'Thiếu tệp', tone: 'late' },
  failed: { text: 'Không đạt', tone: 'late' },
} as const;

/** The last backups and restores for trial. */
export function Backups({ facts: { backups } }: Readonly<{ facts: Facts }>) {
  return (
    <Panel id="sao-luu" title="Sao lưu và diễn tập phục hồi">
      <DataTable
        caption="Sao lưu và diễn tập phục hồi"
        rows={backups.runs.slice(0, 12)}
        rowKey={({ kind, startedAt }) => `${kind}-${startedAt.getTime()}`}
        empty={
          <p class="govuk-body">
            Chưa sao lưu lần nào. Bản đầu tiên được làm trong đêm; làm ngay: npx motcua backup.
          </p>
        }
        columns={[
          { key: 'at', header: 'Xong lúc', nowrap: true, cell: ({ endedAt }) => formatDateTime(endedAt) },
          {
            key: 'kind',
            header: 'Việc',
            cell: ({ kind }) => (kind === 'backup' ? 'Sao lưu' : 'Diễn tập phục hồi'),
          },
          {
            key: 'outcome',
            header: 'Kết quả',
            cell: ({ outcome }) => <StateTag {...OUTCOMES[outcome]} />,
          },
          { key: 'what', header: 'Nội dung', cell: content },
        ]}
      />
    </Panel>
  );
}

function content(run: BackupRun): string {
  if (run.problem !== '') return run.problem;
  const { rowCount, fileCount, bytes: size, encrypted, startedAt, endedAt } = run;
  return [
    `${formatNumber(rowCount ?? 0)} dòng, ${formatNumber(fileCount ?? 0)} tệp`,
    size === null ? '' : bytes(size),
    encrypted ? 'mã hóa' : 'không mã hóa',
    span(endedAt.getTime() - startedAt.getTime()),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The verifiable log: what waits, what is signed, what the last check found. */
export function LogState({ facts: { log, now } }: Readonly<{ facts: Facts }>) {
  const { lag, alarm, lastCheck } = log;
  return (
    <Panel id="nhat-ky" title="Nhật ký kiểm chứng">
      <SummaryList
        rows={[
          { key: 'Báo động', value: alarm ?? 'Không có' },
          {
            key: 'Mục chờ ký',
            value: `${formatNumber(lag.waiting + lag.unsigned)}${lag.oldestMs === null ? '' : `, lâu nhất ${span(lag.oldestMs)}`}`,
          },
          {
            key: 'Ký gần nhất',
            value: lag.signedMs === null ? 'Chưa ký lần nào' : `${span(lag.signedMs)} trước`,
          },
          {
            key: 'Kiểm tra gần nhất',
            value:
              lastCheck === null
                ? 'Chưa có'
                : `${ago(lastCheck.endedAt, now)}, ${lastCheck.findings === 0 ? 'không thấy gì sai' : `${formatNumber(lastCheck.findings)} chỗ không khớp`}`,
          },
        ]}
      />
      <p class="govuk-body">
        <Link href="/nhat-ky">Trang công khai của nhật ký</Link>
      </p>
    </Panel>
  );
}
