import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { dossierPath } from '../schema.ts';
import type { HandoverName } from '../view/schema.ts';

type HandoversView = {
  readonly incoming: readonly HandoverName[];
  readonly outgoing: readonly HandoverName[];
  readonly unitName: (unitId: number) => string;
  readonly formId: string;
};

/** Papers on their way: to be confirmed by us, and sent by us but not yet confirmed. Printed, it is the courier's list. */
export function HandoversContent({ view }: { view: HandoversView }) {
  return (
    <>
      <Panel title="Chờ đơn vị xác nhận đã nhận">
        <DataTable
          caption="Hồ sơ chuyển đến, chờ xác nhận"
          rows={view.incoming}
          rowKey={(row) => `${row.number}:${row.sequence}`}
          rowHref={(row) => dossierPath(row.number)}
          empty={<EmptyState title="Không có hồ sơ nào đang chuyển đến" />}
          selection={{
            formId: 'take',
            action: '/handovers/take',
            hidden: [{ name: 'formId', value: view.formId }],
            labelFor: (row) => `Chọn hồ sơ ${row.number}`,
            actions: <Button>Xác nhận đã nhận các hồ sơ đã chọn</Button>,
          }}
          columns={columns(view, 'Chuyển từ', (row) => view.unitName(row.fromUnitId))}
        />
      </Panel>
      <Panel title="Đã chuyển đi, bên nhận chưa xác nhận">
        <DataTable
          caption="Hồ sơ chuyển đi, chưa được xác nhận"
          rows={view.outgoing}
          rowKey={(row) => row.number}
          rowHref={(row) => dossierPath(row.number)}
          empty={<EmptyState title="Mọi hồ sơ chuyển đi đều đã được nhận" />}
          columns={columns(view, 'Chuyển đến', (row) => view.unitName(row.toUnitId))}
        />
      </Panel>
    </>
  );
}

function columns(_view: HandoversView, header: string, unit: (row: HandoverName) => string) {
  return [
    {
      key: 'number',
      header: 'Hồ sơ',
      nowrap: true,
      cell: (row: HandoverName) => <Link href={dossierPath(row.number)}>{row.number}</Link>,
    },
    {
      key: 'what',
      header: 'Thủ tục, người nộp',
      cell: (row: HandoverName) => (
        <>
          {row.title}
          <Note>{row.applicantName}</Note>
        </>
      ),
    },
    { key: 'unit', header, cell: unit },
    {
      key: 'when',
      header: 'Bàn giao',
      cell: (row: HandoverName) => (
        <>
          {formatDateTime(row.handedAt)}
          <Note>
            {row.handedByName}
            {row.note ? ` · ${row.note}` : ''}
          </Note>
        </>
      ),
    },
    { key: 'due', header: 'Hẹn trả', cell: (row: HandoverName) => formatDateTime(row.dueAt) },
  ];
}
