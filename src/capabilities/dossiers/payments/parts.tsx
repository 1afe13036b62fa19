/** What the pages of payments have in common: lines, receipts, refunds, history. */
import { formatDate, formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import type { TimelineEntry } from '#web/ui/timeline.tsx';
import type { Tone } from '#web/ui/tone.ts';
import {
  type ChargeLine,
  type Collection,
  feePaths,
  METHOD_LABELS,
  type PaymentStateCode,
  type Refund,
  REFUND_REASON_LABELS,
  REFUND_STATE_LABELS,
  type RefundState,
  VOID_REASON_LABELS,
} from '#capabilities/fees/schema.ts';
import { lineWords, PAYMENT_DEED_LABELS, receiptWords } from '#capabilities/fees/words.ts';

export const STATE_TONES = {
  open: 'soon',
  paid: 'fine',
  nothing: 'neutral',
  cancelled: 'neutral',
} as const satisfies Record<PaymentStateCode, Tone>;

const REFUND_TONES = {
  proposed: 'soon',
  approved: 'wait',
  declined: 'neutral',
  paid: 'fine',
} as const satisfies Record<RefundState, Tone>;

/** What for and how much, with how it was reckoned and why it is less. */
export function LinesTable({
  lines,
  total,
}: {
  readonly lines: readonly ChargeLine[];
  readonly total: number;
}) {
  return (
    <DefinitionTable
      caption="Các khoản phải nộp"
      head={['Khoản thu', 'Số tiền']}
      numeric={[1]}
      rows={[
        ...lines.map((line) => [
          <>
            {line.name}
            {lineWords(line) === '' ? null : <Note>{lineWords(line)}</Note>}
          </>,
          formatMoney(line.amount),
        ]),
        ...(lines.length > 1 ? [['Cộng', <strong key="total">{formatMoney(total)}</strong>]] : []),
      ]}
    />
  );
}

type CollectionsProps = {
  readonly collections: readonly Collection[];
  /** Links to print; the public has none. */
  readonly printable: boolean;
};

/** Receipts of a payment, the one that holds first. */
export function CollectionsTable({ collections, printable }: CollectionsProps) {
  return (
    <DefinitionTable
      caption="Biên lai, chứng từ"
      head={['Biên lai', 'Nộp', 'Số tiền']}
      numeric={[2]}
      rows={collections.map((collection) => [
        <ReceiptCell key="receipt" collection={collection} printable={printable} />,
        <>
          {METHOD_LABELS[collection.method]}, {formatDate(collection.paidOn)}
          {collection.reference === '' ? null : <Note>Số {collection.reference}</Note>}
        </>,
        formatMoney(collection.amount),
      ])}
    />
  );
}

function ReceiptCell({
  collection,
  printable,
}: {
  readonly collection: Collection;
  readonly printable: boolean;
}) {
  const words = receiptWords(collection);
  const { id, voidReason, voidNote, voidedByName, voidedAt } = collection;
  return (
    <>
      {words === null ? 'Giấy nộp tiền vào Kho bạc' : null}
      {words !== null && printable ? (
        <Link href={feePaths.receiptPdf(id)} newTab>
          {words}
        </Link>
      ) : (
        words
      )}
      {voidReason === null || voidedAt === null ? null : (
        <>
          {' '}
          <StateTag tone="late" text="Đã hủy" />
          {printable ? (
            <Note>
              {[VOID_REASON_LABELS[voidReason], voidNote].filter(Boolean).join(': ')} · {voidedByName},{' '}
              {formatDateTime(voidedAt)}
            </Note>
          ) : null}
        </>
      )}
    </>
  );
}

/** Refunds of a payment, each leading to its page. */
export function RefundsTable({ refunds }: { readonly refunds: readonly Refund[] }) {
  return (
    <DefinitionTable
      caption="Hoàn trả"
      head={['Đề nghị', 'Tình trạng', 'Số tiền']}
      numeric={[2]}
      rows={refunds.map((refund) => [
        <>
          <Link href={feePaths.refund(refund.id)}>{REFUND_REASON_LABELS[refund.reason]}</Link>
          <Note>
            {refund.proposerName}, {formatDateTime(refund.proposedAt)}
          </Note>
        </>,
        <StateTag key="state" tone={REFUND_TONES[refund.state]} text={REFUND_STATE_LABELS[refund.state]} />,
        formatMoney(refund.amount),
      ])}
    />
  );
}

/** What was done about a payment, the last first. */
export function historyOfPayment(events: readonly NamedEvent[]): readonly TimelineEntry[] {
  return events.toReversed().map(({ kind, at, officerName, postTitle }) => ({
    state: kind === 'voided' || kind === 'cancelled' ? 'warn' : 'done',
    title: PAYMENT_DEED_LABELS[kind] ?? kind,
    note: [formatDateTime(at), officerName ?? 'Hệ thống', postTitle].filter(Boolean).join(' · '),
  }));
}
