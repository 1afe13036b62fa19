import { Tabs } from '#web/ui/tabs.tsx';
import { noticePaths } from './schema.ts';

const TABS = [
  { key: 'list', href: noticePaths.list, text: 'Đã báo' },
  { key: 'templates', href: noticePaths.templates, text: 'Mẫu thông báo' },
  { key: 'settings', href: noticePaths.settings, text: 'Cách gửi' },
] as const;

/** The three sides of telling: what was told, in which words, and how. For whoever looks after words and ways. */
export function NoticeTabs({ current }: { readonly current: (typeof TABS)[number]['key'] }) {
  return (
    <Tabs label="Thông báo" tabs={TABS.map(({ key, ...tab }) => ({ ...tab, current: key === current }))} />
  );
}
