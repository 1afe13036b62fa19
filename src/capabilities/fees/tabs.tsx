import { can } from '#foundation/access/authorise.ts';
import type { Actor } from '#foundation/context.ts';
import { Tabs } from '#web/ui/tabs.tsx';
import { feePaths } from './schema.ts';

type FeeTab =
  'list' | 'receipts' | 'till' | 'tills' | 'refunds' | 'totals' | 'books' | 'accounts' | 'exemptions';

const TABS: readonly (readonly [FeeTab, string])[] = [
  ['list', 'Khoản phải thu'],
  ['receipts', 'Biên lai'],
  ['till', 'Két của tôi'],
  ['tills', 'Đối chiếu két'],
  ['refunds', 'Hoàn trả'],
  ['totals', 'Tổng hợp'],
  ['books', 'Quyển biên lai'],
  ['accounts', 'Tài khoản'],
  ['exemptions', 'Miễn, giảm'],
];

/** The parts of fees, each with its own address; only who collects has a till. */
export function FeeTabs({ current, actor }: { readonly current: FeeTab; readonly actor: Actor | null }) {
  const tabs = TABS.filter(([key]) => key !== 'till' || can(actor, 'fee.collect'));
  return (
    <Tabs
      label="Phí, lệ phí"
      tabs={tabs.map(([key, text]) => ({ href: feePaths[key], text, current: key === current }))}
    />
  );
}

export const FEES_CRUMB = { text: 'Phí, lệ phí', href: feePaths.list } as const;
