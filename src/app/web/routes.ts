import type { Hono } from 'hono';
import { dueMoveRoutes } from '#capabilities/dossiers/due-moves/routes.tsx';
import { consultationRoutes } from '#capabilities/dossiers/consultation/routes.tsx';
import { custodyRoutes } from '#capabilities/dossiers/custody/routes.tsx';
import { linkedRoutes } from '#capabilities/dossiers/linked/routes.tsx';
import { noteRoutes } from '#capabilities/dossiers/notes/routes.tsx';
import { reassignRoutes } from '#capabilities/dossiers/steps/reassign/routes.tsx';
import { migrationRoutes } from '#capabilities/dossiers/migration/routes.tsx';
import { fileRoutes } from '#capabilities/dossiers/files/routes.tsx';
import { inboxRoutes } from '#capabilities/dossiers/inbox/routes.tsx';
import { intakeRoutes } from '#capabilities/dossiers/intake/routes.tsx';
import { lookupRoutes } from '#capabilities/dossiers/lookup/routes.tsx';
import { clockRoutes } from '#capabilities/dossiers/clock/routes.ts';
import { answerRoutes } from '#capabilities/dossiers/answers/routes.tsx';
import { obligationRoutes } from '#capabilities/dossiers/obligations/routes.tsx';
import { paperRoutes } from '#capabilities/dossiers/papers/routes.tsx';
import { printRoutes } from '#capabilities/dossiers/print/routes.ts';
import { readsRoutes } from '#capabilities/dossiers/reads/routes.tsx';
import { slipRoutes } from '#capabilities/dossiers/slips/routes.tsx';
import { stepRoutes } from '#capabilities/dossiers/steps/routes.tsx';
import { vaultRoutes } from '#capabilities/dossiers/vault/routes.tsx';
import { citizenResultRoutes } from '#capabilities/dossiers/results/citizen-routes.tsx';
import { resultRoutes } from '#capabilities/dossiers/results/routes.tsx';
import { verificationRoutes } from '#capabilities/results/verification/routes.tsx';
import { dossierRoutes } from '#capabilities/dossiers/view/routes.tsx';
import { notificationRoutes } from '#capabilities/notifications/routes.ts';
import { postRoutes } from '#capabilities/post/routes.ts';
import { postalRoutes } from '#capabilities/dossiers/postal/routes.ts';
import { portalRoutes } from '#capabilities/portal/routes.tsx';
import { citizenProcedureRoutes } from '#capabilities/procedures/citizens/routes.tsx';
import { procedureRoutes } from '#capabilities/procedures/routes.ts';
import { processRoutes } from '#capabilities/processes/routes.ts';
import { calculatorRoutes } from '#foundation/calendar/calculator/routes.tsx';
import { calendarRoutes } from '#foundation/calendar/routes.ts';
import { reportCheckRoutes } from '#capabilities/report-check/routes.tsx';
import { documentRoutes } from '#capabilities/documents/routes.ts';
import { indicatorRoutes } from '#capabilities/indicators/routes.ts';
import { scoringRoutes } from '#capabilities/scoring/routes.ts';
import { formSetRoutes } from '#capabilities/slips/sets/routes.tsx';
import { retentionRoutes } from '#capabilities/retention/routes.tsx';
import { dossierPaymentRoutes } from '#capabilities/dossiers/payments/routes.ts';
import { feeRoutes } from '#capabilities/fees/routes.ts';
import type { AppEnv } from '#foundation/http.ts';
import { logRoutes } from '#foundation/log/routes.tsx';
import { organisationRoutes } from '#foundation/organisation/routes.tsx';
import { personalDataRoutes } from '#foundation/personal-data/routes.tsx';
import { peopleRoutes } from '#foundation/people/routes.ts';
import { keptPeriods, PERSONAL_REGISTER } from '#app/personal-data.ts';
import { guardRoutes } from '#app/guard/routes.tsx';
import { operationRoutes } from '#app/operations/routes.tsx';
import { procedureLimits } from '#app/procedure-limits.ts';

/** The pages of every capability and foundation. Fixed addresses come before those with a name in them. */
export function capabilityRoutes(): readonly Hono<AppEnv>[] {
  return [
    portalRoutes,
    lookupRoutes,
    citizenResultRoutes,
    verificationRoutes,
    resultRoutes,
    notificationRoutes,
    postalRoutes,
    postRoutes,
    inboxRoutes,
    intakeRoutes,
    slipRoutes,
    printRoutes,
    readsRoutes,
    feeRoutes,
    dossierPaymentRoutes,
    retentionRoutes,
    reportCheckRoutes,
    documentRoutes,
    indicatorRoutes,
    formSetRoutes,
    scoringRoutes,
    custodyRoutes,
    consultationRoutes,
    linkedRoutes,
    noteRoutes,
    reassignRoutes,
    clockRoutes,
    stepRoutes,
    obligationRoutes,
    answerRoutes,
    fileRoutes,
    paperRoutes,
    vaultRoutes,
    dossierRoutes,
    procedureRoutes,
    processRoutes,
    citizenProcedureRoutes,
    organisationRoutes,
    peopleRoutes,
    dueMoveRoutes,
    migrationRoutes,
    calendarRoutes,
    calculatorRoutes(procedureLimits),
    logRoutes,
    guardRoutes,
    operationRoutes,
    personalDataRoutes({ register: PERSONAL_REGISTER, periods: keptPeriods }),
  ];
}
