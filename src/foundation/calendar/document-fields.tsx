import type { FormProblem } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { TextField } from '#web/ui/text-field.tsx';

/** What a field of a form needs, by its name: what was typed and what is wrong with it. */
export type FieldOf = (name: string) => {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
};

/** The fields of a form as it was sent; ids equal names, so that the error summary finds them. */
export function fieldsOf(values: FormValues, problem: FormProblem): FieldOf {
  return (name) => ({ id: name, name, value: valueOf(values, name), error: problem.fields[name] });
}

/** The documents behind a change of the calendar. */
export function DocumentFields({ field }: { field: FieldOf }) {
  return (
    <>
      <TextField
        {...field('legalNotice')}
        label="Căn cứ"
        hint="Số, ký hiệu, ngày và cơ quan ban hành văn bản"
        width="full"
      />
      <TextField
        {...field('decision')}
        label="Quyết định áp dụng lùi ngày"
        required={false}
        hint="Chỉ nhập khi ngày đã qua"
        width="full"
      />
    </>
  );
}
