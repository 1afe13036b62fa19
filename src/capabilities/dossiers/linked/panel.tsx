import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { newFormId } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { consultationPaths } from '../consultation/schema.ts';
import { handOf } from '../frame.ts';
import type { CitizenPanel } from '../lookup/panels.ts';
import { holderOf } from '../state.ts';
import type { DossierPanel } from '../view/panels.ts';
import type { DossierView } from '../view/service.ts';
import { LinkedPanel } from './pages.tsx';
import { linkedPaths } from './schema.ts';
import { linksOf } from './service.ts';

/** Parent and children on the page of a dossier. */
export const linkedPanel: DossierPanel = { place: 'main', isAlone: true, render };

async function render(ctx: Context, dossier: DossierView) {
  const links = await linksOf(ctx, dossier.id);
  const { state } = dossier;
  if (links.parent === null && links.children.length === 0) return null;
  const unitName = await unitNames(ctx, 'shortName');
  const waiting = new Set(
    state.run?.instance.tokens.filter((token) => token.state === 'waiting').map(({ id }) => id),
  );
  const decides = can(ctx.actor, 'dossier.handle') && (await isDecider(ctx, dossier));
  const toDecide = new Set(
    links.children
      .filter(({ endedHow, token }) => decides && endedHow !== null && token !== null && waiting.has(token))
      .map(({ id }) => id),
  );
  const { number, sequence } = state;
  const view = { number, sequence, links, unitName, toDecide, formId: newFormId() };
  return <LinkedPanel view={view} />;
}

async function isDecider(ctx: Context, { state }: DossierView): Promise<boolean> {
  const { units } = await handOf(ctx);
  return [holderOf(state), state.receivingUnitId].some((unitId) => units.includes(unitId));
}

/** What whoever handles a step can have other units do: give an opinion, carry out a procedure of theirs. */
export const otherUnitsPanel: DossierPanel = {
  place: 'main',
  render: async (_ctx, { state, work }) => {
    const own = work.find(({ acts }) => acts.addFile)?.step.position;
    if (own === undefined) return null;
    return (
      <Panel title="Cần đơn vị khác">
        <ButtonGroup>
          <Button href={consultationPaths.ask(state.number, own)} variant="secondary">
            Lấy ý kiến đơn vị khác
          </Button>
          <Button href={`${linkedPaths.open(state.number)}?position=${own}`} variant="secondary">
            Lập hồ sơ liên thông
          </Button>
        </ButtonGroup>
      </Panel>
    );
  },
};

/** What other agencies do for a dossier, in the words of the person who waits for it. */
export const citizenLinks: CitizenPanel = async (ctx, lookup) => {
  const { children } = await linksOf(ctx, lookup.dossierId);
  if (children.length === 0) return null;
  const unitName = await unitNames(ctx, 'name');
  return (
    <Panel title="Việc làm liên thông với cơ quan khác">
      <ul class="govuk-list govuk-list--bullet">
        {children.map((child) => (
          <li key={child.id}>
            {child.title}, {unitName(child.receivingUnitId)}:{' '}
            {child.endedHow === null
              ? 'đang giải quyết'
              : child.endedHow === 'finished'
                ? 'đã xong'
                : 'đã dừng'}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
