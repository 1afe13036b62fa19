import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { dossierPath } from '../../schema.ts';
import { HANDOVER_END_LABELS } from '../schema.ts';
import { type CourierItem, type CourierList, type CourierSummary, listNumber, listPaths } from './schema.ts';

type Names = { readonly unitName: (unitId: number) => string };

/** Lists for the courier, sent and coming. */
export function ListsContent({
  rows,
  only,
  unitName,
}: Names & { rows: readonly CourierSummary[]; only: 'open' | 'all' }) {
  return (
    <>
      <Tabs
        label="Phần của danh sách"
        tabs={[
          { href: listPaths.all, text: 'Chưa nhận đủ', current: only === 'open' },
          { href: `${listPaths.all}?of=all`, text: 'Tất cả', current: only === 'all' },
        ]}
      />
      <DataTable
        caption="Danh sách bàn giao"
        rows={rows}
        rowKey={(row) => String(row.id)}
        rowHref={(row) => listPaths.one(row.id)}
        empty={
          <EmptyState
            title="Không có danh sách bàn giao nào"
            text="Ở trang Bàn giao, chọn các hồ sơ đã chuyển đi rồi lập danh sách cho người chuyển."
          />
        }
        columns={[
          {
            key: 'number',
            header: 'Số',
            nowrap: true,
            cell: (row) => <Link href={listPaths.one(row.id)}>{listNumber(row)}</Link>,
          },
          { key: 'from', header: 'Bên giao', cell: (row) => unitName(row.unitId) },
          { key: 'to', header: 'Bên nhận', cell: (row) => unitName(row.toUnitId) },
          {
            key: 'made',
            header: 'Lập',
            cell: (row) => (
              <>
                {formatDateTime(row.madeAt)}
                <Note>{row.madeBy}</Note>
              </>
            ),
          },
          {
            key: 'open',
            header: 'Chưa nhận',
            cell: (row) => `${formatNumber(row.open)} trong ${formatNumber(row.total)}`,
          },
        ]}
      />
    </>
  );
}

export type ListView = Names & {
  readonly list: CourierList;
  readonly items: readonly CourierItem[];
  readonly isReceiver: boolean;
  readonly formId: string;
};

/** One list: printed for the courier, taken by the receiver after the code on the paper was scanned. */
export function ListContent({ view }: { view: ListView }) {
  const { list, items, unitName } = view;
  const waiting = items.filter(({ position }) => position !== null);
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Bên giao', value: unitName(list.unitId) },
          { key: 'Bên nhận', value: unitName(list.toUnitId) },
          { key: 'Lập', value: `${list.madeBy}, ${formatDateTime(list.madeAt)}` },
          {
            key: 'Chưa nhận',
            value: `${formatNumber(waiting.length)} trong ${formatNumber(items.length)} hồ sơ`,
          },
        ]}
      />
      <ButtonGroup>
        <Button href={listPaths.print(list.id)} variant="secondary" icon="print">
          In danh sách
        </Button>
      </ButtonGroup>
      {view.isReceiver && waiting.length > 0 ? <WaitingPanel view={view} waiting={waiting} /> : null}
      <RestPanel items={view.isReceiver ? items.filter(({ position }) => position === null) : items} />
    </>
  );
}

const numberColumn = {
  key: 'number',
  header: 'Hồ sơ',
  nowrap: true,
  cell: (row: CourierItem) => <Link href={dossierPath(row.number)}>{row.number}</Link>,
};

/** What became of the others. */
function RestPanel({ items }: { items: readonly CourierItem[] }) {
  if (items.length === 0) return null;
  return (
    <Panel title="Hồ sơ trong danh sách">
      <DataTable
        caption="Hồ sơ trong danh sách"
        rows={items}
        rowKey={(row) => row.number}
        rowHref={(row) => dossierPath(row.number)}
        columns={[
          numberColumn,
          { key: 'what', header: 'Thủ tục, người nộp', cell: whatCell },
          { key: 'copies', header: 'Số bản', numeric: true, cell: (row: CourierItem) => row.copies },
          { key: 'state', header: 'Bên nhận', cell: stateCell },
        ]}
      />
    </Panel>
  );
}

/** What the receiver has not confirmed yet: ticked against the papers, and taken together. */
function WaitingPanel({ view, waiting }: { view: ListView; waiting: readonly CourierItem[] }) {
  return (
    <Panel title="Chờ đơn vị xác nhận đã nhận">
      <DataTable
        caption="Chờ đơn vị xác nhận đã nhận"
        rows={waiting}
        rowKey={(row) => `${row.number}:${row.sequence}:${row.position ?? ''}`}
        rowHref={(row) => dossierPath(row.number, 'custody')}
        selection={{
          formId: 'take',
          action: listPaths.take(view.list.id),
          hidden: [{ name: 'formId', value: view.formId }],
          labelFor: (row) => `Chọn hồ sơ ${row.number}`,
          actions: <Button>Xác nhận đã nhận các hồ sơ đã chọn</Button>,
        }}
        columns={[
          numberColumn,
          { key: 'what', header: 'Thủ tục, người nộp', cell: whatCell },
          { key: 'copies', header: 'Số bản', numeric: true, cell: (row: CourierItem) => row.copies },
          {
            key: 'check',
            header: 'Kiểm nhận',
            cell: (row: CourierItem) => (
              <Link href={dossierPath(row.number, 'custody')}>Có sai lệch, không nhận</Link>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function whatCell(row: CourierItem) {
  return (
    <>
      {row.title}
      <Note>{row.applicantName}</Note>
    </>
  );
}

function stateCell({ takenAt, takenBy, endedHow }: CourierItem) {
  if (endedHow !== null) return <StateTag tone="late" text={HANDOVER_END_LABELS[endedHow]} />;
  if (takenAt === null) return <StateTag tone="wait" text="Chưa xác nhận" />;
  return (
    <>
      {formatDateTime(takenAt)}
      <Note>{takenBy}</Note>
    </>
  );
}
