import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { dossierPath } from '../../schema.ts';
import type { HandedOn } from './service.ts';
import type { HeldStep } from './store.ts';

export const REASSIGN_PATH = '/inbox/reassign';

type View = HandedOn & { readonly from: number | null; readonly formId: string };

/** Handing somebody's work to others, for a leader: all of it or some. */
export function ReassignContent({ view }: { view: View }) {
  const { holders, held, officers, from, formId } = view;
  return (
    <>
      <FilterBar action={REASSIGN_PATH} clearHref={REASSIGN_PATH} active={[]}>
        <FilterSelect
          name="from"
          label="Người đang thụ lý"
          all="Chọn người đang thụ lý"
          value={from}
          options={holders.map(({ officerId, name, steps }) => ({
            value: String(officerId),
            text: `${name} (${steps} việc)`,
          }))}
        />
      </FilterBar>
      <DataTable
        caption="Việc đang thụ lý"
        rows={held}
        rowKey={(row) => `${row.number}:${row.sequence}:${row.position}`}
        rowHref={(row) => dossierPath(row.number)}
        empty={
          <EmptyState
            title={from === null ? 'Chưa chọn người' : 'Người này không đang thụ lý việc nào'}
            text="Chọn một người để giao lại việc khi người đó nghỉ, đi công tác hoặc quá tải."
          />
        }
        selection={{
          formId: 'reassign',
          action: REASSIGN_PATH,
          hidden: [
            { name: 'formId', value: formId },
            { name: 'from', value: String(from ?? '') },
          ],
          labelFor: (row) => `Chọn hồ sơ ${row.number}`,
          actions: <TakeOver officers={officers} />,
        }}
        columns={COLUMNS}
      />
    </>
  );
}

/** Whom the chosen steps go to. */
function TakeOver({ officers }: Pick<View, 'officers'>) {
  return (
    <>
      <SelectField
        id="officerId"
        name="officerId"
        label="Giao cho"
        placeholder="Hộp việc chung"
        options={officers.map(({ id, name, postTitle }) => ({
          value: String(id),
          text: name,
          hint: postTitle,
        }))}
      />
      <Button>Giao lại các việc đã chọn</Button>
    </>
  );
}

const COLUMNS: readonly Column<HeldStep>[] = [
  {
    key: 'number',
    header: 'Hồ sơ',
    nowrap: true,
    cell: (row) => <Link href={dossierPath(row.number)}>{row.number}</Link>,
  },
  {
    key: 'what',
    header: 'Thủ tục, người nộp',
    cell: (row) => (
      <>
        {row.title}
        <Note>{row.applicantName}</Note>
      </>
    ),
  },
  { key: 'step', header: 'Bước', cell: (row) => row.stepName },
  { key: 'due', header: 'Hẹn trả', cell: (row) => formatDateTime(row.dueAt) },
];
