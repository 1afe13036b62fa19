import { Hono } from 'hono';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { Button } from '#web/ui/button.tsx';
import { can } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { unitFilterOptions } from '../../units.ts';
import { roleWords } from '../../words.ts';
import { OfficerListPage } from './pages.tsx';
import { officerFilter, type OfficerLine } from './schema.ts';
import { allOfficers, officerPage, readableUnits } from './service.ts';

export const officerListRoutes = new Hono<AppEnv>().get('/people', async (c) => {
  const ctx = c.get('ctx');
  const filter = officerFilter.parse(c.req.query());
  const format = exportFormatOf(c.req.query('format'));
  const unitName = await unitNames(ctx, 'name');
  if (format !== null) {
    const rows = await allOfficers(ctx, filter);
    return exportTable({ name: 'can-bo', columns: exportColumns(unitName), rows, format });
  }
  const { lines, total } = await officerPage(ctx, filter);
  const options = await unitFilterOptions(ctx, await readableUnits(ctx, null));
  const mayChange = can(ctx.actor, 'people.change');
  const withAccounts = can(ctx.actor, 'account.manage');
  const withRecoveries = can(ctx.actor, 'recovery.confirm');
  const actions = mayChange ? <Button href="/people/officers/new">Thêm cán bộ</Button> : null;
  return c.get('staffPage')(
    { title: 'Cán bộ, vị trí', actions },
    <OfficerListPage
      unitOptions={options}
      {...{ filter, lines, total, unitName, mayChange, withAccounts, withRecoveries }}
    />,
  );
});

function exportColumns(unitName: (unitId: number) => string): readonly ExportColumn<OfficerLine>[] {
  return [
    { header: 'Họ và tên', value: (line) => line.fullName, width: 30 },
    { header: 'Vị trí', value: (line) => line.posts.map(({ title }) => title).join('; '), width: 40 },
    { header: 'Đơn vị', value: (line) => unitsOf(line, unitName), width: 40 },
    { header: 'Vai trò', value: rolesOf, width: 30 },
    { header: 'Điện thoại', value: (line) => line.phone },
    { header: 'Thư điện tử', value: (line) => line.email, width: 30 },
    { header: 'Tên đăng nhập', value: (line) => line.login },
  ];
}

function unitsOf(line: OfficerLine, unitName: (unitId: number) => string): string {
  return [...new Set(line.posts.map(({ unitId }) => unitName(unitId)))].join('; ');
}

function rolesOf(line: OfficerLine): string {
  return roleWords([...new Set(line.posts.flatMap(({ roles }) => roles))]);
}
