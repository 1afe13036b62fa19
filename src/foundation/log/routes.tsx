import { Hono } from 'hono';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { parseTilePath } from '#kernel/merkle/tile.ts';
import { refuse } from '#kernel/refusal.ts';
import { letterRoutes } from './letters/routes.tsx';
import { LogPage } from './pages.tsx';
import { logPaths } from './schema.ts';
import { openAlarm, openDamage } from './alarms.ts';
import { newestCheckpoint, publishedTile, recentCheckpoints } from './service.ts';
import { witnessRoutes } from './witness/routes.ts';
import { latestVerification } from './verification/service.ts';
import { withCosignatures, witnessedCheckpoint, witnessesOf } from './witness/service.ts';

/** The log as the public may check it (C2SP tlog-tiles): a page for people, and the pieces for programs. */
export const logRoutes = new Hono<AppEnv>()
  .route('/', witnessRoutes)
  .route('/', letterRoutes)
  .get(logPaths.page, async (c) => {
    const ctx = c.get('ctx');
    const checkpoints = await recentCheckpoints(ctx);
    return c.get('citizenPage')(
      {
        title: 'Nhật ký kiểm chứng',
        lead: 'Mọi việc cán bộ làm trong hệ thống đều vào nhật ký này. Ai cũng kiểm tra được rằng nhật ký không bị sửa.',
        description: 'Nhật ký không thể sửa của hệ thống một cửa, ai cũng kiểm chứng được.',
      },
      <LogPage
        checkpoints={checkpoints}
        witnesses={await witnessesOf(ctx, checkpoints)}
        verification={await latestVerification(ctx)}
        alarm={(await openAlarm(ctx)) ?? (await openDamage(ctx))}
        publicUrl={ctx.publicUrl}
      />,
    );
  })
  .get(logPaths.checkpoint, async (c) => {
    const ctx = c.get('ctx');
    const note =
      c.req.query('nhan-chung') === undefined ? await newestNote(ctx) : await witnessedCheckpoint(ctx);
    if (note === null)
      return refuse('missing', 'Nhật ký chưa có trạng thái như vậy. Hãy thử lại sau vài phút.');
    return c.text(note, 200, { 'cache-control': 'no-cache' });
  })
  .get(`${logPaths.page}/tile/:path{.+}`, async (c) => {
    const tile = parseTilePath(c.req.path.slice(logPaths.page.length + 1));
    const bytes = tile === null ? null : await publishedTile(c.get('ctx'), tile);
    if (bytes === null)
      return refuse('missing', 'Nhật ký không có mảnh này. Hãy xem trạng thái mới nhất rồi tải lại.');
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      // A tile never changes: what a name stands for today it stands for for ever.
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

async function newestNote(ctx: Context): Promise<string | null> {
  const checkpoint = await newestCheckpoint(ctx);
  return checkpoint === null ? null : withCosignatures(ctx, checkpoint);
}
