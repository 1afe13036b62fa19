import type { ComponentChildren } from 'preact';

type ElementAttributes = Readonly<{
  id?: string;
  class?: string;
  children?: ComponentChildren;
  [data: `data-${string}`]: string | undefined;
}>;

// Names the elements of src/web/elements to JSX, so that a misspelt tag does not compile.
declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace -- preact declares its intrinsic elements in this namespace
  namespace JSX {
    interface IntrinsicElements {
      'mc-combobox': ElementAttributes;
      'mc-date': ElementAttributes;
      'mc-drawing': ElementAttributes;
      'mc-files': ElementAttributes;
      'mc-passkey': ElementAttributes;
    }
  }
}
