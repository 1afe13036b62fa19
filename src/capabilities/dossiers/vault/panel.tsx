import { can, unitsWith } from '#foundation/access/authorise.ts';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { DossierPanel } from '../view/panels.ts';
import { vaultPaths } from './schema.ts';

/** The way to the applicant's store, for the counter that received the dossier. */
export const vaultPanel: DossierPanel = {
  place: 'side',
  render: async (ctx, { state }) => {
    if (!can(ctx.actor, 'dossier.receive')) return null;
    const units = await unitsWith(ctx, 'dossier.receive');
    if (units !== null && !units.includes(state.receivingUnitId)) return null;
    return (
      <Panel title="Kho giấy tờ của người nộp">
        <p>
          <Link href={vaultPaths.of(state.number)}>Xem kho, lưu giấy tờ để lần sau khỏi nộp lại</Link>
        </p>
      </Panel>
    );
  },
};
