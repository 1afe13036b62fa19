import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';

type PasskeyButtonProps = Readonly<{
  /** Makes a new passkey, or asks for one there is. */
  ceremony: 'create' | 'get';
  /** What the browser is asked, as JSON. */
  options: string;
  variant?: 'primary' | 'secondary';
  children: ComponentChildren;
}>;

/**
 * Sends its form with the answer of a passkey in `credential`. The one thing of the kit that does not work without
 * script, because browsers give passkeys to scripts only; it says so, and every page that has it has another way.
 */
export function PasskeyButton({ ceremony, options, variant = 'primary', children }: PasskeyButtonProps) {
  return (
    <mc-passkey data-ceremony={ceremony} data-options={options}>
      <HiddenFields fields={[{ name: 'credential', value: '' }]} />
      <p class="mc-passkey__without">
        Khóa truy cập cần JavaScript. Hãy bật JavaScript trong trình duyệt, hoặc dùng cách khác.
      </p>
      <Button variant={variant}>{children}</Button>
    </mc-passkey>
  );
}
