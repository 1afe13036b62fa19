import { Hono } from 'hono';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { withQuery } from '#web/http/list-state.ts';
import { Button } from '#web/ui/button.tsx';
import { can } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { readableUnits } from '../../officers/list/service.ts';
import { unitFilterOptions } from '../../units.ts';
import { roleWords } from '../../words.ts';
import { PostListPage } from './pages.tsx';
import { postFilter, type PostLine, POSTS_PER_PAGE } from './schema.ts';
import { postLines } from './service.ts';

export const postListRoutes = new Hono<AppEnv>().get('/people/posts', async (c) => {
  const ctx = c.get('ctx');
  const filter = postFilter.parse(c.req.query());
  const all = await postLines(ctx, filter);
  const unitName = await unitNames(ctx, 'name');
  const format = exportFormatOf(c.req.query('format'));
  if (format !== null) {
    return exportTable({ name: 'vi-tri-cong-tac', columns: exportColumns(unitName), rows: all, format });
  }
  const first = (filter.page - 1) * POSTS_PER_PAGE;
  const view = { filter, lines: all.slice(first, first + POSTS_PER_PAGE), total: all.length, unitName };
  const options = await unitFilterOptions(ctx, await readableUnits(ctx, null));
  const newPath = withQuery('/people/posts/new', { unit: filter.unit });
  const actions = can(ctx.actor, 'people.change') ? <Button href={newPath}>Lập vị trí</Button> : null;
  return c.get('staffPage')(
    { title: 'Cán bộ, vị trí', actions },
    <PostListPage
      {...view}
      unitOptions={options}
      withAccounts={can(ctx.actor, 'account.manage')}
      withRecoveries={can(ctx.actor, 'recovery.confirm')}
    />,
  );
});

function exportColumns(unitName: (unitId: number) => string): readonly ExportColumn<PostLine>[] {
  return [
    { header: 'Đơn vị', value: (line) => unitName(line.unitId), width: 40 },
    { header: 'Vị trí', value: (line) => line.title, width: 40 },
    { header: 'Vai trò', value: (line) => roleWords(line.roles), width: 30 },
    { header: 'Người giữ', value: (line) => line.holderName ?? 'Đang khuyết', width: 30 },
    { header: 'Người làm thay', value: (line) => line.substituteName, width: 30 },
  ];
}
