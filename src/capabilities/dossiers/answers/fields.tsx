import { DateField } from '#web/ui/date-field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FormField } from '#capabilities/procedures/schema.ts';
import { answerField } from './schema.ts';

type FieldsProps = {
  readonly fields: readonly FormField[];
  readonly typed: (name: string) => string;
  readonly errors: Readonly<Record<string, string>>;
};

/** What the process needs to know from the applicant's form; nothing where it asks nothing. */
export function AnswerFields({ fields, typed, errors }: FieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <AnswerField
          key={field.name}
          field={field}
          value={typed(field.name)}
          error={errors[answerField(field.name)]}
        />
      ))}
    </>
  );
}

type FieldProps = { readonly field: FormField; readonly value: string; readonly error: string | undefined };

function AnswerField({ field, value, error }: FieldProps) {
  const name = answerField(field.name);
  const shared = { id: name, name, label: field.label, value, error, required: field.required };
  switch (field.type) {
    case 'date':
      return <DateField {...shared} hint={field.hint} />;
    case 'yes-no':
      return <RadioGroup {...shared} options={YES_NO} inline small />;
    case 'select':
      return (
        <SelectField
          {...shared}
          placeholder="Chọn"
          options={field.options.map((option) => ({ value: option, text: option }))}
        />
      );
    case 'number':
      return <TextField {...shared} hint={field.hint} inputmode="numeric" width="short" />;
    case 'text':
    case 'textarea':
    case 'address':
    case 'id-number':
    case 'phone':
    case 'email':
      return <TextField {...shared} hint={field.hint} width="full" />;
  }
}

const YES_NO = [
  { value: 'yes', text: 'Có' },
  { value: 'no', text: 'Không' },
] as const;
