import type { FormProblem } from '#foundation/submit.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import type { Option } from '#web/ui/option.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { type FieldOf, fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { DocumentFields } from '../document-fields.tsx';
import { calendarPaths } from '../schema.ts';
import { PROMISES_KEPT } from '../words.ts';
import { READING_ORDER, WEEKDAYS } from './schema.ts';

export type WeekFormView = {
  readonly formId: string;
  readonly units: readonly Option[];
  readonly values: FormValues;
  readonly problem: FormProblem;
};

/** The form that sets the working hours of a unit or of everybody. */
export function WeekForm({ view }: { view: WeekFormView }) {
  const { problem, values, formId, units } = view;
  const field = fieldsOf(values, problem);
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={calendarPaths.weeks} formId={formId} guard>
        <Combobox
          {...field('unitCode')}
          label="Áp dụng cho"
          placeholder="Mọi đơn vị"
          options={units}
          hint="Chọn một đơn vị thì áp dụng cho cả các đơn vị trực thuộc chưa có giờ riêng"
        />
        <FieldGrid>
          <DateField {...field('from')} label="Áp dụng từ ngày" />
          <DateField
            {...field('until')}
            label="Đến hết ngày"
            required={false}
            hint="Chỉ cho giờ theo mùa của một đơn vị; sau đó theo giờ chung"
          />
        </FieldGrid>
        <WeekdayFields field={field} />
        <TextField
          {...field('hoursPerDay')}
          label="Một ngày làm việc tính"
          suffix="giờ"
          width="short"
          inputmode="decimal"
          hint="Dùng khi thời hạn tính theo ngày làm việc; theo luật là 8 giờ"
        />
        <DocumentFields field={field} />
        <Inset>{PROMISES_KEPT} Giờ mới được tính cho các hồ sơ tiếp nhận từ bây giờ.</Inset>
        <ButtonGroup>
          <Button>Lưu giờ làm việc</Button>
          <Link href={calendarPaths.weeks}>Không đổi</Link>
        </ButtonGroup>
      </Form>
    </>
  );
}

function WeekdayFields({ field }: { field: FieldOf }) {
  return (
    <FieldSet legend="Giờ làm việc" hint="Viết 07:00-11:30, 13:30-17:00; để trống là nghỉ">
      <FieldGrid>
        {READING_ORDER.map((weekday) => (
          <TextField key={weekday} {...field(`shifts.${weekday}`)} label={WEEKDAYS[weekday]} />
        ))}
      </FieldGrid>
    </FieldSet>
  );
}
