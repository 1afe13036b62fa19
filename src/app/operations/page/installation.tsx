import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { type SummaryRow, SummaryList } from '#web/ui/summary-list.tsx';
import { isHere } from '../rules/installation.ts';
import { ago, bytes, span } from '../rules/spans.ts';
import type { Facts, RunningProcess } from '../schema.ts';

const ROLES = { web: 'trang web', worker: 'việc nền', all: 'trang web và việc nền' } as const;

type FactsProps = Readonly<{ facts: Facts }>;

/** What runs where, in which release. */
export function Processes({ facts: { processes, database, now } }: FactsProps) {
  return (
    <Panel id="tien-trinh" title="Tiến trình và phiên bản">
      <DataTable
        caption="Tiến trình"
        rows={processes.filter((process) => isHere(process, now))}
        rowKey={({ id }) => id}
        empty={<p class="govuk-body">Chưa thấy tiến trình nào.</p>}
        columns={[
          { key: 'host', header: 'Máy', cell: ({ host }) => host },
          { key: 'role', header: 'Vai', cell: ({ role }) => ROLES[role] },
          { key: 'version', header: 'Phiên bản', nowrap: true, cell: ({ version }) => `Một Cửa ${version}` },
          { key: 'since', header: 'Chạy từ', nowrap: true, cell: ({ startedAt }) => ago(startedAt, now) },
          { key: 'memory', header: 'Bộ nhớ', numeric: true, cell: ({ memoryBytes }) => bytes(memoryBytes) },
          { key: 'load', header: 'Tải', cell: Load },
        ]}
      />
      <SummaryList
        rows={[
          { key: 'PostgreSQL', value: database.version },
          {
            key: 'Node.js',
            value: [...new Set(processes.map(({ node }) => node))].join(', ') || 'chưa biết',
          },
          { key: 'Lược đồ dữ liệu', value: database.migration },
          { key: 'Lệch đồng hồ với cơ sở dữ liệu', value: clock(processes, now) },
        ]}
      />
    </Panel>
  );
}

function Load({ eventLoopDelayMs, connectionsUsed, connectionsWaitedFor }: RunningProcess) {
  const waits = connectionsWaitedFor > 0 ? `, ${formatNumber(connectionsWaitedFor)} yêu cầu đang chờ` : '';
  return `trễ ${formatNumber(eventLoopDelayMs)} mili giây; ${formatNumber(connectionsUsed)} kết nối dùng${waits}`;
}

function clock(processes: readonly RunningProcess[], now: Date): string {
  const here = processes.filter((process) => isHere(process, now));
  const furthest = Math.max(0, ...here.map(({ clockDifferenceMs }) => Math.abs(clockDifferenceMs)));
  return furthest < 1000 ? 'dưới 1 giây' : span(furthest);
}

/** Keys by their age, the certificate, and what is switched on. */
export function KeysAndSettings({ facts: { processes, now } }: FactsProps) {
  const here = processes.filter((process) => isHere(process, now));
  const worker = here.find(({ role }) => role !== 'web') ?? here[0];
  return (
    <Panel id="khoa" title="Khóa, chứng chỉ và cấu hình">
      {worker === undefined ? (
        <p class="govuk-body">Chưa thấy tiến trình nào.</p>
      ) : (
        <KeyList facts={worker.facts} now={now} />
      )}
    </Panel>
  );
}

function KeyList({ facts, now }: Readonly<{ facts: RunningProcess['facts']; now: Date }>) {
  return (
    <>
      <DataTable
        caption="Tệp khóa"
        rows={facts.keys}
        rowKey={({ name }) => name}
        empty={<p class="govuk-body">Chưa có tệp khóa nào.</p>}
        columns={[
          { key: 'name', header: 'Tệp khóa', cell: ({ name }) => <code>{name}</code> },
          { key: 'since', header: 'Từ', nowrap: true, cell: ({ changedAt }) => formatDateTime(changedAt) },
          {
            key: 'age',
            header: 'Tuổi',
            nowrap: true,
            cell: ({ changedAt }) => span(now.getTime() - changedAt.getTime()),
          },
          {
            key: 'private',
            header: 'Quyền đọc',
            cell: ({ isPrivate }) =>
              isPrivate ? (
                <StateTag tone="fine" text="Chỉ chủ tệp" />
              ) : (
                <StateTag tone="late" text="Người khác đọc được" />
              ),
          },
        ]}
      />
      <SummaryList rows={settingRows(facts)} />
    </>
  );
}

function settingRows(facts: RunningProcess['facts']): readonly SummaryRow[] {
  const { certificate, backupAt, backupsEncrypted, sendsMail, tellsOperator, asksClamav, usesTls } = facts;
  return [
    {
      key: 'Chứng chỉ TLS',
      value: certificate
        ? `Hết hạn ${formatDate(certificate.validTo)}`
        : usesTls
          ? 'Không hỏi được từ máy này'
          : 'Không dùng TLS',
    },
    {
      key: 'Sao lưu hằng đêm',
      value: backupAt === null ? 'Tắt' : `${backupAt}, ${backupsEncrypted ? 'mã hóa' : 'không mã hóa'}`,
    },
    { key: 'Gửi thư', value: sendsMail ? 'Qua máy chủ thư' : 'Chỉ ghi vào thư mục mailbox' },
    { key: 'Thư báo động', value: tellsOperator ? 'Có' : 'Không' },
    { key: 'Quét vi-rút', value: asksClamav ? 'ClamAV' : 'Không' },
  ];
}
