/** The way back to the question or list before. */
export function BackLink({ href, text }: Readonly<{ href: string; text?: string }>) {
  return (
    <a class="mc-back" href={href}>
      {text ?? 'Quay lại'}
    </a>
  );
}
