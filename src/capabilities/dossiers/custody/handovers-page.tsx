import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { dossierPath } from '../schema.ts';
import { listNumber, listPaths } from './lists/schema.ts';
import { custodyPaths, DISCREPANCY_LABELS } from './schema.ts';
import type { Awaited, Handovers } from './service.ts';

export type HandoversView = Handovers & {
  readonly unitName: (unitId: number) => string;
  /** Units of the actor: an open discrepancy waits for them to answer, or to settle. */
  readonly units: readonly number[];
  readonly formId: string;
};

/** Papers on their way: to be confirmed by us, sent by us and put onto lists for the courier, and what was found wrong. */
export function HandoversContent({ view }: { view: HandoversView }) {
  return (
    <>
      <IncomingPanel view={view} />
      <OutgoingPanel view={view} />
      <DiscrepanciesPanel view={view} />
    </>
  );
}

function IncomingPanel({ view }: { view: HandoversView }) {
  return (
    <Panel title="Chờ đơn vị xác nhận đã nhận">
      <DataTable
        caption="Hồ sơ chuyển đến, chờ xác nhận"
        rows={view.incoming}
        rowKey={(row) => `${row.number}:${row.sequence}:${row.position}`}
        rowHref={(row) => custodyPaths.receive(row.number)}
        rowTone={toneOf}
        empty={<EmptyState title="Không có hồ sơ nào đang chuyển đến" />}
        selection={{
          formId: 'take',
          action: '/handovers/take',
          hidden: [{ name: 'formId', value: view.formId }],
          labelFor: (row) => `Chọn hồ sơ ${row.number}`,
          actions: <Button>Xác nhận đã nhận các hồ sơ đã chọn</Button>,
        }}
        columns={[
          ...columns('Chuyển từ', (row) => view.unitName(row.fromUnitId)),
          {
            key: 'check',
            header: 'Kiểm nhận',
            cell: (row) => <Link href={custodyPaths.receive(row.number)}>Có sai lệch, không nhận</Link>,
          },
        ]}
      />
    </Panel>
  );
}

function OutgoingPanel({ view }: { view: HandoversView }) {
  return (
    <Panel
      title="Đã chuyển đi, bên nhận chưa xác nhận"
      aside={<Link href={listPaths.all}>Danh sách bàn giao</Link>}
    >
      <DataTable
        caption="Hồ sơ chuyển đi, chưa được xác nhận"
        rows={view.outgoing}
        rowKey={(row) => row.number}
        rowHref={(row) => dossierPath(row.number)}
        rowTone={toneOf}
        empty={<EmptyState title="Mọi hồ sơ chuyển đi đều đã được nhận" />}
        selection={{
          formId: 'list',
          action: listPaths.all,
          hidden: [{ name: 'formId', value: view.formId }],
          labelFor: (row) => `Chọn hồ sơ ${row.number}`,
          actions: <Button>Lập danh sách cho người chuyển</Button>,
        }}
        columns={[
          ...columns('Chuyển đến', (row) => view.unitName(row.toUnitId)),
          { key: 'list', header: 'Danh sách', cell: listCell },
        ]}
      />
    </Panel>
  );
}

function listCell({ listId, listLine, listYear }: Awaited) {
  if (listId === null || listLine === null || listYear === null) return 'chưa lập';
  return <Link href={listPaths.one(listId)}>{listNumber({ line: listLine, year: listYear })}</Link>;
}

const toneOf = (row: Awaited) => (row.isOverdue ? ('late' as const) : undefined);

function columns(header: string, unit: (row: Awaited) => string): readonly Column<Awaited>[] {
  return [
    {
      key: 'number',
      header: 'Hồ sơ',
      nowrap: true,
      cell: (row) => (
        <>
          <Link href={dossierPath(row.number)}>{row.number}</Link>
          <Note>{row.copies} bản giấy tờ</Note>
        </>
      ),
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
    { key: 'unit', header, cell: unit },
    { key: 'when', header: 'Bàn giao', cell: whenCell },
    { key: 'due', header: 'Hẹn trả', cell: (row) => formatDateTime(row.dueAt) },
  ];
}

function whenCell(row: Awaited) {
  return (
    <>
      {formatDateTime(row.handedAt)}
      <Note>{[row.handedByName ?? 'hệ thống', row.note].filter(Boolean).join(' · ')}</Note>
      {row.isOverdue ? <StateTag tone="late" text="quá một ngày làm việc" /> : null}
    </>
  );
}

function DiscrepanciesPanel({ view }: { view: HandoversView }) {
  if (view.discrepancies.length === 0) return null;
  return (
    <Panel title="Sai lệch chưa giải quyết xong" accent="red">
      <DefinitionTable
        caption="Sai lệch khi nhận bàn giao"
        head={['Hồ sơ', 'Sai lệch', 'Bên giao → bên nhận', 'Việc cần làm']}
        rows={view.discrepancies.map((found) => [
          <Link key="number" href={dossierPath(found.number)}>
            {found.number}
          </Link>,
          `${found.paper}: ${DISCREPANCY_LABELS[found.kind].toLowerCase()}`,
          `${view.unitName(found.fromUnitId)} → ${view.unitName(found.toUnitId)}`,
          <Link key="act" href={custodyPaths.discrepancy(found.number, found.id)}>
            {actWords(view, found)}
          </Link>,
        ])}
      />
    </Panel>
  );
}

function actWords({ units }: HandoversView, found: Handovers['discrepancies'][number]): string {
  if (found.answer === null && units.includes(found.fromUnitId)) return 'Trả lời';
  if (units.includes(found.toUnitId))
    return found.answer === null ? 'Chờ bên giao trả lời' : 'Giải quyết xong';
  return 'Chờ bên nhận giải quyết xong';
}
