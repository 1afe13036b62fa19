import { createMiddleware } from 'hono/factory';

/** What a page may load, run and be shown in: its own site, and nothing that a script composed of texts. */
const CONTENT = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * The same for the one page with the drawing program of processes: it makes its tools from HTML of its own, which its policy
 * looks at first (`elements/drawing-policy.ts`), and its icons carry style attributes. No other script runs there either.
 */
export const DRAWING_CONTENT = CONTENT.replace("trusted-types 'none'", 'trusted-types default').concat(
  "; style-src 'self'; style-src-attr 'unsafe-inline'",
);

/** What a page may ask of the device: a passkey and the clipboard, nothing else. */
const NEVER =
  'camera microphone geolocation payment usb serial hid bluetooth midi display-capture screen-wake-lock browsing-topics';
const PERMISSIONS = [
  ...NEVER.split(' ').map((feature) => `${feature}=()`),
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  'clipboard-write=(self)',
].join(', ');

/** For every answer, whatever it is. */
const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': PERMISSIONS,
} as const;

/** Where the answer has not said otherwise: pages with personal data are kept by nobody. */
const UNLESS_SAID = {
  'Content-Security-Policy': CONTENT,
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** Two years, with what lies below the name (RFC 6797). */
const ONLY_TLS = 'max-age=63072000; includeSubDomains';

/** Puts the headers that protect whoever reads on every answer: pages, files, assets, errors and health checks. */
export function securityHeaders(publicUrl: string) {
  const isSecure = publicUrl.startsWith('https:');
  return createMiddleware(async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
    for (const [name, value] of Object.entries(UNLESS_SAID)) {
      if (!headers.has(name)) headers.set(name, value);
    }
    if (isSecure) headers.set('Strict-Transport-Security', ONLY_TLS);
  });
}
