import type { Fee, ProcedureContent } from '#capabilities/procedures/schema.ts';
import { feeWords } from '#capabilities/procedures/words.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { Note } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { isTicked } from './read.ts';

type FeeFieldsProps = {
  readonly content: ProcedureContent;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

/** Fees with the price of the catalogue: a quantity is enough, an amount where there is no price. */
export function FeeFields({ content, values, errors }: FeeFieldsProps) {
  const charged = content.fees
    .map((fee, position) => ({ fee, position }))
    .filter(({ fee }) => fee.amountVnd !== 0);
  const free = content.fees.filter((fee) => fee.amountVnd === 0);
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
            head={['Khoản thu', 'Số lượng', 'Số tiền', 'Lý do miễn, giảm; cách tính']}
            rows={charged.map(({ fee, position }) => feeCells(fee, `fees.${position}`, { values, errors }))}
          />
          <Checkbox
            id="feesCollected"
            name="feesCollected"
            label="Đã thu tại quầy (không đánh dấu: thu khi trả kết quả)"
            checked={isTicked(values, 'feesCollected')}
            small
          />
        </>
      ) : null}
    </FieldSet>
  );
}

function feeCells(fee: Fee, prefix: string, { values, errors }: Omit<FeeFieldsProps, 'content'>) {
  const at = (field: string, label: string) => ({
    id: `${prefix}.${field}`,
    name: `${prefix}.${field}`,
    label: `${label}: ${fee.name}`,
    labelHidden: true,
    value: valueOf(values, `${prefix}.${field}`),
    error: errors[`${prefix}.${field}`],
  });
  return [
    <>
      {fee.name}
      <Note>
        {feeWords(fee)}
        {fee.note === '' ? '' : `. ${fee.note}`}
      </Note>
    </>,
    <TextField
      key="quantity"
      {...at('quantity', 'Số lượng')}
      inputmode="numeric"
      autocomplete="off"
      width="short"
    />,
    <MoneyField key="amount" {...at('amount', 'Số tiền')} />,
    <TextField
      key="exemption"
      {...at('exemption', 'Lý do miễn, giảm; cách tính')}
      autocomplete="off"
      width="full"
    />,
  ];
}
