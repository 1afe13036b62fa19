import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { authorise, can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { dateIn, formOf } from '#web/http/typed-values.ts';
import { feePaths, ID } from '../schema.ts';
import { FEES_CRUMB } from '../tabs.tsx';
import { ExemptionContent, ExemptionListContent } from './pages.tsx';
import { exemptionInput, type FeeExemption } from './schema.ts';
import { allExemptions, exemptionById, saveExemption } from './service.ts';

const UP = [FEES_CRUMB, { text: 'Miễn, giảm', href: feePaths.exemptions }];

/** Reasons for charging less: data with a period, changed by whoever keeps the catalogue of procedures. */
export const exemptionRoutes = new Hono<AppEnv>()
  .get(feePaths.exemptions, async (c) => {
    const ctx = c.get('ctx');
    const actor = requireActor(ctx);
    await authorise(ctx, 'fee.read', actor.post.unitId);
    const view = {
      exemptions: await allExemptions(ctx),
      today: localDateOf(ctx.now),
      actor,
      mayChange: can(actor, 'fee.rules'),
    };
    return c.get('staffPage')(
      { title: 'Lý do miễn, giảm', breadcrumbs: [FEES_CRUMB, { text: 'Miễn, giảm' }] },
      <ExemptionListContent view={view} />,
    );
  })
  .get(feePaths.newExemption, only('fee.rules'), async (c) => {
    const values = formOf({ sequence: '0', percent: '100' });
    const { options, content } = page(c, { values, problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .get(feePaths.editExemption(ID), only('fee.rules'), async (c) => {
    const exemption = await exemptionById(c.get('ctx'), Number(c.req.param('id')));
    const { options, content } = page(c, { values: valuesOf(exemption), problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.newExemption, only('fee.rules'), async (c) => save(c))
  .post(feePaths.editExemption(ID), only('fee.rules'), async (c) => save(c));

async function save(c: AppContext): Promise<Response> {
  return submit(c, {
    schema: exemptionInput,
    read: ({ values }) => ({
      id: c.req.param('id') ?? null,
      sequence: valueOf(values, 'sequence'),
      name: valueOf(values, 'name'),
      legalBasis: valueOf(values, 'legalBasis'),
      percent: valueOf(values, 'percent') || undefined,
      certainty: valueOf(values, 'certainty'),
      note: valueOf(values, 'note'),
      validFrom: dateIn(values, 'validFrom'),
      validTo: dateIn(values, 'validTo') || null,
    }),
    run: async (ctx, input) => {
      await saveExemption(ctx, input);
      return { location: feePaths.exemptions, notice: 'Đã lưu lý do miễn, giảm.' };
    },
    redo: async (problem, values) => page(c, { values, problem }),
    page: c.get('staffPage'),
  });
}

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

function page(c: AppContext, { values, problem }: Typed): Redo {
  const id = c.req.param('id');
  const action = id === undefined ? feePaths.newExemption : feePaths.editExemption(id);
  const title = id === undefined ? 'Thêm lý do miễn, giảm' : 'Sửa lý do miễn, giảm';
  const view = { action, field: fieldsOf(values, problem), problem, formId: newFormId() };
  return {
    options: { title, breadcrumbs: [...UP, { text: title }], width: 'narrow' },
    content: <ExemptionContent view={view} />,
  };
}

function valuesOf(exemption: FeeExemption): FormValues {
  const { name, legalBasis, percent, certainty, note, validFrom, validTo, sequence } = exemption;
  return formOf({
    name,
    legalBasis,
    certainty,
    note,
    percent: String(percent),
    sequence: String(sequence),
    validFrom: formatDate(validFrom),
    validTo: validTo === null ? '' : formatDate(validTo),
  });
}
