import type { Hono } from 'hono';
import { createApp } from '#app/web/app.tsx';
import type { AppEnv } from '#foundation/http.ts';
import { RULES } from '#kernel/report/rules/all.ts';
import type { TestSystem } from '#test/database.ts';
import type { Target } from './world.ts';

const BUNDLE = {
  css: '/assets/x.css',
  js: '/assets/x.js',
  passkey: '/assets/p.js',
  icon: '/assets/icon.svg',
  fonts: [],
} as const;

/** The whole application over a test's system, as it runs for people. */
export function appOf(system: TestSystem): Hono<AppEnv> {
  const assets = { citizen: BUNDLE, staff: BUNDLE, receiptCheck: { script: '', style: '' } };
  return createApp(system, { assets, assetsFolder: 'dist/assets', development: false });
}

export type LiveRoute = { readonly method: string; readonly pattern: string };

/** Every address the running application answers, from its own router: a new one cannot be forgotten. */
export function liveRoutes(app: Hono<AppEnv>): readonly LiveRoute[] {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: path }));
  return [...new Map(routes.map((route) => [`${route.method} ${route.pattern}`, route])).values()];
}

/** Patterns whose parameter does not mean what its name says elsewhere. */
const SPECIAL: Readonly<Record<string, (target: Target) => string>> = {
  '/slips/:file{.+\\.pdf}': ({ slip }) => `/slips/${slip}.pdf`,
  '/slips/:number': ({ slip }) => `/slips/${slip}`,
  '/organisation/units/:code': ({ unitCode }) => `/organisation/units/${unitCode}`,
  '/organisation/units/:code/contact': ({ unitCode }) => `/organisation/units/${unitCode}/contact`,
  '/thu-tuc/viec/:code': ({ eventCode }) => `/thu-tuc/viec/${eventCode}`,
  '/tra-cuu/:number': ({ number, checkCode }) => `/tra-cuu/${number}?ma=${checkCode}`,
  '/xac-minh/:code': ({ verifyCode }) => `/xac-minh/${verifyCode}`,
  '/tra-cuu/:number/ket-qua/:id{[0-9]{1,15}}': ({ number, resultId }) =>
    `/tra-cuu/${number}/ket-qua/${resultId}`,
  '/report-check/rules/:code{[a-z0-9-]{1,60}}': () => `/report-check/rules/${RULES[0]?.code}`,
  '/guard/drop': ({ guarded }) => `/guard/drop?kind=unclear&id=${guarded.unclearId}`,
  '/post/new': ({ number }) => `/post/new?dossier=${number}&direction=from-applicant`,
  '/assets/:name{[\\w.-]+}': () => '/assets/none.css',
  '/nhat-ky/tile/:path{.+}': () => '/nhat-ky/tile/0/000.p/1',
};

/** An address of the pattern that names things of An Hòa: what a neighbour would type into the browser. */
export function addressOf(pattern: string, target: Target): string {
  const special = SPECIAL[pattern];
  if (special) return special(target);
  if (pattern.startsWith('/notifications/templates/'))
    return pattern.replace(':code/:channel', 'refused/email');
  const values = valuesFor(pattern, target);
  return pattern.replaceAll(/:(\w+)(?:\{.*?\}(?=\/|$))?/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing to put for :${name} in ${pattern}`);
    return encodeURIComponent(value);
  });
}

function valuesFor(pattern: string, target: Target): Readonly<Record<string, string | number>> {
  return {
    number: numberFor(pattern, target),
    slug: target.slug,
    file: 'receipt.pdf',
    section: 'general',
    format: 'json',
    hash: pattern.startsWith('/processes/') ? target.drawing : target.hash,
    row: 'step-1',
    part: 'step',
    kind: 'correction',
    ordinal: 1,
    code: pattern.startsWith('/indicators/') ? 'BC-GIAO' : target.actCode,
    id: idFor(pattern, target),
  };
}

function numberFor(pattern: string, { draft, processDraft, batch, number }: Target): string | number {
  if (pattern.startsWith('/processes/')) return processDraft;
  if (pattern.includes('/versions/')) return draft;
  return pattern.startsWith('/intake/batches/') ? batch : number;
}

const IDS: readonly (readonly [string, (target: Target) => number])[] = [
  ['/observations/', () => 1],
  ['/documents/', () => 1],
  ['/form-sets/', () => 1],
  ['/scoring-sets/', () => 1],
  ['/clock-rules/', () => 1],
  ['/act-reasons/', () => 1],
  ['/notifications/', ({ noticeId }) => noticeId],
  ['/notices/', ({ noticeId }) => noticeId],
  ['/post/', ({ orderId }) => orderId],
  ['/fees/payments/', ({ fees }) => fees.openId],
  ['/fees/receipts/', ({ fees }) => fees.receiptId],
  ['/fees/refunds/', ({ fees }) => fees.refundId],
  ['/fees/tills/', ({ fees }) => fees.tillId],
  ['/fees/books/', ({ fees }) => fees.bookId],
  ['/fees/accounts/', ({ fees }) => fees.accountId],
  ['/fees/exemptions/', ({ fees }) => fees.exemptionId],
  ['/results/', ({ resultId }) => resultId],
  ['/handovers/lists/', ({ units }) => units.listId],
  ['/dossiers/:number/discrepancies/', ({ units }) => units.discrepancyId],
  ['/dossiers/:number/consultations/', ({ units }) => units.consultationId],
  ['/dossiers/:number/notes/', ({ units }) => units.noteId],
  ['/dossiers/', ({ fileId }) => fileId],
  ['/people/officers/', ({ officerId }) => officerId],
  ['/people/posts/', ({ postId }) => postId],
  ['/people/holdings/', ({ holdingId }) => holdingId],
  ['/people/substitutions/', ({ substitutionId }) => substitutionId],
  ['/people/accounts/', ({ accountId }) => accountId],
  ['/account/second-factor/passkeys/', () => 999],
  ['/people/recoveries/', ({ recoveryId }) => recoveryId],
  ['/account/sessions/', ({ sessionId }) => sessionId],
  ['/calendar/days/', ({ dayId }) => dayId],
  ['/calendar/changes/', ({ guarded }) => guarded.changeId],
  ['/processes/:slug/migrations/', ({ guarded }) => guarded.migrationId],
  ['/operations/jobs/', ({ jobId }) => jobId],
  ['/retention/disposals/', ({ retention }) => retention.disposalId],
  ['/retention/holds/', ({ retention }) => retention.holdId],
  ['/retention/rules/', ({ retention }) => retention.ruleId],
];

function idFor(pattern: string, target: Target): number {
  return IDS.find(([start]) => pattern.startsWith(start))?.[1](target) ?? 0;
}
