import { Checkbox } from '#web/ui/checkbox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';

type DocumentFieldsProps = Readonly<{ values: FormValues; problem: FormProblem }>;

/** The fields of a deciding document. */
export function DocumentFields({ values, problem }: DocumentFieldsProps) {
  const field = fieldsOf(values, problem);
  return (
    <>
      <TextField
        {...field('title')}
        label="Trích yếu"
        hint="Ví dụ: Thành lập Trung tâm Dịch vụ nông nghiệp huyện"
        width="full"
        required
      />
      <TextField {...field('documentNumber')} label="Số, ký hiệu" hint="Ví dụ: 1664/NQ-UBTVQH15" />
      <DateField {...field('documentIssuedOn')} label="Ngày ban hành" required={false} />
      <TextField {...field('documentIssuer')} label="Cơ quan ban hành" width="full" required />
      <DateField {...field('effectiveOn')} label="Ngày có hiệu lực" required />
      <Checkbox
        id="isLikely"
        name="isLikely"
        value="yes"
        label="Chưa có số hoặc cần đối chiếu văn bản gốc"
        checked={valueOf(values, 'isLikely') === 'yes'}
      />
      <TextArea {...field('note')} label="Ghi chú" rows={2} required={false} />
    </>
  );
}
