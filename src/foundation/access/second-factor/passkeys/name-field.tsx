import { TextField } from '#web/ui/text-field.tsx';
import type { FieldOf } from '#foundation/form-parts.tsx';

/** The box for what its owner calls a passkey. */
export function PasskeyNameField({ field }: { readonly field: FieldOf }) {
  return (
    <TextField
      {...field('name')}
      label="Tên của khóa"
      hint="Để bạn nhận ra khóa sau này, ví dụ: Điện thoại của tôi, Máy tính ở quầy"
      autocomplete="off"
      maxlength={60}
      required
    />
  );
}
