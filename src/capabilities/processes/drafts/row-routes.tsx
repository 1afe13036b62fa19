import { Hono } from 'hono';
import { authorise } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { localDateOf } from '#kernel/local-date.ts';
import type { Row } from '#kernel/process/table/table.ts';
import { tableOf } from '#kernel/process/table/to-table.ts';
import { refuse } from '#kernel/refusal.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { publishedOn } from '#capabilities/procedures/service.ts';
import { crumbsOf, draftOf, type OpenDraft } from '../draft-of.ts';
import { rowName } from '../parts/steps.ts';
import { processPaths } from '../schema.ts';
import { rowOf } from './edit.ts';
import { fillPart, readPart, withLineCommand } from './part-values.ts';
import { isPart, type Part, partSchema } from './parts.ts';
import { partsOf, RowPage } from './row-page.tsx';
import { editProcessDraft } from './service.ts';

const ADDRESS = '/processes/:slug/versions/:number{[0-9]+}/rows/:row/:part';

export const processRowRoutes = new Hono<AppEnv>();

processRowRoutes.get(ADDRESS, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const place = await placeOf(c);
  const { options, content } = await rowPage(c, place, {
    problem: NO_PROBLEM,
    values: fillPart(place.part, place.row),
  });
  return c.get('staffPage')(options, content);
});

processRowRoutes.post(ADDRESS, only('procedure.edit'), async (c) => {
  const place = await placeOf(c);
  const again = async (problem: FormProblem, values: FormValues) => rowPage(c, place, { problem, values });
  const { values } = await readForm(c);
  const command = valueOf(values, 'line');
  if (command !== '') {
    const { options, content } = await again(NO_PROBLEM, withLineCommand(values, command));
    return c.get('staffPage')(options, content);
  }
  const { draft, procedure, row, part } = place;
  return submit(c, {
    schema: partSchema(part, row),
    read: (form) => readPart(part, form.values),
    run: async (ctx, change, form) => {
      const revision = Number(valueOf(form.values, 'revision'));
      await editProcessDraft(ctx, { versionId: draft.id, revision, ...change });
      const isGone = valueOf(form.values, 'place') === 'remove';
      const location = isGone
        ? processPaths.version(procedure.slug, draft.number)
        : processPaths.row({ slug: procedure.slug, number: draft.number, row: row.node.id, part });
      return { location, notice: isGone ? `Đã bỏ dòng “${rowName(row.node)}”.` : 'Đã lưu.' };
    },
    redo: again,
    page: c.get('staffPage'),
  });
});

type RowPlace = OpenDraft & { readonly row: Row; readonly part: Part };

async function placeOf(c: AppContext): Promise<RowPlace> {
  const open = await draftOf(c);
  const row = rowOf(open.draft.definition, c.req.param('row') ?? '');
  const part = c.req.param('part') ?? '';
  if (!isPart(part) || !partsOf(row).includes(part)) refuse('missing', 'Dòng này không có phần đó.');
  return { ...open, row, part };
}

type Shown = { readonly problem: FormProblem; readonly values: FormValues };

async function rowPage(c: AppContext, place: RowPlace, { problem, values }: Shown): Promise<Redo> {
  const { procedure, draft, row, part } = place;
  const { definition, revision, number } = draft;
  const ctx = c.get('ctx');
  const procedures = (await publishedOn(ctx, draft.validFrom ?? localDateOf(ctx.now))).map((one) => ({
    value: one.slug,
    text: one.content.shortName,
  }));
  const sent = Number(valueOf(values, 'revision'));
  const view = {
    slug: procedure.slug,
    number,
    revision: sent > 0 ? sent : revision,
    definition,
    table: tableOf(definition),
    row,
    part,
    values,
    problem,
    formId: newFormId(),
    procedures,
  };
  const name = rowName(row.node);
  return {
    options: { title: name, lead: procedure.content.shortName, breadcrumbs: crumbsOf(place, name) },
    content: <RowPage view={view} />,
  };
}
