import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TIMELINESS_LABELS } from '#capabilities/slips/words.ts';
import { TIMELINESS_TONE } from '../due.tsx';
import { dossierPath } from '../schema.ts';
import { whatCell } from './list-page.tsx';
import type { DossierRow } from './schema.ts';

/** Results waiting at the counter; the number on the receipt, typed or scanned, finds one. */
export function ReturnsContent({ rows, q }: { rows: readonly DossierRow[]; q: string }) {
  return (
    <>
      <SearchBox
        action="/returns"
        label="Số hồ sơ hoặc tên người nộp"
        placeholder="Quét mã trên giấy hẹn, hoặc gõ số hồ sơ, tên"
        value={q}
        autofocus
      />
      <DataTable
        caption="Kết quả chờ trả"
        rows={rows}
        rowKey={(row) => row.number}
        rowHref={(row) => dossierPath(row.number, 'return')}
        empty={
          <EmptyState
            title={q ? 'Không có kết quả chờ trả nào khớp' : 'Không có kết quả nào chờ trả'}
            text="Hồ sơ giải quyết xong và chuyển về quầy sẽ hiện ở đây."
          />
        }
        columns={COLUMNS}
      />
    </>
  );
}

const COLUMNS: readonly Column<DossierRow>[] = [
  {
    key: 'number',
    header: 'Hồ sơ',
    nowrap: true,
    cell: (row) => <Link href={dossierPath(row.number)}>{row.number}</Link>,
  },
  { key: 'what', header: 'Thủ tục, người nộp', cell: whatCell },
  {
    key: 'since',
    header: 'Có kết quả',
    cell: ({ finishedAt, timeliness }) => (
      <>
        {finishedAt ? formatDateTime(finishedAt) : ''}
        {timeliness ? (
          <Note>
            <StateTag tone={TIMELINESS_TONE[timeliness]} text={TIMELINESS_LABELS[timeliness]} />
          </Note>
        ) : null}
      </>
    ),
  },
  { key: 'due', header: 'Hẹn trả', cell: (row) => formatDateTime(row.dueAt) },
  {
    key: 'act',
    header: 'Việc cần làm',
    cell: (row) => <Button href={dossierPath(row.number, 'return')}>Trả kết quả</Button>,
  },
];
