import { BrandMark } from '#web/ui/brand-mark.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { formatNumber } from '#kernel/vietnamese/format.ts';

/** A link of the navigation; `hot` marks a count that must not wait; `key` is its hot key. */
export type NavEntry = Readonly<{
  href: string;
  text: string;
  count?: number;
  hot?: boolean;
  current?: boolean;
  key?: string;
}>;

/** Links that belong together. */
export type NavGroup = Readonly<{ title?: string; entries: readonly NavEntry[] }>;

type StaffNavProps = Readonly<{ unitName: string; homeHref: string; nav: readonly NavGroup[] }>;

/** Left of the page; on a narrow screen it folds into a menu at the top, without script. */
export function StaffNav({ unitName, homeHref, nav }: StaffNavProps) {
  return (
    <nav class="mc-rail" aria-label="Mục chính">
      <a class="mc-brand" href={homeHref}>
        <BrandMark />
        <span class="mc-brand__words">
          <b>Một Cửa</b> <small>{unitName}</small>
        </span>
      </a>
      <div class="mc-rail__wide">
        <NavGroups nav={nav} hotkeys />
      </div>
      <details class="mc-rail__narrow">
        <summary>
          <Icon name="menu" /> Mục
        </summary>
        <NavGroups nav={nav} />
      </details>
    </nav>
  );
}

function NavGroups({ nav, hotkeys }: Readonly<{ nav: readonly NavGroup[]; hotkeys?: boolean }>) {
  return (
    <>
      {nav.map((group, index) => (
        <div key={group.title ?? index} class="mc-rail__group">
          {group.title ? <p class="mc-rail__title">{group.title}</p> : null}
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.href}>
                <NavLink entry={entry} hotkey={hotkeys ? entry.key : undefined} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function NavLink({ entry, hotkey }: Readonly<{ entry: NavEntry; hotkey: string | undefined }>) {
  return (
    <a
      href={entry.href}
      aria-current={entry.current ? 'page' : undefined}
      data-hotkey={hotkey}
      data-hotkey-label={hotkey ? entry.text : undefined}
      aria-keyshortcuts={hotkey}
    >
      <span>{entry.text}</span>
      {entry.count ? (
        <span class={`mc-count${entry.hot ? ' mc-count--hot' : ''}`}>{formatNumber(entry.count)}</span>
      ) : null}
    </a>
  );
}
