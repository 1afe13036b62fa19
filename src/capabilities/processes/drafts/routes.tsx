import { Hono } from 'hono';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { isLocalDate } from '#kernel/local-date.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { tableOf } from '#kernel/process/table/to-table.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, rowsOf, valueOf } from '#web/http/form-values.ts';
import { crumbsOf, draftOf, type OpenDraft } from '../draft-of.ts';
import { rowName } from '../parts/steps.ts';
import { processPaths } from '../schema.ts';
import { processView } from '../view/service.ts';
import { addRow } from './edit.ts';
import { AddRowPage, DiscardPage, GeneralPage } from './general-page.tsx';
import { pickedUnitRole, placeCode } from './options.ts';
import { newRow } from './parts.ts';
import { discardProcessDraft, editProcessDraft, startProcessDraft } from './service.ts';

const DRAFT = '/processes/:slug/versions/:number{[0-9]+}';

export const processDraftRoutes = new Hono<AppEnv>();

processDraftRoutes.post('/processes/:slug/drafts', only('procedure.edit'), async (c) => {
  const { procedure } = await processView(c.get('ctx'), c.req.param('slug'));
  const { slug, procedureId } = procedure;
  return submit(c, {
    schema: z.object({ copyOf: z.int().positive().nullable() }),
    read: ({ values }) => ({ copyOf: Number(valueOf(values, 'copyOf')) || null }),
    run: async (ctx, { copyOf }) => {
      const { number } = await startProcessDraft(ctx, {
        procedureId,
        ...(copyOf === null ? {} : { copyOf }),
      });
      return { location: processPaths.version(slug, number), notice: `Đã lập bản dự thảo số ${number}.` };
    },
    redo: async (problem) =>
      refuse('conflict', problem.message ?? 'Chưa lập được bản dự thảo. Hãy tải lại trang.'),
    page: c.get('staffPage'),
  });
});

const general = z.object({
  name: z.string().min(1, 'Nhập tên quy trình.').max(200),
  validFrom: z.string().refine(isLocalDate, 'Ngày phải có thật, ví dụ 1/7/2025.').nullable(),
  lanes: z.array(
    z.object({ id: z.string(), name: z.string().max(200), place: z.string(), role: z.string() }),
  ),
});

processDraftRoutes.get(`${DRAFT}/general`, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const open = await draftOf(c);
  const { options, content } = generalPage(open, { problem: NO_PROBLEM, values: generalValues(open) });
  return c.get('staffPage')(options, content);
});

processDraftRoutes.post(`${DRAFT}/general`, only('procedure.edit'), async (c) => {
  const open = await draftOf(c);
  return submit(c, {
    schema: general,
    read: ({ values }) => ({
      name: valueOf(values, 'name'),
      validFrom: dateOf(valueOf(values, 'validFrom')),
      lanes: rowsOf(values, 'lanes'),
    }),
    run: async (ctx, { validFrom, ...input }, form) => {
      const revision = Number(valueOf(form.values, 'revision'));
      await editProcessDraft(ctx, {
        versionId: open.draft.id,
        revision,
        what: 'tên, ngày dự kiến, làn',
        change: (definition) => withGeneral(definition, input),
        validFrom,
      });
      return { location: processPaths.version(open.procedure.slug, open.draft.number), notice: 'Đã lưu.' };
    },
    redo: async (problem, values) => generalPage(open, { problem, values }),
    page: c.get('staffPage'),
  });
});

function withGeneral(
  definition: ProcessDefinition,
  { name, lanes }: Pick<z.infer<typeof general>, 'name' | 'lanes'>,
): ProcessDefinition {
  const told = new Map(lanes.map((lane) => [lane.id, lane]));
  return {
    ...definition,
    name,
    lanes: definition.lanes.map((lane) => {
      const input = told.get(lane.id);
      if (input === undefined) return lane;
      return { ...lane, name: input.name, unitRole: pickedUnitRole(input.place, input.role) };
    }),
  };
}

/** A day as the schema wants it, or what was typed so that the schema refuses it. */
function dateOf(typed: string): string | null {
  return typed === '' ? null : (parseDate(typed) ?? typed);
}

