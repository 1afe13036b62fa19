import type { Option } from './option.ts';
import { SelectField } from './select-field.tsx';

type FilterSelectProps = Readonly<{
  /** Name in the address of the list. */
  name: string;
  /** Heard, not seen: the choices speak for themselves. */
  label: string;
  /** Words of the choice that does not filter; without them one choice always holds. */
  all?: string;
  options: readonly Option[];
  value?: string | number | null;
}>;

/** A choice in a `FilterBar`, which takes effect at once where there is script. */
export function FilterSelect({ name, label, all, options, value }: FilterSelectProps) {
  return (
    <SelectField
      id={name}
      name={name}
      label={label}
      labelHidden
      options={options}
      value={String(value ?? '')}
      {...(all === undefined ? {} : { placeholder: all })}
      autosubmit
    />
  );
}
