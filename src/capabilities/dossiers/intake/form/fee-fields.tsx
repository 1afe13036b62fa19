import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { FeeExemption } from '#capabilities/fees/exemptions/schema.ts';
import { priceOf } from '#capabilities/fees/service.ts';
import type { Fee, ProcedureContent } from '#capabilities/procedures/schema.ts';
import { feeWords } from '#capabilities/procedures/words.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { Note } from '#web/ui/note.tsx';
import { Reckoning, ReckoningSum } from '#web/ui/reckoning.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { isTicked } from './read.ts';

type FeeFieldsProps = {
  readonly content: ProcedureContent;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly exemptions: readonly FeeExemption[];
};

/** Fees with the price of the catalogue: a quantity is enough, an amount where there is no price. */
export function FeeFields({ content, values, errors, exemptions }: FeeFieldsProps) {
  const charged = content.fees
    .map((fee, position) => ({ fee, position }))
    .filter(({ fee }) => fee.amountVnd !== 0);
  const free = content.fees.filter((fee) => fee.amountVnd === 0);
  const shown = { values, errors, exemptions };
  return (
    <FieldSet legend="Phí, lệ phí">
      {free.map((fee) => (
        <p key={fee.name} class="govuk-body">
          {fee.name}: không thu.
        </p>
      ))}
      {content.fees.length === 0 ? <p class="govuk-body">Không thu.</p> : null}
      {charged.length > 0 ? (
        <>
          <DefinitionTable
            caption="Các khoản thu"
            head={['Khoản thu', 'Số lượng', 'Số tiền', 'Miễn, giảm; cách tính']}
            rows={charged.map(({ fee, position }) => feeCells(fee, `fees.${position}`, shown))}
          />
          <ReckoningSum />
          <Checkbox
            id="feesCollected"
            name="feesCollected"
            label="Đã thu đủ tiền mặt, cấp biên lai ngay (không đánh dấu: thu sau hoặc chuyển khoản)"
            checked={isTicked(values, 'feesCollected')}
            small
          />
        </>
      ) : null}
    </FieldSet>
  );
}

function feeCells(fee: Fee, prefix: string, { values, errors, exemptions }: Omit<FeeFieldsProps, 'content'>) {
  const at = (field: string, label: string) => ({
    id: `${prefix}.${field}`,
    name: `${prefix}.${field}`,
    label: `${label}: ${fee.name}`,
    labelHidden: true,
    value: valueOf(values, `${prefix}.${field}`),
    error: errors[`${prefix}.${field}`],
  });
  return [
    <FeeName key="name" fee={fee} prefix={prefix} exemptions={exemptions} />,
    <TextField key="quantity" {...at('quantity', 'Số lượng')} autocomplete="off" width="short" />,
    <MoneyField key="amount" {...at('amount', 'Số tiền')} />,
    <>
      <SelectField
        {...at('exemptionId', 'Diện miễn, giảm')}
        placeholder="Thu đủ"
        options={exemptions.map(({ id, name, percent }) => ({
          value: String(id),
          text: percent === 100 ? `Miễn: ${name}` : `Giảm ${formatNumber(percent)}%: ${name}`,
        }))}
        width="full"
      />
      <TextField
        {...at('exemption', 'Lý do khác; cách tính')}
        placeholder="Lý do khác, cách tính"
        autocomplete="off"
        width="full"
      />
    </>,
  ];
}

type FeeNameProps = {
  readonly fee: Fee;
  readonly prefix: string;
  readonly exemptions: readonly FeeExemption[];
};

/** The price, how to type several copies where pages are counted, and what the line comes to. */
function FeeName({ fee, prefix, exemptions }: FeeNameProps) {
  const price = priceOf(fee);
  return (
    <>
      {fee.name}
      <Note>
        {feeWords(fee)}
        {fee.note === '' ? '' : `. ${fee.note}`}
        {fee.laterVnd === undefined
          ? ''
          : ` Ghi 5x3 cho 3 bản, mỗi bản 5 ${fee.per}; 5x3+2 khi thêm một bản 2 ${fee.per}.`}
      </Note>
      {price === null ? null : (
        <Reckoning
          quantity={`${prefix}.quantity`}
          exemption={`${prefix}.exemptionId`}
          amount={`${prefix}.amount`}
          price={price}
          per={fee.per}
          less={Object.fromEntries(exemptions.map(({ id, percent }) => [String(id), percent]))}
        />
      )}
    </>
  );
}
