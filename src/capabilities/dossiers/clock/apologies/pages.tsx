import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { DossierDue } from '../../due.tsx';
import { dossierPath } from '../../schema.ts';
import { DossierForm, type DossierFormView } from '../../view/form-page.tsx';
import type { Reason } from '../reasons/schema.ts';
import { type ApologyDue, apologyPaths } from './schema.ts';

export type ApologiesView = {
  readonly rows: readonly ApologyDue[];
  readonly unitName: (unitId: number) => string;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
};

/** What will be late, or is, and has no new appointment. */
export function ApologiesContent({ view }: { view: ApologiesView }) {
  const { rows, unitName, calendar, now } = view;
  return (
    <DataTable
      caption="Hồ sơ cần xin lỗi, hẹn lại"
      rows={rows}
      rowKey={(row) => `${row.number} ${row.stepName}`}
      rowHref={(row) => apologyPaths.one(row.number)}
      rowTone={(row) => (row.dueAt < now ? 'late' : undefined)}
      empty={
        <EmptyState
          title="Không có hồ sơ nào cần xin lỗi"
          text="Hồ sơ sắp hoặc đã quá hạn mà chưa hẹn lại sẽ hiện ở đây."
        />
      }
      columns={[
        {
          key: 'dossier',
          header: 'Hồ sơ',
          cell: (row) => (
            <>
              <Link href={dossierPath(row.number)}>{row.title}</Link>
              <Note>
                {row.number} · {row.applicantName}
              </Note>
            </>
          ),
        },
        {
          key: 'where',
          header: 'Đang ở',
          cell: (row) => (
            <>
              {row.stepName}
              <Note>{[unitName(row.unitId), row.officerName].filter(Boolean).join(' · ')}</Note>
            </>
          ),
        },
        {
          key: 'due',
          header: 'Hẹn trả',
          cell: (row) => (
            <DossierDue dossier={{ phase: 'processing', dueAt: row.dueAt }} calendar={calendar} now={now} />
          ),
        },
        {
          key: 'act',
          header: 'Việc cần làm',
          cell: (row) => <Link href={apologyPaths.one(row.number)}>Lập phiếu xin lỗi</Link>,
        },
      ]}
    />
  );
}

/** The apology itself: why, and when instead. */
export function ApologyContent({
  view,
  reasons,
  position,
}: {
  view: DossierFormView;
  reasons: readonly Reason[];
  position: string;
}) {
  const { field, dossier } = view;
  return (
    <>
      <Inset>
        Hồ sơ hẹn trả {formatDateTime(dossier.state.dueAt)}. Phiếu xin lỗi phải đến người nộp trước khi hết
        ngày đã hẹn, và chỉ hẹn lại một lần. Việc đúng hạn hay quá hạn vẫn tính theo ngày hẹn đầu.
      </Inset>
      <DossierForm
        view={view}
        action={apologyPaths.one(dossier.state.number)}
        submitText="Xin lỗi và hẹn lại"
        hidden={[{ name: 'position', value: position }]}
      >
        <SelectField
          {...field('reasonCode')}
          label="Lý do"
          placeholder="Chọn lý do"
          options={reasons.map(({ code, name }) => ({ value: code, text: name }))}
          width="full"
          required
        />
        <TextArea {...field('reasonText')} label="Nói rõ lý do" rows={3} required={false} />
        <DateField {...field('promisedOn')} label="Hẹn lại ngày" required />
      </DossierForm>
    </>
  );
}
