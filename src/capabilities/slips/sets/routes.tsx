import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { type FormSet, formSetIn, SLIP_KINDS } from '../form-sets.ts';
import { FormSetContent, FormSetListContent } from './pages.tsx';
import { formSetInput, formSetPaths, newFormSetInput } from './schema.ts';
import { addFormSet, changeFormSet, formSetById, formSetList } from './service.ts';
import { specimenPdf } from './specimens.ts';

const ID = ':id{[0-9]{1,15}}';
const UP = [{ text: 'Bộ mẫu phiếu', href: formSetPaths.list }];

/** Which forms are used since when: numbers, titles and symbols are data, so a new circular needs no new program. */
export const formSetRoutes = new Hono<AppEnv>()
  .get(formSetPaths.list, async (c) => {
    const ctx = c.get('ctx');
    const sets = await formSetList(ctx);
    const mayChange = can(requireActor(ctx), 'form-set.change');
    const view = { sets, today: localDateOf(ctx.now), mayChange };
    return c.get('staffPage')({ title: 'Bộ mẫu phiếu' }, <FormSetListContent view={view} />);
  })
  .get(formSetPaths.new, only('form-set.change'), async (c) => {
    const ctx = c.get('ctx');
    const model = formSetIn(await formSetList(ctx), localDateOf(ctx.now));
    const values = { ...valuesOf({ ...model, legalBasis: '' }), validFrom: [], from: [String(model.id)] };
    const { options, content } = page(c, values, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get(formSetPaths.edit(ID), only('form-set.change'), async (c) => {
    const set = await formSetById(c.get('ctx'), idOf(c));
    const values = { ...valuesOf(set), sequence: [String(set.sequence)] };
    const { options, content } = page(c, values, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get('/form-sets/:id{[0-9]{1,15}}/:file{[a-z-]+\\.pdf}', async (c) => {
    const set = await formSetById(c.get('ctx'), idOf(c));
    const kind = SLIP_KINDS.find((one) => `${one}.pdf` === c.req.param('file'));
    if (!kind) return refuse('missing', 'Bộ mẫu không có phiếu này.');
    return pdfResponse(`mau-${kind}`, await specimenPdf(set, kind));
  })
  .post(formSetPaths.new, only('form-set.change'), async (c) =>
    submit(c, {
      schema: newFormSetInput,
      read: ({ values }) => ({ from: valueOf(values, 'from'), ...readSet(values) }),
      run: async (ctx, input) => {
        await addFormSet(ctx, input);
        return { location: formSetPaths.list, notice: 'Đã thêm bộ mẫu phiếu.' };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .post(formSetPaths.edit(ID), only('form-set.change'), async (c) =>
    submit(c, {
      schema: formSetInput,
      read: ({ values }) => ({ id: idOf(c), sequence: valueOf(values, 'sequence'), ...readSet(values) }),
      run: async (ctx, input) => {
        await changeFormSet(ctx, input);
        return { location: formSetPaths.list, notice: 'Đã lưu bộ mẫu phiếu.' };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

function readSet(values: FormValues) {
  const typed = valueOf(values, 'validFrom').trim();
  const layouts = SLIP_KINDS.map((kind) => {
    const field = (name: string) => valueOf(values, `layouts.${kind}.${name}`);
    return [
      kind,
      { formNumber: field('formNumber'), title: field('title'), symbol: field('symbol'), template: '' },
    ];
  });
  return {
    legalBasis: valueOf(values, 'legalBasis'),
    validFrom: parseDate(typed) ?? typed,
    layouts: Object.fromEntries(layouts),
  };
}

function valuesOf({ legalBasis, validFrom, layouts }: FormSet): FormValues {
  const fields = SLIP_KINDS.flatMap((kind) => {
    const { formNumber, title, symbol } = layouts[kind];
    return Object.entries({ formNumber, title, symbol }).map(
      ([name, value]) => [`layouts.${kind}.${name}`, [value]] as const,
    );
  });
  return {
    legalBasis: [legalBasis],
    validFrom: [formatDate(validFrom)],
    ...Object.fromEntries(fields),
  };
}

function page(c: AppContext, values: FormValues, problem: FormProblem): Redo {
  const isNew = c.req.param('id') === undefined;
  const action = isNew ? formSetPaths.new : formSetPaths.edit(idOf(c));
  const title = isNew ? 'Thêm bộ mẫu phiếu' : 'Sửa bộ mẫu phiếu';
  const view = { action, isNew, field: fieldsOf(values, problem), problem, formId: newFormId() };
  return { options: { title, breadcrumbs: UP }, content: <FormSetContent view={view} /> };
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
