import { formatMoney } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { feePaths, REFUND_REASON_LABELS, VOID_REASON_LABELS } from '#capabilities/fees/schema.ts';
import { receiptWords } from '#capabilities/fees/words.ts';
import type { ReceiptView } from './service.ts';

type ReceiptPage = ReceiptView & {
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Voiding a receipt: with a reason; it keeps its number, and the payment is open again. */
export function VoidContent({ page }: { readonly page: ReceiptPage }) {
  const { view, collection, field, problem, formId } = page;
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body">
        Biên lai {receiptWords(collection) ?? 'của Kho bạc'}, {formatMoney(collection.amount)}, người nộp{' '}
        {collection.payer}. Hủy rồi thì số biên lai vẫn nằm trong sổ với dấu “đã hủy”, và khoản này lại chờ
        thu.
      </p>
      <Form
        action={feePaths.voidReceipt(collection.id)}
        formId={formId}
        label="Hủy biên lai"
        hidden={[{ name: 'sequence', value: String(view.payment.sequence) }]}
      >
        <RadioGroup {...field('reason')} label="Lý do hủy" options={optionsOf(VOID_REASON_LABELS)} small />
        <TextField {...field('note')} label="Ghi rõ" width="full" required={false} />
        <Button variant="warning">Hủy biên lai</Button>
      </Form>
    </>
  );
}

/** Proposing to give money back: somebody else decides. */
export function ProposeRefundContent({ page }: { readonly page: ReceiptPage & { readonly most: number } }) {
  const { view, collection, field, problem, formId, most } = page;
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body">
        Theo biên lai {receiptWords(collection) ?? ''}, đã thu {formatMoney(collection.amount)}; còn hoàn trả
        được <strong>{formatMoney(most)}</strong>.
      </p>
      <Form
        action={feePaths.newRefund(collection.id)}
        formId={formId}
        label="Đề nghị hoàn trả"
        hidden={[{ name: 'sequence', value: String(view.payment.sequence) }]}
        guard
      >
        <MoneyField {...field('amount')} label="Số tiền hoàn trả" />
        <RadioGroup {...field('reason')} label="Lý do" options={optionsOf(REFUND_REASON_LABELS)} small />
        <TextField {...field('note')} label="Ghi rõ" width="full" required={false} />
        <Button>Gửi đề nghị</Button>
      </Form>
    </>
  );
}
