import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** A value a form carries without showing it. */
export type HiddenValue = Readonly<{ name: string; value: string }>;

/** Hidden inputs of a form: form id, check token, page state. */
export function HiddenFields({ fields }: Readonly<{ fields: readonly HiddenValue[] }>) {
  return fields.map((field) => (
    <input key={`${field.name}=${field.value}`} type="hidden" name={field.name} value={field.value} />
  ));
}

/** Values about the page itself that each of its writing forms carries: in whose name it was made. */
export const PageValues = createContext<readonly HiddenValue[]>([]);

export function PageFields() {
  return <HiddenFields fields={useContext(PageValues)} />;
}
