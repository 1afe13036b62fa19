import { Hono } from 'hono';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { Context } from '#foundation/context.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { correctionInput, linesInput } from '#capabilities/fees/asking/schema.ts';
import { askAtCounter, correctPayment } from '#capabilities/fees/asking/service.ts';
import { feePaths, ID } from '#capabilities/fees/schema.ts';
import { exemptionsInForce } from '#capabilities/fees/service.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { formOf, moneyIn } from '#web/http/typed-values.ts';
import type { Option } from '#web/ui/option.ts';
import { dossierPath } from '../schema.ts';
import { viewDossier } from '../view/service.ts';
import { LinesContent } from './lines-page.tsx';
import { requireChanging, viewPayment } from './service.ts';

const NEW_PAYMENT = '/dossiers/:number/payments/new';

/** Empty lines that a form has, so that it works without script. */
const ROWS = 3;

/** Something more is asked, or what was asked is put right. */
export const lineRoutes = new Hono<AppEnv>()
  .get(NEW_PAYMENT, only('fee.collect'), async (c) => {
    const { options, content } = await newPage(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(NEW_PAYMENT, only('fee.collect'), async (c) =>
    submit(c, {
      schema: linesInput,
      read: ({ values }) => ({ lines: linesIn(values), note: valueOf(values, 'note') }),
      run: async (ctx, input) => {
        const id = await askAtCounter(ctx, c.req.param('number'), input);
        return { location: feePaths.payment(id), notice: 'Đã lập khoản phải nộp.' };
      },
      redo: async (problem, values) => newPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .get(feePaths.correct(ID), async (c) => {
    const { options, content } = await correctionPage(c, null, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.correct(ID), async (c) => {
    await requireChanging(c.get('ctx'), Number(c.req.param('id')));
    return submit(c, {
      schema: correctionInput,
      read: ({ values }) => ({
        lines: linesIn(values),
        note: valueOf(values, 'note'),
        sequence: valueOf(values, 'sequence'),
      }),
      run: async (ctx, input) => {
        const id = Number(c.req.param('id'));
        await correctPayment(ctx, id, input);
        return { location: feePaths.payment(id), notice: 'Đã sửa khoản phải nộp.' };
      },
      redo: async (problem, values) => correctionPage(c, values, problem),
      page: c.get('staffPage'),
    });
  });

async function newPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  const { state } = await viewDossier(ctx, c.req.param('number') ?? '');
  const page = {
    action: feePaths.newPayment(state.number),
    rows: ROWS,
    exemptions: await exemptionOptions(ctx),
    field: fieldsOf(values, atFirstLine(problem)),
    problem: atFirstLine(problem),
    formId: newFormId(),
    sequence: null,
  };
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: state.number, href: dossierPath(state.number) },
    { text: 'Khoản phải nộp' },
  ];
  return { options: { title: 'Lập khoản phải nộp', breadcrumbs }, content: <LinesContent page={page} /> };
}

async function correctionPage(c: AppContext, values: FormValues | null, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  await requireChanging(ctx, Number(c.req.param('id')));
  const { payment, lines, dossier } = await viewPayment(ctx, Number(c.req.param('id')));
  const begun = formOf(
    Object.fromEntries(
      lines.flatMap((line, row) => [
        [`lines.${row}.name`, line.name],
        [`lines.${row}.kind`, line.kind],
        [`lines.${row}.fullAmount`, formatNumber(line.fullAmount, 0)],
        [`lines.${row}.exemptionId`, line.exemptionId === null ? '' : String(line.exemptionId)],
        [`lines.${row}.explanation`, line.explanation],
      ]),
    ),
  );
  const shown = values ?? { ...begun, sequence: [String(payment.sequence)] };
  const page = {
    action: feePaths.correct(payment.id),
    rows: Math.max(ROWS, lines.length + 1),
    exemptions: await exemptionOptions(ctx),
    field: fieldsOf(shown, atFirstLine(problem)),
    problem: atFirstLine(problem),
    formId: newFormId(),
    sequence: valueOf(shown, 'sequence'),
  };
  const breadcrumbs = [
    { text: 'Phí, lệ phí', href: feePaths.list },
    { text: dossier.number, href: feePaths.payment(payment.id) },
    { text: 'Sửa' },
  ];
  return { options: { title: 'Sửa khoản phải nộp', breadcrumbs }, content: <LinesContent page={page} /> };
}

/** Lines with something in them; a form has more rows than are needed. */
function linesIn(values: FormValues): readonly unknown[] {
  return Array.from({ length: 10 }, (_, row) => row)
    .filter(
      (row) =>
        valueOf(values, `lines.${row}.name`) !== '' || moneyIn(values, `lines.${row}.fullAmount`) !== null,
    )
    .map((row) => ({
      name: valueOf(values, `lines.${row}.name`),
      kind: valueOf(values, `lines.${row}.kind`),
      fullAmount: moneyIn(values, `lines.${row}.fullAmount`),
      exemptionId: Number(valueOf(values, `lines.${row}.exemptionId`)) || null,
      explanation: valueOf(values, `lines.${row}.explanation`),
    }));
}

/** What is wrong with the lines as a whole is said at the first of them. */
function atFirstLine({ message, fields }: FormProblem): FormProblem {
  const { lines, ...rest } = fields;
  return { message, fields: lines === undefined ? rest : { 'lines.0.name': lines, ...rest } };
}

async function exemptionOptions(ctx: Context): Promise<readonly Option[]> {
  requireActor(ctx);
  return (await exemptionsInForce(ctx)).map(({ id, name, percent }) => ({
    value: String(id),
    text: percent === 100 ? `Miễn: ${name}` : `Giảm ${percent}%: ${name}`,
  }));
}
