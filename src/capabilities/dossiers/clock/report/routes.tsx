import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate, formatDateTime, parseDate } from '#kernel/vietnamese/format.ts';
import { refuse } from '#kernel/refusal.ts';
import { only } from '#foundation/access/only.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { fileLinks, withQuery } from '#web/http/list-state.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { dossierPath } from '../../schema.ts';
import {
  type ClockTotals,
  type Period,
  readClockTotals,
  readRepeatedRequests,
  type RepeatedRequest,
} from './store.ts';

/** How often time was stopped, granted and asked for, counter by counter. */
export const clockReportRoutes = new Hono<AppEnv>();

const PATH = '/clock-report';

const COUNTS: readonly (readonly [keyof ClockTotals, string])[] = [
  ['supplements', 'Bổ sung'],
  ['repeated', 'Từ lần hai'],
  ['pauses', 'Tạm dừng'],
  ['extensions', 'Gia hạn'],
  ['apologies', 'Hẹn lại'],
  ['refused', 'Từ chối'],
  ['stopped', 'Dừng'],
  ['withdrawn', 'Rút'],
  ['lapsed', 'Hết hạn bổ sung'],
];

clockReportRoutes.get(PATH, only('dossier.read'), async (c) => {
  const ctx = c.get('ctx');
  const period = periodOf({ from: c.req.query('from'), to: c.req.query('to') }, localDateOf(ctx.now));
  const unitIds = await unitsWith(ctx, 'dossier.read');
  const totals = await readClockTotals(ctx.db, unitIds, period);
  const unitName = await unitNames(ctx, 'shortName');
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    const columns = [
      { header: 'Nơi tiếp nhận', value: (row: ClockTotals) => unitName(row.unitId), width: 40 },
      ...COUNTS.map(([key, header]) => ({ header, value: (row: ClockTotals) => row[key] })),
    ];
    return exportTable({ name: 'theo-doi-thoi-han', columns, rows: totals, format });
  }
  const repeated = await readRepeatedRequests(ctx.db, unitIds, period);
  return c.get('staffPage')(
    { title: 'Theo dõi thời hạn', lead: `Từ ${formatDate(period.from)} đến ${formatDate(period.to)}` },
    <ReportContent view={{ period, totals, repeated, unitName }} />,
  );
});

/** This month unless other days are given. */
function periodOf(
  asked: { readonly from: string | undefined; readonly to: string | undefined },
  today: string,
): Period {
  const from = parseDate(asked.from ?? '') ?? `${today.slice(0, 7)}-01`;
  const to = parseDate(asked.to ?? '') ?? today;
  if (from > to) refuse('invalid', 'Ngày bắt đầu phải trước ngày kết thúc. Hãy chọn lại.');
  return { from, to };
}

type ReportView = {
  readonly period: Period;
  readonly totals: readonly ClockTotals[];
  readonly repeated: readonly RepeatedRequest[];
  readonly unitName: (unitId: number) => string;
};

function ReportContent({ view }: { view: ReportView }) {
  const { period, totals, repeated, unitName } = view;
  const from = formatDate(period.from);
  const to = formatDate(period.to);
  return (
    <>
      <FilterBar action={PATH}>
        <DateField id="from" name="from" label="Từ ngày" hint="" value={from} />
        <DateField id="to" name="to" label="Đến ngày" hint="" value={to} />
      </FilterBar>
      <DataTable
        caption="Theo nơi tiếp nhận"
        rows={totals}
        rowKey={(row) => String(row.unitId)}
        exports={fileLinks((format) => withQuery(PATH, { from, to, format }))}
        empty={<EmptyState title="Không có việc nào về thời hạn trong thời gian này" />}
        columns={[
          { key: 'unit', header: 'Nơi tiếp nhận', cell: (row) => unitName(row.unitId) },
          ...COUNTS.map(([key, header]) => ({
            key,
            header,
            numeric: true,
            cell: (row: ClockTotals) => row[key],
          })),
        ]}
      />
      <Panel title="Hồ sơ bị yêu cầu bổ sung từ lần thứ hai">
        {repeated.length === 0 ? (
          <p>Không có.</p>
        ) : (
          <DefinitionTable
            caption="Hồ sơ bị yêu cầu bổ sung từ lần thứ hai"
            head={['Hồ sơ', 'Nơi tiếp nhận', 'Số lần', 'Lần cuối', 'Lý do']}
            numeric={[2]}
            rows={repeated.map((row) => [
              <Link key={row.number} href={dossierPath(row.number)}>
                {row.title}
              </Link>,
              unitName(row.unitId),
              row.times,
              formatDateTime(row.lastAskedAt),
              row.reason,
            ])}
          />
        )}
      </Panel>
    </>
  );
}
