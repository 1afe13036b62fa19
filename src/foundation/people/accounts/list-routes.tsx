import { Hono } from 'hono';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { Button } from '#web/ui/button.tsx';
import { POLICY } from '#foundation/access/second-factor/schema.ts';
import type { AppEnv } from '#foundation/http.ts';
import { AccountListPage } from './list-page.tsx';
import { accountFilter, type AccountLine, ACCOUNTS_PER_PAGE } from './schema.ts';
import { accountLines } from './service.ts';

export const accountListRoutes = new Hono<AppEnv>().get('/people/accounts', async (c) => {
  const ctx = c.get('ctx');
  const filter = accountFilter.parse(c.req.query());
  const all = await accountLines(ctx, filter);
  const format = exportFormatOf(c.req.query('format'));
  if (format !== null) return exportTable({ name: 'tai-khoan', columns: EXPORT_COLUMNS, rows: all, format });
  const first = (filter.page - 1) * ACCOUNTS_PER_PAGE;
  const lines = all.slice(first, first + ACCOUNTS_PER_PAGE);
  return c.get('staffPage')(
    {
      title: 'Cán bộ, vị trí',
      actions: (
        <Button href={POLICY} variant="secondary">
          Quy định đăng nhập hai bước
        </Button>
      ),
    },
    <AccountListPage filter={filter} lines={lines} total={all.length} now={ctx.now} />,
  );
});

const EXPORT_COLUMNS: readonly ExportColumn<AccountLine>[] = [
  { header: 'Tên đăng nhập', value: (line) => line.login, width: 30 },
  { header: 'Cán bộ', value: (line) => line.officerName, width: 30 },
  { header: 'Vị trí', value: (line) => line.postTitles, width: 40 },
  { header: 'Khóa từ', value: (line) => line.disabledAt },
  { header: 'Đăng nhập gần nhất', value: (line) => line.lastSignInAt },
];
