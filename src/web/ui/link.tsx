import type { ComponentChildren } from 'preact';

type LinkProps = Readonly<{
  href: string;
  children: ComponentChildren;
  /** Words only a screen reader hears, when several links of a page look alike: ` hồ sơ …0007`. */
  about?: string;
  newTab?: boolean;
  download?: boolean;
}>;

/** A link in running text. */
export function Link({ href, children, about, newTab, download }: LinkProps) {
  return (
    <a
      class="govuk-link"
      href={href}
      target={newTab ? '_blank' : undefined}
      rel={newTab ? 'noopener' : undefined}
      download={download ? true : undefined}
    >
      {children}
      {about ? <span class="govuk-visually-hidden"> {about}</span> : null}
      {newTab ? <span class="govuk-visually-hidden"> (mở trong thẻ mới)</span> : null}
    </a>
  );
}
