import { can, requireActor } from '#foundation/access/authorise.ts';
import { scorePath } from '#capabilities/scoring/schema.ts';
import { scoreSummary } from '#capabilities/scoring/service.ts';
import { outOfWords } from '#capabilities/scoring/words.ts';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { DossierPanel } from '../view/panels.ts';

/** How well the dossier was handled (Decree 61/2018/NĐ-CP, Art. 31): the figures of what was returned, and the way to all criteria. */
export const scorePanel: DossierPanel = {
  place: 'side',
  render: async (ctx, { id, state, disposal }) => {
    if (disposal !== null || state.phase === 'closed' || !can(requireActor(ctx), 'dossier.read')) return null;
    const score = await scoreSummary(ctx, id);
    return (
      <Panel title="Chấm điểm giải quyết">
        <p class="govuk-body">
          {score === null
            ? 'Chốt khi trả kết quả.'
            : `${outOfWords(score.total, score.known)} điểm, ${score.known} trên ${score.all} tiêu chí có dữ liệu${score.band === null ? '' : `: ${score.band}`}.`}{' '}
          <Link href={scorePath(state.number)}>Xem từng tiêu chí</Link>
        </p>
      </Panel>
    );
  },
};
