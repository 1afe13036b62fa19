import type { ComponentChildren } from 'preact';
import { BrandMark } from '#web/ui/brand-mark.tsx';
import { Breadcrumbs, type Crumb } from '#web/ui/breadcrumbs.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { SignOut, type SignOutProps } from './sign-out.tsx';

/** A link of the head of the citizens' pages. */
export type CitizenNavLink = Readonly<{ href: string; text: string; current?: boolean }>;

type CitizenShellProps = Readonly<{
  /** The h1. Left out when a hero, a `heading` field or a `ConfirmPage` carries it. */
  title?: string;
  lead?: ComponentChildren;
  /** `Một Cửa huyện An Lão` */
  siteName: string;
  /** `Ủy ban nhân dân huyện An Lão, tỉnh Bình Định` */
  authorityName: string;
  homeHref?: string;
  nav: readonly CitizenNavLink[];
  signedIn?: Readonly<{ name: string }> & SignOutProps;
  breadcrumbs?: readonly Crumb[];
  /** The red band of a home page, above the main matter. */
  hero?: ComponentChildren;
  /** One question or one text per page reads best in a narrow column; lists and tables take the wide one. */
  width?: 'narrow' | 'wide';
  /** Addresses, telephone, working hours of the authority. */
  footer?: ComponentChildren;
  children: ComponentChildren;
}>;

/** The frame of every page a citizen sees: skip link, head, main, foot. */
export function CitizenShell(props: CitizenShellProps) {
  const column = props.width === 'wide' ? 'mc-column mc-column--wide' : 'mc-column';
  return (
    <>
      <a class="govuk-skip-link" href="#main">
        Đến nội dung chính
      </a>
      <CitizenHead {...props} />
      {props.breadcrumbs ? (
        <div class="mc-wrap">
          <Breadcrumbs crumbs={props.breadcrumbs} />
        </div>
      ) : null}
      <main id="main" tabindex={-1}>
        {props.hero ? <div class="mc-hero">{props.hero}</div> : null}
        <div class={`mc-wrap mc-main${props.hero ? ' mc-main--hero' : ''}`}>
          <div class={column}>
            {props.title ? <PageHead title={props.title} lead={props.lead} /> : null}
            {props.children}
          </div>
        </div>
      </main>
      <footer class="mc-foot">
        <div class="mc-wrap">
          <p class="mc-foot__authority">{props.authorityName}</p>
          {props.footer}
        </div>
      </footer>
    </>
  );
}

function CitizenHead({ homeHref, siteName, authorityName, nav, signedIn }: CitizenShellProps) {
  return (
    <header class="mc-top">
      <div class="mc-wrap mc-top__line">
        <a class="mc-brand" href={homeHref ?? '/'}>
          <BrandMark />
          <span class="mc-brand__words">
            <b>{siteName}</b> <small>{authorityName}</small>
          </span>
        </a>
        <nav class="mc-top__nav" aria-label="Mục chính">
          <ul>
            {nav.map((link) => (
              <li key={link.href}>
                <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.text}
                </a>
              </li>
            ))}
            {signedIn ? (
              <li class="mc-top__person">
                <span>{signedIn.name}</span>
                <SignOut action={signedIn.action} hidden={signedIn.hidden} />
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
    </header>
  );
}
