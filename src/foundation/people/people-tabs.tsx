import { Tabs } from '#web/ui/tabs.tsx';
import { ACCOUNTS, PEOPLE, POSTS } from './paths.ts';

type PeopleTabsProps = Readonly<{ current: 'officers' | 'posts' | 'accounts'; withAccounts: boolean }>;

/** The three lists of this part of the system. */
export function PeopleTabs({ current, withAccounts }: PeopleTabsProps) {
  const tabs = [
    { href: PEOPLE, text: 'Cán bộ', current: current === 'officers' },
    { href: POSTS, text: 'Vị trí công tác', current: current === 'posts' },
    ...(withAccounts ? [{ href: ACCOUNTS, text: 'Tài khoản', current: current === 'accounts' }] : []),
  ];
  return <Tabs label="Cán bộ, vị trí, tài khoản" tabs={tabs} />;
}
