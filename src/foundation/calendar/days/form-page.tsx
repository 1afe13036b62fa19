import type { FormProblem } from '#foundation/submit.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import type { Option } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { DocumentFields } from '../document-fields.tsx';
import { calendarPaths, KIND_LABELS } from '../schema.ts';
import { TWO_PEOPLE } from '../words.ts';

export type DayFormView = {
  readonly formId: string;
  readonly units: readonly Option[];
  readonly values: FormValues;
  readonly problem: FormProblem;
};

const KINDS: readonly Option[] = [
  { value: 'holiday', text: KIND_LABELS.holiday, hint: 'Ngày lễ, tết theo luật hoặc theo thông báo.' },
  {
    value: 'compensatory-off',
    text: KIND_LABELS['compensatory-off'],
    hint: 'Nghỉ thay cho ngày lễ trùng ngày nghỉ hằng tuần.',
  },
  {
    value: 'swap-off',
    text: KIND_LABELS['swap-off'],
    hint: 'Nghỉ một ngày làm việc, làm bù vào một ngày nghỉ; nhập cả ngày làm bù.',
  },
  { value: 'swap-work', text: KIND_LABELS['swap-work'], hint: 'Chỉ làm thêm vào một ngày nghỉ.' },
  {
    value: 'closure',
    text: KIND_LABELS.closure,
    hint: 'Đơn vị không làm việc cả ngày hoặc một phần ngày, ví dụ do bão lũ, mất điện.',
  },
];

/** The form that declares a special day. */
export function DayForm({ view }: { view: DayFormView }) {
  const { problem, values, formId, units } = view;
  const field = fieldsOf(values, problem);
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={calendarPaths.days} formId={formId} guard>
        <RadioGroup {...field('kind')} label="Loại ngày" options={KINDS} small />
        <FieldGrid>
          <DateField {...field('date')} label="Ngày" />
          <DateField
            {...field('workedOn')}
            label="Ngày làm bù"
            required={false}
            hint="Chỉ nhập khi nghỉ hoán đổi"
          />
        </FieldGrid>
        <TextField
          {...field('name')}
          label="Tên gọi"
          hint="Hiện trong lời giải thích ngày hẹn, ví dụ Nghỉ bù Quốc khánh"
          width="full"
        />
        <Combobox
          {...field('unitCode')}
          label="Áp dụng cho"
          placeholder="Mọi đơn vị"
          options={units}
          hint="Chọn một đơn vị thì áp dụng cho cả các đơn vị trực thuộc; để trống là mọi đơn vị"
        />
        <TextField
          {...field('shifts')}
          label="Giờ làm việc trong ngày"
          required={false}
          hint="Chỉ dùng cho ngày làm bù (trống: như thứ Hai) và đóng cửa một phần (giờ còn làm việc). Ví dụ 07:00-11:30, 13:30-17:00"
        />
        <DocumentFields field={field} />
        <Inset>{TWO_PEOPLE}</Inset>
        <ButtonGroup>
          <Button>Đề nghị khai báo</Button>
          <Link href={calendarPaths.year}>Không khai báo nữa</Link>
        </ButtonGroup>
      </Form>
    </>
  );
}
