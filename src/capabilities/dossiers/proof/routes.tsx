import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import type { InlineAssets } from '#web/assets.ts';
import { htmlAnswer } from '#web/http/html.ts';
import { renderPage } from '#web/ui/page.tsx';
import { ComparePage } from './compare-page.tsx';
import { publishedKeys } from './keys.ts';
import { proofPaths, RECEIPT_QUERY } from './schema.ts';
import { judgeReceipt } from './service.ts';
import { StaticPage } from './static-page.tsx';

/** The page that proves a receipt without a network, and the comparison with the log. */
export function proofRoutes(assets: InlineAssets) {
  const policy = policyFor(assets);
  return new Hono<AppEnv>()
    .get(proofPaths.page, async (c) => {
      const ctx = c.get('ctx');
      const view = { assets, policy, keys: await publishedKeys(ctx), publicUrl: ctx.publicUrl, at: ctx.now };
      c.header('Content-Security-Policy', `${policy}; frame-ancestors 'none'`);
      c.header('Referrer-Policy', 'no-referrer');
      c.header('Cache-Control', 'no-cache');
      return htmlAnswer(c, renderPage(<StaticPage view={view} />), 200);
    })
    .get(proofPaths.compare, async (c) => {
      const judgement = await judgeReceipt(c.get('ctx'), c.req.query(RECEIPT_QUERY) ?? '');
      c.header('Referrer-Policy', 'no-referrer');
      return c.get('citizenPage')(
        { title: 'Đối chiếu biên nhận với nhật ký' },
        <ComparePage judgement={judgement} />,
      );
    });
}

/** Nothing but the script and the style that are in the page; nothing is loaded, nothing is sent. */
function policyFor({ script, style }: InlineAssets): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