function generalValues({ draft }: OpenDraft): FormValues {
  const { definition, validFrom } = draft;
  const lanes = definition.lanes.flatMap(({ id, name, unitRole }, index) => [
    [`lanes.${index}.id`, id] as const,
    [`lanes.${index}.name`, name] as const,
    [`lanes.${index}.place`, unitRole === null ? '' : placeCode(unitRole)] as const,
    [`lanes.${index}.role`, unitRole?.role ?? ''] as const,
  ]);
  const day = validFrom === null ? '' : formatDate(validFrom);
  const values = [['name', definition.name] as const, ['validFrom', day] as const, ...lanes];
  return Object.fromEntries(values.map(([key, value]) => [key, [value]]));
}

type Shown = { readonly problem: FormProblem; readonly values: FormValues };

function generalPage(open: OpenDraft, shown: Shown): Redo {
  return {
    options: { title: 'Tên, ngày dự kiến, các làn', breadcrumbs: crumbsOf(open, 'Tên, ngày, làn') },
    content: <GeneralPage view={{ ...placeOf(open), ...shown, formId: newFormId() }} />,
  };
}

processDraftRoutes.get(`${DRAFT}/rows`, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { options, content } = addPage(await draftOf(c), { problem: NO_PROBLEM, values: {} });
  return c.get('staffPage')(options, content);
});

processDraftRoutes.post(`${DRAFT}/rows`, only('procedure.edit'), async (c) => {
  const open = await draftOf(c);
  const { slug } = open.procedure;
  const { number } = open.draft;
  return submit(c, {
    schema: newRow,
    read: ({ values }) => ({
      after: valueOf(values, 'after'),
      kind: valueOf(values, 'kind'),
      name: valueOf(values, 'name'),
    }),
    run: async (ctx, input, form) => {
      const revision = Number(valueOf(form.values, 'revision'));
      const { id } = addRow(open.draft.definition, input);
      await editProcessDraft(ctx, {
        versionId: open.draft.id,
        revision,
        what: `thêm “${input.name}”`,
        change: (definition) => addRow(definition, input).definition,
      });
      return {
        location: processPaths.row({ slug, number, row: id }),
        notice: 'Đã thêm dòng. Hãy nhập nội dung.',
      };
    },
    redo: async (problem, values) => addPage(open, { problem, values }),
    page: c.get('staffPage'),
  });
});

function addPage(open: OpenDraft, shown: Shown): Redo {
  const rows = tableOf(open.draft.definition)
    .rows.filter(({ node }) => node.kind !== 'end-event')
    .map(({ node }) => ({ value: node.id, text: rowName(node) }));
  return {
    options: { title: 'Thêm dòng', breadcrumbs: crumbsOf(open, 'Thêm dòng') },
    content: <AddRowPage view={{ ...placeOf(open), ...shown, rows, formId: newFormId() }} />,
  };
}

function placeOf({ procedure, draft }: OpenDraft) {
  return { slug: procedure.slug, number: draft.number, revision: draft.revision };
}

processDraftRoutes.get(`${DRAFT}/discard`, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { options, content } = await discardPage(c);
  return c.get('staffPage')(options, content);
});

processDraftRoutes.post(`${DRAFT}/discard`, only('procedure.edit'), async (c) => {
  const { procedure, draft } = await draftOf(c);
  return submit(c, {
    schema: z.object({}),
    read: () => ({}),
    run: async (ctx) => {
      await discardProcessDraft(ctx, draft.id);
      return { location: processPaths.one(procedure.slug), notice: `Đã bỏ bản dự thảo số ${draft.number}.` };
    },
    redo: async () => discardPage(c),
    page: c.get('staffPage'),
  });
});

async function discardPage(c: AppContext): Promise<Redo> {
  const open = await draftOf(c);
  return {
    options: {
      title: `Bỏ bản dự thảo số ${open.draft.number}?`,
      breadcrumbs: crumbsOf(open, 'Bỏ bản dự thảo'),
    },
    content: <DiscardPage view={{ ...placeOf(open), formId: newFormId() }} />,
  };
}
