import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { Option } from '#web/ui/option.ts';
import { citationOf, documentPaths } from '../schema.ts';
import { documentById, keepDocument, withdrawDocument } from '../service.ts';
import { DocumentForm, WithdrawalForm } from './form.tsx';
import { documentEntry, readDocumentForm, valuesOf, withdrawalInput } from './read.ts';

const ID = ':id{[0-9]{1,15}}';
const UP = { text: 'Sổ văn bản', href: documentPaths.list };

/** Entering documents, correcting them, taking them back. */
export const documentFormRoutes = new Hono<AppEnv>()
  .get(documentPaths.new, only('document.keep'), async (c) =>
    shown(c, await formPage(c, null, { values: {}, problem: NO_PROBLEM })),
  )
  .post(documentPaths.new, only('document.keep'), async (c) => keep(c, null))
  .get(documentPaths.edit(ID), only('document.keep'), async (c) => {
    const ctx = c.get('ctx');
    const document = await documentById(ctx, idOf(c));
    const by = document.replacedBy === null ? '' : citationOf(await documentById(ctx, document.replacedBy));
    return shown(c, await formPage(c, document.id, { values: valuesOf(document, by), problem: NO_PROBLEM }));
  })
  .post(documentPaths.edit(ID), only('document.keep'), async (c) => keep(c, idOf(c)))
  .get(documentPaths.withdraw(ID), only('document.keep'), async (c) => {
    const { sequence } = await documentById(c.get('ctx'), idOf(c));
    return shown(c, await withdrawalPage(c, { sequence: [String(sequence)] }, NO_PROBLEM));
  })
  .post(documentPaths.withdraw(ID), only('document.keep'), async (c) =>
    submit(c, {
      schema: withdrawalInput,
      read: ({ values }) => ({
        id: idOf(c),
        sequence: valueOf(values, 'sequence'),
        reason: valueOf(values, 'reason'),
      }),
      run: async (ctx, input) => {
        await withdrawDocument(ctx, input);
        return { location: documentPaths.list, notice: 'Đã rút văn bản khỏi sổ.' };
      },
      redo: async (problem, values) => withdrawalPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

async function keep(c: AppContext, id: number | null): Promise<Response> {
  return submit(c, {
    schema: documentEntry,
    read: ({ values }) => readDocumentForm(values, id),
    run: async (ctx, input) => {
      const kept = await keepDocument(ctx, input);
      return {
        location: documentPaths.one(kept),
        notice: id === null ? 'Đã thêm văn bản.' : 'Đã lưu văn bản.',
      };
    },
    redo: async (problem, values) => formPage(c, id, { values, problem }),
    page: c.get('staffPage'),
  });
}

type FormState = { readonly values: FormValues; readonly problem: FormProblem };

/** The form of a document; `id` null for a new one. */
async function formPage(c: AppContext, id: number | null, { values, problem }: FormState): Promise<Redo> {
  const action = id === null ? documentPaths.new : documentPaths.edit(id);
  const back = id === null ? documentPaths.list : documentPaths.one(id);
  const view = { action, back, units: await units(c), field: fieldsOf(values, problem), problem };
  return {
    options: { title: id === null ? 'Thêm văn bản' : 'Sửa văn bản', breadcrumbs: [UP] },
    content: <DocumentForm view={{ ...view, formId: newFormId() }} />,
  };
}

async function withdrawalPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const document = await documentById(c.get('ctx'), idOf(c));
  const back = documentPaths.one(document.id);
  const view = {
    action: documentPaths.withdraw(document.id),
    back,
    field: fieldsOf(values, problem),
    problem,
  };
  return {
    options: {
      title: 'Rút văn bản khỏi sổ',
      lead: citationOf(document),
      breadcrumbs: [UP, { text: citationOf(document), href: back }],
    },
    content: <WithdrawalForm view={{ ...view, formId: newFormId() }} />,
  };
}

async function units(c: AppContext): Promise<readonly Option[]> {
  const tree = await organisationNow(c.get('ctx'));
  return [...tree.units.values()].map(({ id, name }) => ({ value: String(id), text: name }));
}

async function shown(c: AppContext, { options, content }: Redo): Promise<Response> {
  return c.get('staffPage')(options, content);
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
