import { formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { feePaths, METHOD_LABELS, REFUND_REASON_LABELS } from '#capabilities/fees/schema.ts';
import { receiptWords } from '#capabilities/fees/words.ts';
import { dossierPath } from '../schema.ts';
import type { RefundView } from './service.ts';

type RefundPage = {
  readonly found: RefundView;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** One refund: what is to go back and why; the second person decides, then the counter pays. */
export function RefundContent({ page }: { readonly page: RefundPage }) {
  const { found, problem } = page;
  const { refund, mayDecide, mayPay } = found;
  const act = mayDecide ? <DecisionForm page={page} /> : mayPay ? <PayoutForm page={page} /> : null;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Columns side={act}>
        <Panel title="Đề nghị hoàn trả">
          <SummaryList rows={proposalRows(found)} />
        </Panel>
        {refund.decidedAt === null ? null : (
          <Panel title="Quyết định">
            <SummaryList rows={decisionRows(found)} />
            {refund.number === null ? null : (
              <Button href={feePaths.refundPdf(refund.id)} variant="secondary" icon="print" hotkey="p">
                In phiếu chi
              </Button>
            )}
          </Panel>
        )}
      </Columns>
    </>
  );
}

function proposalRows({ refund, view, collection }: RefundView): readonly SummaryRow[] {
  const { dossier, payment } = view;
  return [
    { key: 'Hồ sơ', value: <Link href={dossierPath(dossier.number)}>{dossier.number}</Link> },
    { key: 'Người nộp', value: collection.payer },
    {
      key: 'Biên lai',
      value: <Link href={feePaths.payment(payment.id)}>{receiptWords(collection) ?? ''}</Link>,
    },
    { key: 'Đã thu', value: formatMoney(collection.amount) },
    { key: 'Hoàn trả', value: <strong>{formatMoney(refund.amount)}</strong> },
    { key: 'Lý do', value: REFUND_REASON_LABELS[refund.reason] },
    ...(refund.note === '' ? [] : [{ key: 'Ghi rõ', value: refund.note }]),
    { key: 'Người đề nghị', value: `${refund.proposerName}, ${formatDateTime(refund.proposedAt)}` },
  ];
}

function decisionRows({ refund }: RefundView): readonly SummaryRow[] {
  const { deciderName, decidedAt, decisionNote, number, paidAt, method, payerName, recipient, reference } =
    refund;
  const decided = decidedAt === null ? '' : `${deciderName ?? ''}, ${formatDateTime(decidedAt)}`;
  const paid = paidAt === null ? '' : `${payerName ?? ''}, ${formatDateTime(paidAt)}`;
  const how = method === null ? '' : [METHOD_LABELS[method], reference].filter(Boolean).join(', số ');
  return [
    { key: number === null ? 'Không duyệt' : 'Người duyệt', value: decided },
    ...(decisionNote === '' ? [] : [{ key: 'Ý kiến', value: decisionNote }]),
    ...(number === null ? [] : [{ key: 'Số phiếu chi', value: number }]),
    ...(paidAt === null
      ? []
      : [
          { key: 'Đã chi', value: paid },
          { key: 'Cách chi', value: how },
          { key: 'Người nhận', value: recipient },
        ]),
  ];
}

const OUTCOMES = [
  { value: 'approved', text: 'Duyệt hoàn trả' },
  { value: 'declined', text: 'Không duyệt' },
];

function DecisionForm({ page: { found, field, formId } }: { readonly page: RefundPage }) {
  return (
    <Panel title="Duyệt đề nghị" accent="gold">
      <Form action={feePaths.decideRefund(found.refund.id)} formId={formId} label="Duyệt hoàn trả">
        <RadioGroup {...field('outcome')} label="Quyết định" options={OUTCOMES} small />
        <TextField {...field('note')} label="Ý kiến" width="full" required={false} />
        <Button>Ghi quyết định</Button>
      </Form>
    </Panel>
  );
}

const METHODS = [
  { value: 'cash', text: METHOD_LABELS.cash, hint: 'Tiền ra khỏi két của bạn hôm nay.' },
  { value: 'transfer', text: METHOD_LABELS.transfer },
];

function PayoutForm({ page: { found, field, formId } }: { readonly page: RefundPage }) {
  return (
    <Panel title="Chi hoàn trả" accent="jade">
      <Form action={feePaths.payRefund(found.refund.id)} formId={formId} label="Chi hoàn trả">
        <RadioGroup {...field('method')} label="Cách chi" options={METHODS} small />
        <TextField {...field('recipient')} label="Người nhận tiền" autocomplete="off" width="full" />
        <TextField {...field('reference')} label="Số giao dịch (khi chuyển khoản)" autocomplete="off" />
        <Button>Chi {formatMoney(found.refund.amount)}</Button>
      </Form>
    </Panel>
  );
}
