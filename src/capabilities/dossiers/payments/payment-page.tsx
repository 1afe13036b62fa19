import { formatMoney } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { QrPicture } from '#web/ui/qr-picture.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import type { TransferInstruction } from '#capabilities/fees/accounts/service.ts';
import { feePaths, METHOD_LABELS, ORIGIN_LABELS, PAYMENT_STATE_LABELS } from '#capabilities/fees/schema.ts';
import { dossierPath } from '../schema.ts';
import { CollectionsTable, historyOfPayment, LinesTable, RefundsTable, STATE_TONES } from './parts.tsx';
import type { PaymentView } from './service.ts';

export type PaymentPage = {
  readonly view: PaymentView;
  readonly unitName: (unitId: number) => string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formIds: Readonly<Record<'collect' | 'cancel', string>>;
};

/** One payment: what is owed, how it is paid, what was done about it. */
export function PaymentContent({ page }: { readonly page: PaymentPage }) {
  const { view, problem } = page;
  const { payment, lines, collections, refunds, acts, transfer, events } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      {view.twice.map(({ id, amount, reference }) => (
        <Banner key={id} kind="warning" title="Đã nộp hai lần">
          <p>
            Cổng thanh toán báo thêm {formatMoney(amount)}, số giao dịch {reference}, sau khi khoản này đã
            nộp. Hãy trả lại số tiền này cho người nộp.
          </p>
        </Banner>
      ))}
      <Columns side={<PaymentSide page={page} />}>
        <Panel
          title="Khoản phải nộp"
          aside={<StateTag tone={STATE_TONES[payment.state]} text={PAYMENT_STATE_LABELS[payment.state]} />}
        >
          <LinesTable lines={lines} total={payment.total} />
          {payment.note === '' ? null : <p class="govuk-body">{payment.note}</p>}
        </Panel>
        {acts.collect ? <CollectForm page={page} /> : null}
        {collections.length > 0 ? <ReceiptsPanel view={view} /> : null}
        {refunds.length > 0 ? (
          <Panel title="Hoàn trả">
            <RefundsTable refunds={refunds} />
          </Panel>
        ) : null}
        {transfer && !acts.collect ? <TransferPanel transfer={transfer} total={payment.total} /> : null}
        <Details summary={`Diễn biến (${events.length})`}>
          <Timeline entries={historyOfPayment(events)} label="Diễn biến của khoản thu" />
        </Details>
      </Columns>
    </>
  );
}

function PaymentSide({ page: { view, unitName, formIds } }: { readonly page: PaymentPage }) {
  const { payment, dossier, acts, transfer } = view;
  return (
    <>
      <Panel title="Hồ sơ">
        <p class="govuk-body">
          <Link href={dossierPath(dossier.number)}>{dossier.number}</Link>
        </p>
        <SummaryList
          rows={[
            { key: 'Đơn vị thu', value: unitName(payment.unitId) },
            { key: 'Lập', value: ORIGIN_LABELS[payment.origin] },
          ]}
        />
      </Panel>
      {transfer && acts.collect ? <TransferPanel transfer={transfer} total={payment.total} /> : null}
      {acts.change ? (
        <Panel title="Ghi sai?">
          <ButtonGroup>
            <Button href={feePaths.correct(payment.id)} variant="secondary">
              Sửa khoản phải nộp
            </Button>
          </ButtonGroup>
          <Details summary="Hủy khoản phải nộp">
            <Form
              action={feePaths.cancel(payment.id)}
              formId={formIds.cancel}
              label="Hủy khoản phải nộp"
              hidden={[{ name: 'sequence', value: String(payment.sequence) }]}
            >
              <p class="govuk-body">Khoản này sẽ không thu nữa. Việc hủy được ghi lại.</p>
              <Button variant="warning">Hủy khoản này</Button>
            </Form>
          </Details>
        </Panel>
      ) : null}
    </>
  );
}

/** Where to transfer, for the applicant's own telephone. */
export function TransferPanel({
  transfer: { account, code, svg },
  total,
}: {
  readonly transfer: TransferInstruction;
  readonly total: number;
}) {
  return (
    <Panel title="Chuyển khoản">
      <QrPicture svg={svg} />
      <SummaryList
        rows={[
          { key: 'Ngân hàng', value: account.bankName },
          { key: 'Số tài khoản', value: account.accountNumber },
          { key: 'Chủ tài khoản', value: account.accountName },
          { key: 'Số tiền', value: formatMoney(total) },
          { key: 'Nội dung', value: <strong>{code}</strong> },
        ]}
      />
    </Panel>
  );
}

/** Taking the money: in cash with one key, or by the paper of a bank. */
function CollectForm({ page: { view, field, formIds } }: { readonly page: PaymentPage }) {
  const { payment, methods } = view;
  const [first] = methods;
  const isTreasury = first === 'treasury';
  const { value: method, ...methodField } = field('method');
  return (
    <Panel title={isTreasury ? 'Ghi nhận giấy nộp tiền' : 'Thu tiền'} accent="jade">
      <Form
        action={feePaths.collect(payment.id)}
        formId={formIds.collect}
        label="Thu tiền"
        hidden={[{ name: 'sequence', value: String(payment.sequence) }]}
        guard
      >
        <RadioGroup
          {...methodField}
          label="Cách nộp"
          options={methods.map((value, index) => ({
            value,
            text: METHOD_LABELS[value],
            hotkey: String(index + 1),
          }))}
          value={method || first || ''}
          inline
          small
        />
        <TextField {...field('payer')} label="Người nộp tiền" autocomplete="off" width="full" />
        <TextField
          {...field('reference')}
          label={isTreasury ? 'Số giấy nộp tiền' : 'Số giao dịch (khi chuyển khoản)'}
          autocomplete="off"
        />
        <DateField {...field('paidOn')} label={isTreasury ? 'Ngày nộp' : 'Ngày chuyển khoản'} />
        <Button hotkey="Ctrl Enter" hotkeyLabel="Thu tiền">
          {isTreasury ? 'Ghi nhận' : `Thu ${formatMoney(payment.total)}, cấp biên lai`}
        </Button>
      </Form>
    </Panel>
  );
}

function ReceiptsPanel({ view }: { readonly view: PaymentView }) {
  const { collections, acts, payment } = view;
  const [live] = collections;
  const isReceipted = live?.bookId !== null && live?.voidedAt === null;
  return (
    <Panel title="Biên lai, chứng từ" accent={isReceipted ? 'jade' : undefined}>
      <CollectionsTable collections={collections} printable />
      {live && isReceipted ? (
        <ButtonGroup>
          <Button href={feePaths.receiptPdf(live.id)} icon="print" hotkey="p">
            In biên lai
          </Button>
          <Button href={`${feePaths.receiptPdf(live.id)}?copies=2`} variant="secondary" hotkey="2">
            In hai liên
          </Button>
          {acts.voidReceipt ? (
            <Button href={feePaths.voidReceipt(live.id)} variant="link">
              Hủy biên lai
            </Button>
          ) : null}
          {acts.refund ? (
            <Button href={feePaths.newRefund(live.id)} variant="link">
              Đề nghị hoàn trả
            </Button>
          ) : null}
        </ButtonGroup>
      ) : null}
      {payment.state === 'open' && collections.length > 0 ? (
        <Banner kind="warning">
          <p>Biên lai đã hủy; khoản này lại chờ thu.</p>
        </Banner>
      ) : null}
    </Panel>
  );
}
