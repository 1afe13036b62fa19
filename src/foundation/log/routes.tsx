import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { formatBundle } from '#kernel/merkle/bundle.ts';
import { parseTilePath, type Tile, TILE_WIDTH } from '#kernel/merkle/tile.ts';
import { HASH_BYTES } from '#kernel/merkle/hash.ts';
import { refuse } from '#kernel/refusal.ts';
import { LogPage } from './pages.tsx';
import { logPaths } from './schema.ts';
import { newestCheckpoint, recentCheckpoints } from './service.ts';
import { readLeaves, readTiles } from './store.ts';

/** The log as the public may check it (C2SP tlog-tiles): a page for people, and the pieces for programs. */
export const logRoutes = new Hono<AppEnv>()
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
    return c.text(checkpoint.note, 200, { 'cache-control': 'no-cache' });
  })
  .get(`${logPaths.page}/tile/:path{.+}`, async (c) => {
    const tile = parseTilePath(c.req.path.slice(logPaths.page.length + 1));
    const bytes = tile === null ? null : await bytesOf(c, tile);
    if (bytes === null)
      return refuse('missing', 'Nhật ký không có mảnh này. Hãy xem trạng thái mới nhất rồi tải lại.');
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      // A tile never changes: what a name stands for today it stands for for ever.
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

/** Only what has been signed is given out; null for anything beyond it. */
async function bytesOf(c: AppContext, tile: Tile): Promise<Uint8Array | null> {
  const { db } = c.get('ctx');
  const size = (await newestCheckpoint(c.get('ctx')))?.size ?? 0;
  if (!isSigned(tile, size)) return null;
  if (tile.level === 'entries')
    return formatBundle(await readLeaves(db, tile.index * TILE_WIDTH, tile.width));
  const [hashes] = await readTiles(db, [{ level: tile.level, index: tile.index }]);
  const length = tile.width * HASH_BYTES;
  return hashes === undefined || hashes.length < length ? null : hashes.subarray(0, length);
}

function isSigned({ level, index, width }: Tile, size: number): boolean {
  const onLevel = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return index * TILE_WIDTH + width <= onLevel;
}
