import { Tabs } from '#web/ui/tabs.tsx';
import { RECOVERIES } from '#foundation/access/second-factor/recovery/schema.ts';
import { ACCOUNTS, PEOPLE, POSTS } from './paths.ts';

type PeopleTabsProps = Readonly<{
  current: 'officers' | 'posts' | 'accounts';
  withAccounts: boolean;
  /** Whoever is the second person of recoveries sees those that wait. */
  withRecoveries: boolean;
}>;

/** The lists of this part of the system. */
export function PeopleTabs({ current, withAccounts, withRecoveries }: PeopleTabsProps) {
  const tabs = [
    { href: PEOPLE, text: 'Cán bộ', current: current === 'officers' },
    { href: POSTS, text: 'Vị trí công tác', current: current === 'posts' },
    ...(withAccounts ? [{ href: ACCOUNTS, text: 'Tài khoản', current: current === 'accounts' }] : []),
    ...(withRecoveries ? [{ href: RECOVERIES, text: 'Khôi phục tài khoản', current: false }] : []),
  ];
  return <Tabs label="Cán bộ, vị trí, tài khoản" tabs={tabs} />;
}
