import { HiddenFields, type HiddenValue } from '#web/ui/hidden-fields.tsx';

/** Where the sign-out form goes and what it carries (form id, check token). */
export type SignOutProps = Readonly<{ action: string; hidden: readonly HiddenValue[] }>;

/** Signing out is a write, hence a form. */
export function SignOut({ action, hidden }: SignOutProps) {
  return (
    <form class="mc-sign-out" method="post" action={action}>
      <HiddenFields fields={hidden} />
      <button type="submit">Đăng xuất</button>
    </form>
  );
}
