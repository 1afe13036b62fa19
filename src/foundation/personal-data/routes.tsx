import { Hono } from 'hono';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { REGISTER_COLUMNS } from './exports.ts';
import { CitizenContent, RegisterContent } from './pages.tsx';
import { groupsOf } from './rules.ts';
import { personalDataPaths, type PersonalRegister } from './schema.ts';
import { registerQuery } from './schema-list.ts';

/** The register, and how the house says how long dossiers are kept: what, and for how many years. */
export type PersonalData = {
  readonly register: PersonalRegister;
  readonly periods: (ctx: Context) => Promise<readonly (readonly [string, string])[]>;
};

/** What is kept of whom: for everybody in plain words, for the staff field by field. */
export function personalDataRoutes({ register, periods }: PersonalData): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(personalDataPaths.citizens, async (c) => {
      const view = {
        applicant: groupsOf(register, 'applicant'),
        visitor: groupsOf(register, 'visitor'),
        periods: await periods(c.get('ctx')),
      };
      return c.get('citizenPage')(
        { title: 'Chúng tôi giữ dữ liệu gì của bạn, để làm gì, bao lâu', width: 'wide' },
        <CitizenContent view={view} />,
      );
    })
    .get(personalDataPaths.register, async (c) => {
      await authorise(c.get('ctx'), 'personal-register.read');
      const query = registerQuery.parse(c.req.query());
      const rows = register.filter(({ of }) => query.of === '' || of === query.of);
      const format = exportFormatOf(c.req.query('format'));
      if (format) return exportTable({ name: 'du-lieu-ca-nhan', columns: REGISTER_COLUMNS, rows, format });
      return c.get('staffPage')(
        { title: 'Dữ liệu cá nhân', lead: `${formatNumber(rows.length)} trường dữ liệu` },
        <RegisterContent view={{ rows, query }} />,
      );
    });
}
