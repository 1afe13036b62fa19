/** What other parts of the system show on the page of a dossier, each made by itself from the dossier and the reader. */
import type { VNode } from 'preact';
import { type Context, inTransaction } from '#foundation/context.ts';
import { together } from '#platform/database/together.ts';
import { clockPanel, letterPanel, waitingPanel } from '../clock/panel.tsx';
import { proposalPanel } from '../proposals/panel.tsx';
import { answersPanel } from '../answers/pages.tsx';
import { obligationPanel } from '../obligations/pages.tsx';
import { mapPanel } from '../run/map.tsx';
import { noticePanel } from '../notices/panel.tsx';
import { postalPanel } from '../postal/panel.tsx';
import { paymentPanel } from '../payments/panel.tsx';
import { earlierPanel } from '../intake/earlier-panel.tsx';
import { scorePanel } from '../scoring/panel.tsx';
import { filesPanel } from '../files/panel.tsx';
import { resultPanel } from '../results/panel.tsx';
import { vaultPanel } from '../vault/panel.tsx';
import { consultationPanel } from '../consultation/panel.tsx';
import { custodyPanel, timesPanel } from '../custody/panel.tsx';
import { linkedPanel, otherUnitsPanel } from '../linked/panel.tsx';
import { notesPanel } from '../notes/panel.tsx';
import type { DossierView } from './service.ts';

export type DossierPanel = {
  readonly place: 'main' | 'side';
  /** It also asks what only the system sees, so nothing else may be asked meanwhile. */
  readonly isAlone?: true;
  /** Null when there is nothing to say about this dossier, or nothing that this reader may see. */
  readonly render: (ctx: Context, dossier: DossierView) => Promise<VNode | null>;
};

/** In the order in which they stand on the page. */
const PANELS: readonly DossierPanel[] = [
  waitingPanel,
  proposalPanel,
  clockPanel,
  letterPanel,
  obligationPanel,
  answersPanel,
  paymentPanel,
  filesPanel,
  otherUnitsPanel,
  consultationPanel,
  linkedPanel,
  custodyPanel,
  timesPanel,
  notesPanel,
  postalPanel,
  noticePanel,
  earlierPanel,
  mapPanel,
  scorePanel,
  resultPanel,
  vaultPanel,
];

/** The panels of one dossier by where they stand. What they ask goes out together, in one transaction that only reads. */
export async function panelsOf(
  ctx: Context,
  dossier: DossierView,
): Promise<Readonly<Record<DossierPanel['place'], readonly VNode[]>>> {
  const beside = await inTransaction(ctx, async (tx) => {
    const shared = { ...tx, isShared: true };
    return together(...PANELS.map(async (panel) => (panel.isAlone ? null : panel.render(shared, dossier))));
  });
  const nodes = { main: [] as VNode[], side: [] as VNode[] };
  for (const [index, panel] of PANELS.entries()) {
    const node = panel.isAlone ? await panel.render(ctx, dossier) : beside[index];
    if (node) nodes[panel.place].push(node);
  }
  return nodes;
}
