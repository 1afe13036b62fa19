import type { FieldOf } from '#foundation/form-parts.tsx';
import { TextField } from '#web/ui/text-field.tsx';

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
