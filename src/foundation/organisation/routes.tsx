import { Hono } from 'hono';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, submit } from '#foundation/submit.ts';
import { actRoutes } from './acts/routes.tsx';
import { acts } from './acts/service.ts';
import { ContactPage } from './contact/pages.tsx';
import { contactSchema } from './contact/schema.ts';
import { correctContact } from './contact/service.ts';
import { organisationPaths, UNIT_KIND_LABELS } from './schema.ts';
import { organisationOn } from './service.ts';
import { TreePage } from './tree/pages.tsx';
import { exportColumns, filterOf, unitsFound } from './tree/view.ts';
import { UnitPage } from './unit/pages.tsx';
import { unitCard } from './unit/service.ts';

const HOME = { text: 'Tổ chức bộ máy', href: organisationPaths.tree };

/** The organisation as of a date, its units, and the acts that change it. */
export const organisationRoutes = new Hono<AppEnv>()
  .get(organisationPaths.tree, showTree)
  .get('/organisation/units/:code', showUnit)
  .get('/organisation/units/:code/contact', async (c) => {
    await authorise(c.get('ctx'), 'organisation.change');
    const { options, content } = await contactForm(c, { message: null, fields: {} });
    return c.get('staffPage')(options, content);
  })
  .post('/organisation/units/:code/contact', only('organisation.change'), saveContact)
  .route('/', actRoutes);

async function showTree(c: AppContext): Promise<Response> {
  const ctx = c.get('ctx');
  const filter = filterOf(c.req.query(), ctx.now);
  const prepared = (await acts(ctx)).filter((act) => act.state === 'prepared');
  const tree = await organisationOn(ctx, filter.date);
  const found = unitsFound(tree, filter.words);
  const format = exportFormatOf(c.req.query('format'));
  if (format !== null) {
    const rows = found.filter((unit) => filter.kind === null || unit.kind === filter.kind);
    return exportTable({ name: `to-chuc-${filter.date}`, columns: exportColumns(tree), rows, format });
  }
  return c.get('staffPage')(
    {
      title: 'Tổ chức bộ máy',
      lead: `Vào ngày ${formatDate(filter.date)}`,
      breadcrumbs: [{ text: 'Tổ chức bộ máy' }],
    },
    <TreePage tree={tree} filter={filter} found={found} preparedActs={prepared.length} />,
  );
}

async function showUnit(c: AppContext): Promise<Response> {
  const ctx = c.get('ctx');
  const { date, wrongDate } = filterOf(c.req.query(), ctx.now);
  const card = await unitCard(ctx, codeOf(c), date);
  return c.get('staffPage')(
    {
      title: card.unit.name,
      lead: UNIT_KIND_LABELS[card.unit.kind],
      breadcrumbs: [HOME, { text: card.unit.shortName }],
    },
    <UnitPage card={card} wrongDate={wrongDate} />,
  );
}

async function saveContact(c: AppContext): Promise<Response> {
  const code = codeOf(c);
  return submit(c, {
    schema: contactSchema,
    read: (form) => ({ address: valueOf(form.values, 'address'), phone: valueOf(form.values, 'phone') }),
    run: async (ctx, contact) => {
      await correctContact(ctx, code, contact);
      return { location: organisationPaths.unit(code), notice: 'Đã lưu địa chỉ, số điện thoại.' };
    },
    redo: async (problem, values) => contactForm(c, problem, values),
    page: c.get('staffPage'),
  });
}

async function contactForm(c: AppContext, problem: FormProblem, values?: FormValues) {
  const ctx = c.get('ctx');
  const { unit } = await unitCard(ctx, codeOf(c), filterOf({}, ctx.now).date);
  const contact = values
    ? { address: valueOf(values, 'address'), phone: valueOf(values, 'phone') }
    : { address: unit.address, phone: unit.phone };
  return {
    options: {
      title: 'Sửa địa chỉ, số điện thoại',
      lead: unit.name,
      breadcrumbs: [
        HOME,
        { text: unit.shortName, href: organisationPaths.unit(unit.code) },
        { text: 'Sửa địa chỉ, số điện thoại' },
      ],
    },
    content: <ContactPage unit={unit} contact={contact} formId={newFormId()} problem={problem} />,
  };
}

function codeOf(c: AppContext): string {
  return c.req.param('code') ?? '';
}
