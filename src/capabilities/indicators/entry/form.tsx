import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import type { IndicatorKind } from '#foundation/figures/schema.ts';
import { documentPaths } from '#capabilities/documents/schema.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type Indicator, indicatorPaths } from '../schema.ts';
import { CERTAINTY_LABELS } from '../words.ts';

export type EntryView = {
  readonly indicator: Indicator;
  readonly units: readonly Option[];
  readonly parts: readonly Option[];
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
  /** The figure is there already; the form corrects it. */
  readonly isCorrection: boolean;
};

/** One figure with where it comes from. */
export function EntryContent({ view }: { readonly view: EntryView }) {
  const { indicator, units, parts, field, problem, formId, isCorrection } = view;
  const hidden = [{ name: 'sequence', value: field('sequence').value }];
  return (
    <>
      <ProblemSummary problem={problem} />
      {isCorrection ? (
        <Inset>Đã có số liệu của kỳ này; lưu là sửa số đó. Số cũ vẫn còn trong lịch sử.</Inset>
      ) : null}
      <Form action={indicatorPaths.enter(indicator.code)} formId={formId} hidden={hidden} guard>
        <FieldGrid>
          <Combobox {...field('unit')} label="Đơn vị" options={units} width="full" />
          <TextField
            {...field('period')}
            label="Kỳ"
            hint="2020, quý I/2020, 31/3/2020, 1/1/2011 - 31/3/2020"
          />
          {parts.length > 0 ? (
            <SelectField
              {...field('part')}
              label="Phần"
              options={parts}
              placeholder="Cả chỉ tiêu"
              required={false}
            />
          ) : null}
        </FieldGrid>
        <AmountFields indicator={indicator} field={field} />
        <FieldSet legend="Nguồn của số liệu">
          <Combobox
            {...field('sourceTitle')}
            label="Văn bản, báo cáo"
            hint="Gõ số hoặc tên để tìm trong sổ văn bản; không có thì ghi tên nguồn."
            source={`${documentPaths.choices}?q=`}
            text={field('sourceTitle').value}
            value={field('sourceTitleValue').value}
            width="full"
          />
          <TextField
            {...field('place')}
            label="Vị trí trong nguồn"
            hint="Trang, mục hoặc dòng, ví dụ: mục II.3 hoặc dòng 840"
            required={false}
          />
          <RadioGroup {...field('certainty')} label="Độ tin cậy" options={optionsOf(CERTAINTY_LABELS)} />
          <TextArea
            {...field('note')}
            label="Ghi chú"
            hint="Nguồn ghi “hơn”, “khoảng”, hoặc mâu thuẫn ở đâu"
            rows={2}
            required={false}
          />
        </FieldSet>
        <ButtonGroup>
          <Button>{isCorrection ? 'Lưu số đã sửa' : 'Lưu số liệu'}</Button>
          <Button variant="link" href={indicatorPaths.one(indicator.code)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function AmountFields({ indicator, field }: { readonly indicator: Indicator; readonly field: FieldOf }) {
  const { kind, unitOfMeasure } = indicator;
  if (kind === 'yes-no') {
    const options = [
      { value: 'yes', text: 'Có' },
      { value: 'no', text: 'Không' },
    ];
    return <RadioGroup {...field('value')} label="Trả lời" options={options} />;
  }
  if (kind === 'list') {
    return (
      <>
        <TextArea
          {...field('content')}
          label="Danh sách"
          hint="Mỗi dòng một mục."
          rows={6}
          required={false}
        />
        <TextField
          {...field('value')}
          label="Số lượng"
          hint="Bỏ trống thì đếm số dòng."
          width="short"
          inputmode="decimal"
          required={false}
        />
      </>
    );
  }
  const suffix = kind === 'ratio' ? '%' : unitOfMeasure;
  const hasEnds = kind === 'ratio' || kind === 'average';
  return (
    <FieldGrid>
      <TextField
        {...field('value')}
        label={AMOUNT_LABELS[kind]}
        {...(suffix === '' ? {} : { suffix })}
        {...(hasEnds ? { hint: 'Bỏ trống khi ghi tử số và mẫu số.' } : {})}
        width="short"
        inputmode="decimal"
        required={!hasEnds}
      />
      {hasEnds ? (
        <>
          <TextField
            {...field('numerator')}
            label="Tử số"
            width="short"
            inputmode="decimal"
            required={false}
          />
          <TextField
            {...field('denominator')}
            label="Mẫu số"
            width="short"
            inputmode="decimal"
            required={false}
          />
        </>
      ) : null}
    </FieldGrid>
  );
}

const AMOUNT_LABELS = {
  count: 'Số lượng',
  sum: 'Tổng số',
  ratio: 'Tỷ lệ',
  average: 'Bình quân',
} as const satisfies Partial<Record<IndicatorKind, string>>;
