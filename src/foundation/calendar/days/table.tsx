import { formatLongDate } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import type { ExportLink } from '#web/ui/export-links.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { shiftsText } from '../hours.ts';
import { calendarPaths, CERTAINTY_LABELS, KIND_LABELS } from '../schema.ts';
import type { NamedDay } from './schema.ts';

/** Columns of the exported list of special days. */
export const DAY_COLUMNS: readonly ExportColumn<NamedDay>[] = [
  { header: 'Ngày', value: (day) => formatLongDate(day.date), width: 24 },
  { header: 'Loại', value: (day) => KIND_LABELS[day.kind] },
  { header: 'Tên', value: (day) => day.name, width: 40 },
  { header: 'Giờ làm việc', value: (day) => (day.shifts === null ? '' : shiftsText(day.shifts)) },
  { header: 'Áp dụng cho', value: (day) => day.unitName, width: 28 },
  { header: 'Căn cứ', value: (day) => day.legalNotice, width: 60 },
  { header: 'Mức chắc chắn', value: (day) => CERTAINTY_LABELS[day.certainty] },
  { header: 'Thu hồi vì', value: (day) => day.withdrawalReason, width: 40 },
];

/** The special days of a year, with the document behind each and how sure it is. */
export function DayTable({ days, exports }: { days: readonly NamedDay[]; exports: readonly ExportLink[] }) {
  return (
    <DataTable
      caption="Ngày nghỉ, ngày làm bù, ngày đóng cửa"
      rows={days}
      rowKey={(day) => String(day.id)}
      rowHref={(day) => calendarPaths.day(day.id)}
      exports={exports}
      empty={<EmptyState title="Không có ngày nào khớp" text="Hãy chọn năm khác, hoặc bỏ lọc theo đơn vị." />}
      columns={[
        {
          key: 'date',
          header: 'Ngày',
          nowrap: true,
          cell: (day) => <Link href={calendarPaths.day(day.id)}>{formatLongDate(day.date)}</Link>,
        },
        { key: 'what', header: 'Nội dung', cell: (day) => <DayWords day={day} /> },
        { key: 'unit', header: 'Áp dụng cho', cell: (day) => day.unitName },
        { key: 'notice', header: 'Căn cứ', cell: (day) => day.legalNotice },
        { key: 'certainty', header: 'Mức chắc chắn', cell: (day) => <DayState day={day} /> },
      ]}
    />
  );
}

function DayWords({ day }: { day: NamedDay }) {
  const hours = day.shifts === null ? '' : `, làm việc ${shiftsText(day.shifts)}`;
  return (
    <>
      {day.name}
      <Note>
        {KIND_LABELS[day.kind]}
        {hours}
      </Note>
    </>
  );
}

/** Withdrawn, expected or official. */
export function DayState({ day }: { day: NamedDay }) {
  if (day.withdrawnAt !== null) return <StateTag tone="late" text="Đã thu hồi" />;
  return (
    <StateTag tone={day.certainty === 'sure' ? 'neutral' : 'soon'} text={CERTAINTY_LABELS[day.certainty]} />
  );
}
