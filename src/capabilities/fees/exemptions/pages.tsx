import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { Actor } from '#foundation/context.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { feePaths } from '../schema.ts';
import { FeeTabs } from '../tabs.tsx';
import { isInForce } from './rules.ts';
import { CERTAINTY_LABELS, type FeeExemption } from './schema.ts';

type ListView = {
  readonly exemptions: readonly FeeExemption[];
  readonly today: LocalDate;
  readonly actor: Actor | null;
  readonly mayChange: boolean;
};

/** Every reason, also those of other times. */
export function ExemptionListContent({
  view: { exemptions, today, actor, mayChange },
}: {
  readonly view: ListView;
}) {
  return (
    <>
      <FeeTabs current="exemptions" actor={actor} />
      {mayChange ? (
        <Button href={feePaths.newExemption} variant="secondary">
          Thêm lý do miễn, giảm
        </Button>
      ) : null}
      <DataTable
        caption="Lý do miễn, giảm"
        rows={exemptions}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            key: 'name',
            header: 'Ai được miễn, giảm',
            cell: ({ name, note }) => (
              <>
                {name}
                {note === '' ? null : <Note>{note}</Note>}
              </>
            ),
          },
          {
            key: 'percent',
            header: 'Mức',
            nowrap: true,
            cell: ({ percent }) => (percent === 100 ? 'Miễn' : `Giảm ${formatNumber(percent)}%`),
          },
          { key: 'basis', header: 'Căn cứ', cell: ({ legalBasis }) => legalBasis },
          { key: 'period', header: 'Hiệu lực', nowrap: true, cell: periodWords },
          { key: 'state', header: 'Tình trạng', cell: (row) => <State exemption={row} today={today} /> },
          ...(mayChange
            ? [
                {
                  key: 'edit',
                  header: 'Sửa',
                  cell: ({ id }: FeeExemption) => <Link href={feePaths.editExemption(id)}>Sửa</Link>,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function periodWords({ validFrom, validTo }: FeeExemption): string {
  return validTo === null
    ? `từ ${formatDate(validFrom)}`
    : `${formatDate(validFrom)} – trước ${formatDate(validTo)}`;
}

function State({ exemption, today }: { readonly exemption: FeeExemption; readonly today: LocalDate }) {
  if (!isInForce(exemption, today)) return <StateTag text="Không còn hoặc chưa hiệu lực" />;
  const { certainty } = exemption;
  return <StateTag tone={certainty === 'sure' ? 'fine' : 'soon'} text={CERTAINTY_LABELS[certainty]} />;
}

type FormView = {
  readonly action: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** One reason: who, how much, by what law, when it holds. */
export function ExemptionContent({ view: { action, field, problem, formId } }: { readonly view: FormView }) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={action}
        formId={formId}
        hidden={[{ name: 'sequence', value: field('sequence').value }]}
        guard
      >
        <TextField
          {...field('name')}
          label="Ai được miễn, giảm"
          hint="Ví dụ: Người thuộc hộ nghèo"
          width="full"
          required
        />
        <TextField
          {...field('percent')}
          label="Mức miễn, giảm"
          hint="100 là miễn toàn bộ."
          suffix="%"
          width="short"
          inputmode="numeric"
        />
        <TextField
          {...field('legalBasis')}
          label="Căn cứ pháp lý"
          hint="Ví dụ: Điều 11 Luật Hộ tịch số 60/2014/QH13"
          width="full"
          required
        />
        <RadioGroup
          {...field('certainty')}
          label="Đã đối chiếu với văn bản chưa"
          options={optionsOf(CERTAINTY_LABELS)}
        />
        <TextField {...field('note')} label="Ghi chú" width="full" required={false} />
        <DateField {...field('validFrom')} label="Có hiệu lực từ" />
        <DateField {...field('validTo')} label="Hết hiệu lực từ (bỏ trống khi còn hiệu lực)" />
        <Button>Lưu lý do</Button>
      </Form>
    </>
  );
}
