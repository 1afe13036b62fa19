import type { ComponentChildren } from 'preact';
import { Breadcrumbs, type Crumb } from '#web/ui/breadcrumbs.tsx';
import type { HiddenValue } from '#web/ui/hidden-fields.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Bell, type BellProps } from './bell.tsx';
import { type OtherPost, PersonMenu, type StaffPerson } from './person-menu.tsx';
import { type NavGroup, StaffNav } from './staff-nav.tsx';

type StaffShellProps = Readonly<{
  /** The h1. Left out when a `ConfirmPage` carries it. */
  title?: string;
  /** Beside the title: a state. Below it: one quiet line. At its right: buttons. */
  tag?: ComponentChildren;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  /** The unit of the post in use. */
  unitName: string;
  homeHref?: string;
  person: StaffPerson;
  /** Other posts of this person, to switch to. */
  posts: readonly OtherPost[];
  /** What the person was told and has not read. */
  bell?: BellProps;
  nav: readonly NavGroup[];
  breadcrumbs?: readonly Crumb[];
  search: Readonly<{ action: string; value?: string; source?: string }>;
  /** Above everything: the system is in read-only, a test system, a substitution in force. */
  notice?: ComponentChildren;
  /** Hidden values of the forms of the shell itself (sign out, change of post). */
  hidden: readonly HiddenValue[];
  signOutAction?: string;
  switchPostAction?: string;
  children: ComponentChildren;
}>;

/** The frame of every page an officer sees: skip link, navigation with counts, search, person, main. */
export function StaffShell(props: StaffShellProps) {
  return (
    <>
      <a class="govuk-skip-link" href="#main">
        Đến nội dung chính
      </a>
      <div class="mc-app">
        <StaffNav unitName={props.unitName} homeHref={props.homeHref ?? '/'} nav={props.nav} />
        <div class="mc-app__page">
          <header class="mc-app__top">
            <StaffSearch {...props.search} />
            {props.bell ? <Bell {...props.bell} /> : null}
            <PersonMenu
              person={props.person}
              posts={props.posts}
              hidden={props.hidden}
              signOutAction={props.signOutAction ?? '/sign-out'}
              switchPostAction={props.switchPostAction ?? '/session/post'}
            />
          </header>
          {props.notice ? <div class="mc-app__notice">{props.notice}</div> : null}
          <Breadcrumbs crumbs={props.breadcrumbs ?? []} />
          <main class="mc-main" id="main" tabindex={-1}>
            {props.title ? (
              <PageHead title={props.title} tag={props.tag} lead={props.lead} actions={props.actions} />
            ) : null}
            {props.children}
          </main>
        </div>
      </div>
    </>
  );
}

function StaffSearch({ action, value, source }: StaffShellProps['search']) {
  return (
    <search class="mc-app__search" data-palette-source={source}>
      <form action={action} method="get">
        <input
          type="search"
          name="q"
          value={value ?? ''}
          aria-label="Tìm hồ sơ, người nộp, văn bản"
          placeholder="Tìm hồ sơ, người nộp, văn bản…"
          autocomplete="off"
          data-hotkey="/"
          data-hotkey-label="Tìm trong hệ thống"
        />
        <button class="govuk-visually-hidden" type="submit">
          Tìm
        </button>
        <button class="mc-app__palette mc-needs-script" type="button" data-palette="">
          <kbd class="mc-kbd">Ctrl K</kbd> <span class="govuk-visually-hidden">Mở bảng lệnh</span>
        </button>
      </form>
    </search>
  );
}
