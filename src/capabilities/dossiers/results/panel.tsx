import { localDateOf } from '#kernel/local-date.ts';
import { stateOf } from '#capabilities/results/words.ts';
import { bookWords, RESULT_STATE_LABELS, resultPaths } from '#capabilities/results/schema.ts';
import { resultsOf } from '#capabilities/results/service.ts';
import { can, unitsActedFor } from '#foundation/access/authorise.ts';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { DossierPanel } from '../view/panels.ts';
import { furtherResultPath } from './schema.ts';

/** The results of a dossier in the registers, with the way to enter another for units that resolve it. */
export const resultPanel: DossierPanel = {
  place: 'side',
  render: async (ctx, { id, state }) => {
    if (!can(ctx.actor, 'result.read')) return null;
    const results = await resultsOf(ctx, id);
    if (results.length === 0) return null;
    const units = await unitsActedFor(ctx);
    const isOurs = state.steps.some(({ unitId }) => units.includes(unitId));
    const today = localDateOf(ctx.now);
    return (
      <Panel title="Trong sổ kết quả">
        <ul class="govuk-list">
          {results.map((result) => (
            <li key={result.id}>
              <Link href={resultPaths.one(result.id)}>
                Số {bookWords(result)}: {result.title}
              </Link>
              <Note>{RESULT_STATE_LABELS[stateOf(result, today)]}</Note>
            </li>
          ))}
        </ul>
        {isOurs && can(ctx.actor, 'result.enter') ? (
          <p>
            <Link href={furtherResultPath(state.number)}>Vào sổ thêm kết quả</Link>
          </p>
        ) : null}
      </Panel>
    );
  },
};
