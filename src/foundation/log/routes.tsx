import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { parseTilePath } from '#kernel/merkle/tile.ts';
import { refuse } from '#kernel/refusal.ts';
import { LogPage } from './pages.tsx';
import { logPaths } from './schema.ts';
import { newestCheckpoint, publishedTile, recentCheckpoints } from './service.ts';
import { witnessRoutes } from './witness/routes.ts';
import { withCosignatures } from './witness/service.ts';

/** The log as the public may check it (C2SP tlog-tiles): a page for people, and the pieces for programs. */
export const logRoutes = new Hono<AppEnv>()
  .route('/', witnessRoutes)
  .get(logPaths.page, async (c) => {
    const checkpoints = await recentCheckpoints(c.get('ctx'));
    return c.get('citizenPage')(
      {
        title: 'Nhật ký kiểm chứng',
        lead: 'Mọi việc cán bộ làm trong hệ thống đều vào nhật ký này. Ai cũng kiểm tra được rằng nhật ký không bị sửa.',
        description: 'Nhật ký không thể sửa của hệ thống một cửa, ai cũng kiểm chứng được.',
      },
      <LogPage checkpoints={checkpoints} publicUrl={c.get('ctx').publicUrl} />,
    );
  })
  .get(logPaths.checkpoint, async (c) => {
    const checkpoint = await newestCheckpoint(c.get('ctx'));
    if (checkpoint === null)
      return refuse('missing', 'Nhật ký chưa có trạng thái nào được ký. Hãy thử lại sau ít giây.');
    return c.text(await withCosignatures(c.get('ctx'), checkpoint), 200, { 'cache-control': 'no-cache' });
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
