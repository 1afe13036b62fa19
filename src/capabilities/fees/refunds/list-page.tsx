import { formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import type { Actor } from '#foundation/context.ts';
import { fileLinks, withQuery } from '#web/http/list-state.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { feePaths, REFUND_REASON_LABELS, REFUND_STATE_LABELS } from '../schema.ts';
import { FeeTabs } from '../tabs.tsx';
import { REFUND_TONES } from '../tones.ts';
import type { ListedRefund } from './store.ts';

type ListView = { readonly refunds: readonly ListedRefund[]; readonly actor: Actor | null };

/** Refunds, those that wait for somebody first. */
export function RefundListContent({ view: { refunds, actor } }: { readonly view: ListView }) {
  return (
    <>
      <FeeTabs current="refunds" actor={actor} />
      <DataTable
        caption="Hoàn trả phí, lệ phí"
        rows={refunds}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => feePaths.refund(id)}
        exports={fileLinks((format) => withQuery(feePaths.refunds, { format }))}
        empty={
          <EmptyState
            title="Chưa có khoản hoàn trả nào"
            text="Đề nghị hoàn trả lập từ biên lai đã thu, người khác duyệt rồi quầy mới chi."
          />
        }
        columns={[
          {
            key: 'dossier',
            header: 'Hồ sơ',
            cell: (row) => (
              <>
                <Link href={feePaths.refund(row.id)}>{row.dossierNumber}</Link>
                <Note>{row.applicantName}</Note>
              </>
            ),
          },
          { key: 'reason', header: 'Lý do', cell: ({ reason }) => REFUND_REASON_LABELS[reason] },
          {
            key: 'proposed',
            header: 'Đề nghị',
            cell: ({ proposedAt, proposerName }) => (
              <>
                {formatDateTime(proposedAt)}
                <Note>{proposerName}</Note>
              </>
            ),
          },
          {
            key: 'amount',
            header: 'Số tiền',
            numeric: true,
            nowrap: true,
            cell: ({ amount }) => formatMoney(amount),
          },
          {
            key: 'state',
            header: 'Tình trạng',
            cell: ({ state, number }) => (
              <>
                <StateTag tone={REFUND_TONES[state]} text={REFUND_STATE_LABELS[state]} />
                {number === null ? null : <Note>{number}</Note>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
