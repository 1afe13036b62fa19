import type { Context } from '#foundation/context.ts';
import type { AppContext } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { officersWithRole } from '#foundation/people/service.ts';
import { newFormId, type Redo } from '#foundation/submit.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Option } from '#web/ui/option.ts';
import { ClosenessTag, PhaseTag } from '../due.tsx';
import { mayReadPersonal } from '../reads/service.ts';
import { activeStep } from '../rules.ts';
import { DossierContent } from './pages.tsx';
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
    step: activeStep(dossier.state),
    unitName,
    nextOfficers: await nextOfficers(ctx, dossier),
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
    formId: newFormId(),
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
        <ClosenessTag dossier={state} calendar={dossier.calendar} now={now} />
      </>
    ),
    lead: `${applicant?.fullName ?? 'Hồ sơ'} nộp ${SUBMITTED[detail.channel]} ${unitName(state.receivingUnitId)} · ${formatDateTime(state.receivedAt)}`,
    breadcrumbs: [{ text: 'Hồ sơ', href: '/dossiers' }, { text: state.number }],
  };
}

async function nextOfficers(ctx: Context, dossier: DossierView): Promise<readonly Option[]> {
  const step = activeStep(dossier.state);
  const next = step && dossier.state.steps[step.position + 1];
  if (!next || !dossier.acts.passOn) return [];
  const officers = await officersWithRole(ctx, next.unitId, next.role);
  return officers.map((officer) => ({
    value: String(officer.id),
    text: officer.name,
    hint: officer.postTitle,
  }));
}
