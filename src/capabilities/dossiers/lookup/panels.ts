/** What other parts of the system show to the applicant who looks a dossier up. */
import type { VNode } from 'preact';
import type { Context } from '#foundation/context.ts';
import { citizenSupplementPanel, citizenWithdrawalPanel } from '../clock/citizen-panel.tsx';
import { citizenDuePanel } from '../due-moves/citizen-panel.tsx';
import { citizenMapPanel } from '../run/map.tsx';
import { citizenNoticePanel } from '../notices/panel.tsx';
import { citizenPostalPanel } from '../postal/panel.tsx';
import { citizenPaymentPanel } from '../payments/citizen-panel.tsx';
import { citizenResultPanel } from '../results/citizen-panel.tsx';
import { citizenVaultPanel } from '../vault/citizen-panel.tsx';
import { citizenLinks } from '../linked/panel.tsx';
import type { Lookup } from './service.ts';

/** `ctx` sees the rows of this dossier alone. Null when there is nothing to say. */
export type CitizenPanel = (ctx: Context, lookup: Lookup) => Promise<VNode | null>;

/** In the order in which they stand on the page. */
const PANELS: readonly CitizenPanel[] = [
  citizenSupplementPanel,
  citizenMapPanel,
  citizenDuePanel,
  citizenLinks,
  citizenPaymentPanel,
  citizenPostalPanel,
  citizenNoticePanel,
  citizenResultPanel,
  citizenVaultPanel,
  citizenWithdrawalPanel,
];

export async function citizenPanels(ctx: Context, lookup: Lookup): Promise<readonly VNode[]> {
  const made: VNode[] = [];
  for (const render of PANELS) {
    const node = await render(ctx, lookup);
    if (node !== null) made.push(node);
  }
  return made;
}
