import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { Details } from '#web/ui/details.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { LINE_KIND_LABELS } from '#capabilities/fees/schema.ts';

export type LinesPage = {
  readonly action: string;
  /** Rows that the form has. */
  readonly rows: number;
  readonly exemptions: readonly Option[];
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
  /** Null for something that is new. */
  readonly sequence: string | null;
};

/** Lines of a payment, written by hand: of a new one, or in place of wrong ones. */
export function LinesContent({ page }: { readonly page: LinesPage }) {
  const { action, rows, problem, formId, sequence, field } = page;
  const isFilled = (row: number): boolean => field(`lines.${row}.name`).value !== '';
  const shown = Math.max(1, Array.from({ length: rows }, (_, row) => row).filter(isFilled).length);
  const isOpen = Object.keys(problem.fields).some((name) => name.startsWith(`lines.${shown}.`));
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={action}
        formId={formId}
        label="Khoản phải nộp"
        hidden={sequence === null ? [] : [{ name: 'sequence', value: sequence }]}
        guard
      >
        {Array.from({ length: shown }, (_, row) => (
          <LineFields key={row} row={row} page={page} />
        ))}
        <Details summary="Thêm khoản khác" open={isOpen}>
          {Array.from({ length: rows - shown }, (_, row) => (
            <LineFields key={row} row={shown + row} page={page} />
          ))}
        </Details>
        <TextField {...field('note')} label="Ghi chú" width="full" required={false} />
        <Button>{sequence === null ? 'Lập khoản phải nộp' : 'Lưu khoản phải nộp'}</Button>
      </Form>
    </>
  );
}

function LineFields({
  row,
  page: { field, exemptions },
}: {
  readonly row: number;
  readonly page: LinesPage;
}) {
  const at = (name: string) => field(`lines.${row}.${name}`);
  return (
    <FieldSet legend={row === 0 ? 'Khoản thứ nhất' : `Khoản thứ ${row + 1}`}>
      <TextField {...at('name')} label="Tên khoản thu" width="full" />
      <FieldGrid>
        <SelectField {...at('kind')} label="Loại" options={optionsOf(LINE_KIND_LABELS)} />
        <MoneyField {...at('fullAmount')} label="Mức thu đủ" />
      </FieldGrid>
      <FieldGrid>
        <SelectField
          {...at('exemptionId')}
          label="Diện miễn, giảm"
          options={exemptions}
          placeholder="Thu đủ"
        />
        <TextField {...at('explanation')} label="Cách tính" required={false} />
      </FieldGrid>
    </FieldSet>
  );
}
