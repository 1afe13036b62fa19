import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { Details } from '#web/ui/details.tsx';
import { Link } from '#web/ui/link.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/timeline.tsx';
import { handOf } from '../frame.ts';
import type { DossierPanel } from '../view/panels.ts';
import type { DossierView } from '../view/service.ts';
import { AT_THE_COUNTER, proposable } from './rules.ts';
import {
  OUTCOME_LABELS,
  type Proposal,
  PROPOSAL_LABELS,
  type ProposalKind,
  proposalPaths,
} from './schema.ts';
import { knownFor, proposalsOf } from './service.ts';

/** What was proposed about the dossier and what came of it; and what the reader may propose. */
export const proposalPanel: DossierPanel = { place: 'main', render };

async function render(ctx: Context, dossier: DossierView) {
  const proposals = await proposalsOf(ctx, dossier.id);
  const offered = await offeredTo(ctx, dossier);
  if (proposals.length === 0 && offered.kinds.length === 0) return null;
  const { number } = dossier.state;
  const open = proposals.some(({ outcome }) => outcome === null);
  return (
    <Panel title="Đề nghị, phê duyệt" id="de-nghi" {...(open ? { accent: 'gold' as const } : {})}>
      {proposals.length > 0 ? (
        <Timeline label="Đề nghị" entries={proposals.toReversed().map((one) => entryOf(number, one))} />
      ) : null}
      {offered.kinds.length > 0 ? (
        <Details summary="Gửi đề nghị">
          <LinkList
            links={offered.kinds.map((kind) => ({
              href: proposalPaths.propose(number, kind, offered.position),
              text: PROPOSAL_LABELS[kind],
            }))}
          />
        </Details>
      ) : null}
    </Panel>
  );
}

function entryOf(number: string, proposal: Proposal): TimelineEntry {
  const { ordinal, kind, outcome, decidedByName, decidedAt } = proposal;
  const decided =
    outcome === null || decidedAt === null
      ? 'chờ duyệt'
      : `${OUTCOME_LABELS[outcome].toLowerCase()}, ${decidedByName ?? ''}, ${formatDateTime(decidedAt)}`;
  const by = proposal.proposedByName ?? 'Người nộp hồ sơ';
  return {
    state: outcome === null ? 'now' : 'done',
    title: <Link href={proposalPaths.one(number, ordinal)}>{PROPOSAL_LABELS[kind]}</Link>,
    note: `${by}, ${formatDateTime(proposal.proposedAt)} · ${decided}`,
  };
}

/** Whoever works on a step proposes everything that is possible now; the counter what the applicant asks. */
async function offeredTo(
  ctx: Context,
  dossier: DossierView,
): Promise<{ readonly kinds: readonly ProposalKind[]; readonly position: number | null }> {
  const { state, work } = dossier;
  const nothing = { kinds: [], position: null };
  if (!can(ctx.actor, 'dossier.handle')) return nothing;
  const { actor, units } = await handOf(ctx);
  const mine = work.find(
    ({ acts, step }) =>
      acts.isOurs &&
      step.custody === 'held' &&
      (step.officerId === null || step.officerId === actor.officerId),
  );
  const atCounter = units.includes(state.receivingUnitId) && actor.post.roles.includes('one-stop');
  if (!mine && !atCounter) return nothing;
  const kinds = proposable(state, await knownFor(ctx, dossier.id));
  return mine
    ? { kinds, position: mine.step.position }
    : { kinds: kinds.filter((kind) => AT_THE_COUNTER.has(kind)), position: null };
}
