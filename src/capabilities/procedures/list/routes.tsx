import { Hono } from 'hono';
import { can, requireActor } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { catalogueFile } from '../exchange/service.ts';
import { procedurePaths } from '../schema.ts';
import { searchProcedures } from '../service.ts';
import { limitWords } from '../words.ts';
import { PROCEDURE_COLUMNS } from './exports.ts';
import { ListActions, listLead, ProcedureListContent } from './pages.tsx';
import { procedureListQuery } from './schema.ts';
import { type ProcedureList, procedureList } from './service.ts';

/** As many answers as a list under a box shows. */
const SUGGESTIONS = 12;

export const procedureListRoutes = new Hono<AppEnv>();

procedureListRoutes.get(procedurePaths.list, async (c) => {
  const query = procedureListQuery.parse(c.req.query());
  const list = await procedureList(c.get('ctx'), query);
  const file = await listFile(c, list);
  if (file) return file;
  const mayEdit = can(c.get('ctx').actor, 'procedure.edit');
  return c.get('staffPage')(
    {
      title: 'Thủ tục hành chính',
      lead: listLead(list),
      ...(mayEdit ? { actions: <ListActions /> } : {}),
    },
    <ProcedureListContent view={{ ...list, query }} />,
  );
});

async function listFile(c: AppContext, { rows }: ProcedureList): Promise<Response | null> {
  const wanted = c.req.query('format');
  if (wanted === 'json')
    return catalogueFile(
      c.get('ctx'),
      rows.map((row) => row.procedureId),
      'json',
    );
  const format = exportFormatOf(wanted);
  return format
    ? exportTable({ name: 'thu-tuc-hanh-chinh', columns: PROCEDURE_COLUMNS, rows, format })
    : null;
}

/** For comboboxes and the command palette: `?q=` and, for one counter, `&unit=`. */
procedureListRoutes.get(procedurePaths.searchJson, async (c) => {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const unitId = Number(c.req.query('unit'));
  const hits = await searchProcedures(ctx, c.req.query('q') ?? '', {
    limit: SUGGESTIONS,
    ...(Number.isSafeInteger(unitId) && unitId > 0 ? { unitId } : {}),
  });
  return c.json(
    hits.map(({ version }) => ({
      value: version.slug,
      text: version.content.shortName,
      hint: [version.code, version.content.domain, limitWords(version.content)].filter(Boolean).join(' · '),
    })),
  );
});
