import { formatNumber } from '#kernel/vietnamese/format.ts';

/** A view of the same list, with how many it holds. */
export type Tab = Readonly<{ href: string; text: string; count?: number; current?: boolean; hot?: boolean }>;

/** Views of one list as links; each has its own address. */
export function Tabs({ tabs, label }: Readonly<{ tabs: readonly Tab[]; label: string }>) {
  return (
    <nav class="mc-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.text}
              {tab.count === undefined ? null : <TabCount count={tab.count} hot={tab.hot === true} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabCount({ count, hot }: Readonly<{ count: number; hot: boolean }>) {
  return <span class={`mc-count${hot && count > 0 ? ' mc-count--hot' : ''}`}>{formatNumber(count)}</span>;
}
