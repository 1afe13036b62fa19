import type { FieldMessages } from '#kernel/refusal.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FieldSpec } from './fields.ts';

type SpecFieldProps = {
  readonly field: FieldSpec;
  readonly name: string;
  readonly view: { readonly values: FormValues; readonly fields: FieldMessages };
};

/** The control of a field of the editor, filled in and with its message. */
export function SpecField(props: SpecFieldProps) {
  const { field } = props;
  const value = props.view.values[props.name]?.[0] ?? '';
  const common = commonOf(props);
  switch (field.kind) {
    case 'area':
      return <TextArea {...common} value={value} rows={2} />;
    case 'lines':
      return <TextArea {...common} value={value} rows={Math.max(3, value.split('\n').length + 1)} />;
    case 'date':
      return <DateField {...common} value={value} />;
    case 'money':
      return <MoneyField {...common} value={value} />;
    case 'number':
      return <TextField {...common} {...boxOf(field)} value={value} inputmode="decimal" />;
    case 'text':
      return <TextField {...common} {...boxOf(field)} value={value} />;
    case 'select':
    case 'radio':
    case 'checks':
    case 'check':
      return <ChoiceField {...props} />;
  }
}

function ChoiceField(props: SpecFieldProps) {
  const { kind, options = [] } = props.field;
  const values = props.view.values[props.name] ?? [];
  const [value = ''] = values;
  const common = commonOf(props);
  if (kind === 'select')
    return <SelectField {...common} value={value} options={options} placeholder="Chọn" />;
  if (kind === 'radio') return <RadioGroup {...common} value={value} options={options} small />;
  if (kind === 'checks') return <CheckboxGroup {...common} values={values} options={options} small />;
  return <Checkbox {...common} checked={value !== ''} small />;
}

function commonOf({ field, name, view }: SpecFieldProps) {
  return {
    id: name,
    name,
    label: field.label,
    hint: field.hint,
    error: view.fields[name],
    ...(field.optional ? { required: false } : {}),
  };
}

function boxOf({ width = 'medium', suffix }: FieldSpec) {
  return { width, ...(suffix === undefined ? {} : { suffix }) };
}
