import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type ButtonVariant = 'primary' | 'secondary' | 'warning' | 'link';

type ButtonProps = Readonly<{
  children: ComponentChildren;
  variant?: ButtonVariant;
  /** With an address it is a link that looks like a button; without, it submits its form. */
  href?: string;
  name?: string;
  value?: string;
  /** Id of the form it submits when it stands outside of it. */
  form?: string;
  /** Another address for the same form. */
  formAction?: string;
  /** Why it cannot be pressed now; shown beside it, and the button is disabled. */
  disabledBecause?: string | undefined;
  hotkey?: string;
  hotkeyLabel?: string;
  icon?: IconName;
  /** What the element does: prints the page, copies a text. */
  act?: 'print' | 'copy';
  /** The text `act="copy"` copies. */
  copies?: string;
  full?: boolean;
  id?: string;
}>;

/** An act. One primary button per page. A disabled button says why. */
export function Button(props: ButtonProps) {
  if (props.disabledBecause) return <DisabledButton {...props} because={props.disabledBecause} />;
  if (props.href !== undefined)
    return (
      <a class={look(props)} href={props.href} id={props.id} {...hotkeyAttributes(props)}>
        <Face {...props} />
      </a>
    );
  return (
    <button
      class={look(props)}
      type={props.act ? 'button' : 'submit'}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={props.formAction}
      data-act={props.act}
      data-copies={props.copies}
      {...hotkeyAttributes(props)}
    >
      <Face {...props} />
    </button>
  );
}

function DisabledButton(props: ButtonProps & Readonly<{ because: string }>) {
  return (
    <span class="mc-disabled">
      <button class={look(props)} type="button" disabled aria-disabled="true">
        <Face {...props} />
      </button>
      <span class="mc-disabled__reason">{props.because}</span>
    </span>
  );
}

function Face({ icon, children, hotkey }: ButtonProps) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {hotkey ? (
        <kbd class="mc-kbd mc-kbd--in" aria-hidden="true">
          {hotkey}
        </kbd>
      ) : null}
    </>
  );
}

function hotkeyAttributes({ hotkey, hotkeyLabel, children }: ButtonProps) {
  if (!hotkey) return {};
  const words = hotkeyLabel ?? (typeof children === 'string' ? children : undefined);
  return {
    'data-hotkey': hotkey,
    'data-hotkey-label': words,
    'aria-keyshortcuts': hotkey.replace('Ctrl ', 'Control+'),
  };
}

function look({ variant = 'primary', full, act }: ButtonProps): string {
  const base = variant === 'link' ? 'mc-button-link' : 'govuk-button';
  const kind = variant === 'primary' || variant === 'link' ? '' : ` govuk-button--${variant}`;
  return `${base}${kind}${full ? ' mc-button-full' : ''}${act ? ' mc-needs-script' : ''}`;
}
