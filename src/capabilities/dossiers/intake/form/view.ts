import { localDateOf } from '#kernel/local-date.ts';
import type { FeeExemption } from '#capabilities/fees/exemptions/schema.ts';
import { exemptionsInForce } from '#capabilities/fees/service.ts';
import { processFor } from '#capabilities/processes/service.ts';
/** What the page of the form shows, for a fresh form and for one that came back with problems. */
import type { FormField, OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { organisationNow, unitNow } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId } from '#foundation/submit.ts';
import type { Due } from '#kernel/working-time/due.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { VaultItem } from '#capabilities/vault/schema.ts';
import { offeredPapers } from '../../vault/service.ts';
import { askedFields } from '../../answers/rules.ts';
import { applicantIdOf, runningDossier } from '../applicants/service.ts';
import { localitiesOf, needsLocality } from '../rules.ts';
import { promise } from '../service.ts';

export type ReceptionView = {
  readonly offer: OfferedProcedure;
  readonly unit: Unit;
  readonly due: Due;
  readonly values: FormValues;
  readonly problem: FormProblem | null;
  /** A dossier of the same person and procedure that is still being handled. */
  readonly running: { readonly number: string; readonly receivedAt: Date } | null;
  /** Communes to choose from; empty when none needs to be named. */
  readonly localities: readonly Unit[];
  /** Reasons for charging less that are in force. */
  readonly exemptions: readonly FeeExemption[];
  /** Papers that the person has in the store already, by the line of the paper that each fits. */
  readonly kept: ReadonlyMap<number, readonly VaultItem[]>;
  /** What the process asks of the applicant's form. */
  readonly asked: readonly FormField[];
  readonly accountId: number;
  readonly formId: string;
};

type Shown = {
  readonly values: FormValues;
  readonly applicantId: number | null;
  readonly problem: FormProblem | null;
};

/** Reads everything the page of the form needs. */
export async function receptionView(
  ctx: Context,
  offer: OfferedProcedure,
  shown: Shown,
): Promise<ReceptionView> {
  const actor = requireActor(ctx);
  const { version } = offer;
  const unit = await unitNow(ctx, actor.post.unitId);
  const tree = await organisationNow(ctx);
  const { definition } = await processFor(ctx, version, localDateOf(ctx.now));
  const { applicantId, values, problem } = shown;
  return {
    offer,
    unit,
    values,
    problem,
    due: await promise(ctx, version, { unitId: unit.id }),
    running: applicantId === null ? null : await runningDossier(ctx, applicantId, version.procedureId),
    localities: needsLocality(definition, unit) ? localitiesOf(tree, unit.id) : [],
    exemptions: await exemptionsInForce(ctx),
    kept: await keptPapers(ctx, offer, shown),
    asked: askedFields(definition, version.content),
    accountId: actor.accountId,
    formId: newFormId(),
  };
}

/** Only of somebody whose number the officer knows: names alone are shared by many. */
async function keptPapers(
  ctx: Context,
  offer: OfferedProcedure,
  { values }: Shown,
): Promise<ReceptionView['kept']> {
  const applicantId = await applicantIdOf(ctx, valueOf(values, 'applicant.idNumber'));
  return applicantId === null ? new Map() : offeredPapers(ctx, applicantId, offer.version.content.papers);
}
