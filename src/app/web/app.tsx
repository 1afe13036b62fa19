import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { refuse } from '#kernel/refusal.ts';
import { proofRoutes } from '#capabilities/dossiers/proof/routes.tsx';
import { requireActor } from '#foundation/access/authorise.ts';
import { passwordAgainFirst } from '#foundation/access/confirmation/gate.ts';
import { accessRoutes } from '#foundation/access/routes.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { isReachable } from '#platform/database/readiness.ts';
import { bringsToken } from '#platform/metrics/access.ts';
import { METRICS_TYPE } from '#platform/metrics/metrics.ts';
import type { System } from '#platform/system.ts';
import type { Assets } from '#web/assets.ts';
import type { Admission } from '#web/http/admission.ts';
import { knowingTheClient, LOOPBACK } from '#web/http/client.ts';
import { receivingFiles } from '#web/http/reception.ts';
import { securityHeaders } from '#web/http/security-headers.ts';
import { doorOf } from './admission.ts';
import { bareRenderer } from './bare.tsx';
import { showError, showNotFound } from './errors.tsx';
import {
  logged,
  ownPasswordFirst,
  plainAddress,
  readOnlyWhile,
  sameOrigin,
  secondFactorFirst,
  signedIn,
} from './middleware.ts';
import { citizenRenderer, staffRenderer } from './render.tsx';
import { capabilityRoutes } from './routes.ts';
import { paymentSimulatorRoutes } from '#app/development/payment.tsx';
import { phoneRoutes } from '#app/development/phone.tsx';
import { galleryRoutes } from './gallery.tsx';
import { deskOf } from './navigation.ts';
import { searchRoutes } from './search/routes.tsx';
import { securityTxtRoutes } from './security-txt.ts';
import { assetRoutes } from './static.ts';
import { watched } from './watched.ts';

/** Largest form without files, in bytes; forms with files are measured while they are read. */
const LARGEST_BODY = 1024 * 1024;
/** Any form before signing in: nobody fills the memory of the server with forms it will refuse anyway. */
const LARGEST_OF_STRANGERS = 64 * 1024;

const limitOfOfficers = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge });
const limitOfStrangers = bodyLimit({ maxSize: LARGEST_OF_STRANGERS, onError: signInFirst });

export type AppOptions = {
  readonly assets: Assets;
  readonly assetsFolder: string;
  /** Shows the gallery of the kit. */
  readonly development: boolean;
  /** Shows what would have gone to telephones; no such page when it is not given. */
  readonly phoneFolder?: string;
  /** Whose `X-Forwarded-…` is believed; only this machine when it is not given. */
  readonly trustedProxies?: readonly string[];
  /** Who is let in when too many come; everybody when it is not given. */
  readonly admission?: Admission;
  /** The figures of the process at `/metrics`, for whoever brings the token; no such address when it is not given. */
  readonly metrics?: { readonly token: string; readonly text: () => Promise<string> };
};

/** The whole web application over a system. */
export function createApp(system: System, options: AppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(showError);
  app.notFound(showNotFound);
  const { publicUrl } = system;
  app.use(knowingTheClient({ publicUrl, trustedProxies: options.trustedProxies ?? LOOPBACK }));
  app.use(securityHeaders(publicUrl));
  if (options.admission) app.use(doorOf(system, options.admission));
  app.use(watched);
  app.get('/healthz', (c) => c.text('ok'));
  const isReady = sharing(() => isReachable(system.db));
  app.get('/readyz', async (c) => {
    const isOpen = options.admission?.isClosed() !== true;
    return isOpen && (await isReady()) ? c.text('ready') : c.text('not ready', 503);
  });
  if (options.metrics) app.route('/', metricsRoutes(options.metrics));
  app.route('/', assetRoutes(options.assetsFolder));
  app.route('/', securityTxtRoutes(system));
  app.use(logged(system));
  app.use(async (c, next) => {
    c.set('staffPage', staffRenderer(c, options.assets));
    c.set('citizenPage', citizenRenderer(c, options.assets));
    c.set('barePage', bareRenderer(c, options.assets));
    return next();
  });
  app.use(compress());
  app.use(plainAddress);
  app.use(signedIn(system));
  app.use(async (c, next) => {
    if (c.get('ctx').actor === null) return limitOfStrangers(c, next);
    return bringsFiles(c) ? next() : limitOfOfficers(c, next);
  });
  app.use(receivingFiles(system.uploads, (c: AppContext) => accountOf(c)));
  app.use(sameOrigin);
  app.use(readOnlyWhile);
  app.use(ownPasswordFirst);
  app.use(secondFactorFirst);
  app.use(passwordAgainFirst);
  app.route('/', accessRoutes);
  app.get('/desk', (c) => c.redirect(deskOf(requireActor(c.get('ctx'))), 303));
  app.route('/', searchRoutes);
  app.route('/', proofRoutes(options.assets.receiptCheck));
  for (const routes of capabilityRoutes()) app.route('/', routes);
  if (options.development) app.route('/', galleryRoutes(options.assets));
  if (options.development && system.payments?.isSimulated) app.route('/', paymentSimulatorRoutes);
  if (options.phoneFolder) app.route('/', phoneRoutes(options.phoneFolder));
  return app;
}

function metricsRoutes({ token, text }: NonNullable<AppOptions['metrics']>): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/metrics', async (c) => {
    if (bringsToken(c.req.header('authorization'), token))
      return c.text(await text(), 200, { 'content-type': METRICS_TYPE });
    return c.text('MOTCUA_METRICS_TOKEN', 401, { 'www-authenticate': 'Bearer' });
  });
}

/** Whose uploads are counted together; nobody else brings files. */
function accountOf(c: AppContext): string | null {
  const { actor } = c.get('ctx');
  return actor === null ? null : String(actor.accountId);
}

/** One asking for all who want to know at the same time. */
function sharing<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return async () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return asked;
  };
}

function bringsFiles(c: AppContext): boolean {
  return /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');
}

function signInFirst(): never {
  refuse('forbidden', 'Biểu mẫu này quá lớn để gửi khi chưa đăng nhập. Hãy đăng nhập rồi gửi lại.');
}

function tooLarge(): never {
  throw new HTTPException(413);
}
