import type { Context } from '#foundation/context.ts';
import type { AppContext } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { officersWithRole } from '#foundation/people/service.ts';
import { newFormId, type Redo } from '#foundation/submit.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Option } from '#web/ui/option.ts';
import { hasExplained, isOverdue } from '../clock/late.ts';
import { reasonsFor } from '../clock/reasons/service.ts';
import { asDossierEvent } from '../deeds.ts';
import { ClosenessTag, PhaseTag } from '../due.tsx';
import { pausedForOf } from '../rules.ts';
import { mayReadPersonal } from '../reads/service.ts';
import { DossierContent } from './pages.tsx';
import { panelsOf } from './panels.ts';
import { type DossierView, revealDossier, viewDossier } from './service.ts';

/** `reason`: shown in full, which is recorded with it. */
type Extra = { readonly problem?: string | null; readonly reason?: string };

/** The dossier's page as title and content, fresh from the database. */
export async function renderDossier(c: AppContext, number: string, extra: Extra = {}): Promise<Redo> {
  const ctx = c.get('ctx');
  const { reason } = extra;
  const dossier =
    reason === undefined ? await viewDossier(ctx, number) : await revealDossier(ctx, number, reason);
  const unitName = await unitNames(ctx, 'shortName');
  const next = {
    dossier,
    unitName,
    nextOfficers: await nextOfficers(ctx, dossier),
    lateReasons: await lateReasons(ctx, dossier),
    now: ctx.now,
    formIds: { 'pass-on': newFormId(), take: newFormId(), claim: newFormId(), release: newFormId() },
    problem: extra.problem ?? null,
  };
  const view = {
    dossier,
    next,
    unitName,
    now: ctx.now,
    revealed: reason !== undefined,
    canReveal: await mayReadPersonal(ctx, dossier.state),
    panels: await panelsOf(ctx, dossier),
  };
  return { options: heading(dossier, unitName, ctx.now), content: <DossierContent view={view} /> };
}

const SUBMITTED = {
  counter: 'tại quầy',
  online: 'trực tuyến đến',
  postal: 'qua bưu chính đến',
} as const;

function heading(dossier: DossierView, unitName: (unitId: number) => string, now: Date): Redo['options'] {
  const { state, detail } = dossier;
  const applicant = dossier.parties.find((party) => party.role === 'applicant');
  return {
    title: detail.title,
    tag: (
      <>
        <PhaseTag phase={state.phase} />{' '}
        <ClosenessTag
          dossier={{ ...state, pausedFor: pausedForOf(state) }}
          calendar={dossier.calendar}
          now={now}
        />
      </>
    ),
    lead: `${applicant?.fullName ?? 'Hồ sơ'} nộp ${SUBMITTED[detail.channel]} ${unitName(state.receivingUnitId)} · ${formatDateTime(state.receivedAt)}`,
    breadcrumbs: [{ text: 'Hồ sơ', href: '/dossiers' }, { text: state.number }],
  };
}

/** For each step that the reader may pass on, who may take the one behind it; several ways leave it to the boxes. */
async function nextOfficers(
  ctx: Context,
  { work }: DossierView,
): Promise<ReadonlyMap<number, readonly Option[]>> {
  const found = new Map<number, readonly Option[]>();
  for (const { step, acts, next } of work) {
    const [only, ...others] = next;
    if (!acts.passOn || !only || others.length > 0) continue;
    const officers = await officersWithRole(ctx, only.unitId, only.role);
    found.set(step.position, officers.map(optionOf));
  }
  return found;
}

/** For each overdue step that the reader may pass on and that has told no reason yet, the reasons to choose from. */
async function lateReasons(
  ctx: Context,
  { work, state, events }: DossierView,
): Promise<ReadonlyMap<number, readonly Option[]>> {
  if (!isOverdue(state, ctx.now)) return new Map();
  const told = events.map(asDossierEvent);
  const open = work.filter(({ acts, step }) => acts.passOn && !hasExplained(told, step));
  if (open.length === 0) return new Map();
  const reasons = (await reasonsFor(ctx, 'late')).map(({ code, name }) => ({ value: code, text: name }));
  return new Map(open.map(({ step }) => [step.position, reasons]));
}

function optionOf({
  id,
  name,
  postTitle,
}: {
  readonly id: number;
  readonly name: string;
  readonly postTitle: string;
}) {
  return { value: String(id), text: name, hint: postTitle };
}
