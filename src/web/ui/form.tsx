import type { ComponentChildren } from 'preact';
import { HiddenFields, type HiddenValue, PageFields } from './hidden-fields.tsx';

type FormProps = Readonly<{
  action: string;
  method?: 'post' | 'get';
  id?: string;
  /** Identifier of this rendering of the form: the same one sent twice has one effect. */
  formId?: string;
  hidden?: readonly HiddenValue[];
  /** The form carries files. */
  upload?: boolean;
  /**
   * Keeps what was typed in the browser under this key and offers it back; never fields marked `sensitive`. Where
   * several people share a computer the key names the person: `intake-<accountId>`.
   */
  draft?: string;
  /** Asks before leaving when something was changed and not sent. */
  guard?: boolean;
  label?: string;
  children: ComponentChildren;
}>;

/** A form that works without script. The browser's own validation is off: the server answers in Vietnamese. */
export function Form(props: FormProps) {
  return (
    <form
      id={props.id}
      method={props.method ?? 'post'}
      action={props.action}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      noValidate
      aria-label={props.label}
      data-draft={props.draft}
      data-guard={props.guard ? '' : undefined}
    >
      {props.formId ? <input type="hidden" name="formId" value={props.formId} /> : null}
      <HiddenFields fields={props.hidden ?? []} />
      {props.method === 'get' ? null : <PageFields />}
      {props.children}
    </form>
  );
}
