import { Hono } from 'hono';
import { can, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { dossierListQuery } from '#capabilities/dossiers/inbox/schema.ts';
import { dossierList } from '#capabilities/dossiers/inbox/service.ts';
import { dossierPath } from '#capabilities/dossiers/schema.ts';
import { procedurePaths } from '#capabilities/procedures/schema.ts';
import { searchProcedures } from '#capabilities/procedures/service.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { type Found, SearchContent } from './pages.tsx';

/** One box over everything: dossiers the officer may read, and procedures. */
export const searchRoutes = new Hono<AppEnv>();

searchRoutes.get('/search', async (c) => {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const q = (c.req.query('q') ?? '').trim().slice(0, 200);
  const [dossiers, procedures] = [await findDossiers(ctx, q, 20), await findProcedures(ctx, q, 10)];
  const [only] = dossiers;
  if (only && dossiers.length === 1 && only.text.toUpperCase() === q.toUpperCase())
    return c.redirect(only.href, 303);
  return c.get('staffPage')(
    { title: 'Tìm kiếm' },
    <SearchContent q={q} dossiers={dossiers} procedures={procedures} />,
  );
});

/** The same for the command palette: what is found, as links. */
searchRoutes.get('/search.json', async (c) => {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const q = (c.req.query('q') ?? '').trim().slice(0, 200);
  const found = [...(await findDossiers(ctx, q, 6)), ...(await findProcedures(ctx, q, 4))];
  return c.json(found.map(({ href, text, note }) => ({ value: href, text, hint: note })));
});

async function findDossiers(ctx: Context, q: string, limit: number): Promise<readonly Found[]> {
  if (q.length < 3 || !can(ctx.actor, 'dossier.read')) return [];
  const { rows } = await dossierList(ctx, dossierListQuery.parse({ q }), limit);
  return rows.map((row) => ({
    href: dossierPath(row.number),
    text: row.number,
    note: `${row.title} · ${row.applicantName} · hẹn ${formatDateTime(row.dueAt)}`,
  }));
}

async function findProcedures(ctx: Context, q: string, limit: number): Promise<readonly Found[]> {
  if (q.length < 2) return [];
  const hits = await searchProcedures(ctx, q, { limit });
  return hits.map(({ version }) => ({
    href: procedurePaths.one(version.slug),
    text: version.content.shortName,
    note: [version.code, version.content.domain].filter(Boolean).join(' · '),
  }));
}
