import { addDays } from '#kernel/local-date.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import { fileLinks, withQuery } from '#web/http/list-state.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { calendarPaths } from '../schema.ts';
import { weekText } from './rules.ts';
import type { NamedWeek } from './schema.ts';

const STATES = {
  now: { tone: 'fine', text: 'Đang áp dụng' },
  coming: { tone: 'wait', text: 'Sắp áp dụng' },
  past: { tone: 'neutral', text: 'Đã hết' },
} as const;

/** A week with the code of its unit when the unit stands, so that its hours can be changed. */
export type WeekRow = NamedWeek & { readonly unitCode: string | null };

/** Columns of the exported list of working hours. */
export const WEEK_COLUMNS: readonly ExportColumn<NamedWeek>[] = [
  { header: 'Áp dụng cho', value: (week) => week.unitName, width: 28 },
  { header: 'Từ ngày', value: (week) => formatDate(week.validFrom) },
  {
    header: 'Đến hết ngày',
    value: (week) => (week.validTo === null ? '' : formatDate(addDays(week.validTo, -1))),
  },
  { header: 'Giờ làm việc', value: (week) => weekText(week.shifts).join('; '), width: 60 },
  { header: 'Một ngày làm việc (giờ)', value: (week) => week.minutesPerWorkingDay / 60 },
  { header: 'Căn cứ', value: (week) => week.legalNotice, width: 60 },
];

/** Working hours by unit with their periods. */
export function WeekTable({ weeks, mayChange }: { weeks: readonly WeekRow[]; mayChange: boolean }) {
  return (
    <DataTable
      caption="Giờ làm việc theo đơn vị"
      rows={weeks}
      rowKey={(week) => String(week.id)}
      exports={fileLinks((format) => withQuery(calendarPaths.weeks, { format }))}
      columns={[
        {
          key: 'unit',
          header: 'Áp dụng cho',
          cell: (week) => <WeekUnit week={week} mayChange={mayChange} />,
        },
        { key: 'period', header: 'Thời gian', cell: (week) => <Period week={week} /> },
        {
          key: 'hours',
          header: 'Giờ làm việc',
          cell: (week) => (
            <>
              {weekText(week.shifts).map((line) => (
                <div key={line}>{line}</div>
              ))}
              <Note>Một ngày làm việc tính {formatNumber(week.minutesPerWorkingDay / 60)} giờ</Note>
            </>
          ),
        },
        { key: 'notice', header: 'Căn cứ', cell: (week) => week.legalNotice },
      ]}
    />
  );
}

function WeekUnit({ week, mayChange }: { week: WeekRow; mayChange: boolean }) {
  const canChange = mayChange && week.state === 'now' && (week.unitId === null || week.unitCode !== null);
  return (
    <>
      {week.unitName}
      {canChange ? (
        <Note>
          <Link
            href={withQuery(calendarPaths.newWeek, { unit: week.unitCode })}
            about={`của ${week.unitName}`}
          >
            Đổi giờ
          </Link>
        </Note>
      ) : null}
    </>
  );
}

function Period({ week }: { week: NamedWeek }) {
  const until = week.validTo === null ? '' : ` đến hết ${formatDate(addDays(week.validTo, -1))}`;
  return (
    <>
      <StateTag {...STATES[week.state]} />
      <Note>
        từ {formatDate(week.validFrom)}
        {until}
      </Note>
    </>
  );
}
