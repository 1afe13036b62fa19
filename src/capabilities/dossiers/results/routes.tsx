import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate, formatNumber, parseDate } from '#kernel/vietnamese/format.ts';
import { answerInput, changeInput } from '#capabilities/results/changes/schema.ts';
import { answerChange, proposeChange } from '#capabilities/results/changes/service.ts';
import {
  bookWords,
  completionInput,
  correctedFields,
  resultPaths,
  resultQuery,
} from '#capabilities/results/schema.ts';
import { completeResult } from '#capabilities/results/service.ts';
import { only } from '#foundation/access/only.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Permission } from '#foundation/access/rules.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import type { ByteRange } from '#platform/storage/reading.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { fileAnswer } from '#web/http/file-answer.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { dossierPath } from '../schema.ts';
import { viewDossier } from '../view/service.ts';
import { resultColumns } from './exports.ts';
import { ChangeForm, CompletionForm, FurtherForm, valuesOf } from './forms.tsx';
import { ResultListContent } from './list-page.tsx';
import { ResultContent } from './page.tsx';
import { furtherInput } from './schema.ts';
import { issueFurther, openResultFile, register, resolvedHere, resultPage } from './service.ts';
import { verificationSheet } from './sheet.ts';

export const resultRoutes = new Hono<AppEnv>();

const ONE = '/results/:id{[0-9]{1,15}}';

resultRoutes.get('/results', async (c) => {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const date = (name: string): string => parseDate(c.req.query(name) ?? '') ?? '';
  const query = resultQuery.parse({ ...c.req.query(), from: date('from'), to: date('to') });
  const format = exportFormatOf(c.req.query('format'));
  const { rows, total, unitIds } = await register(ctx, query, format !== null);
  const unitName = await unitNames(ctx, 'shortName');
  const today = localDateOf(ctx.now);
  if (format) {
    return exportTable({ name: 'so-dang-ky-ket-qua', columns: resultColumns(unitName, today), rows, format });
  }
  const ids = unitIds ?? [...(await organisationNow(ctx)).units.keys()];
  const units = ids.map((id) => ({ id, name: unitName(id) }));
  return c.get('staffPage')(
    { title: 'Sổ đăng ký kết quả', lead: `${formatNumber(total)} kết quả` },
    <ResultListContent view={{ rows, total, query, units, unitName, today }} />,
  );
});

resultRoutes.get(ONE, async (c) => {
  const { options, content } = await onePage(c, {});
  return c.get('staffPage')(options, content);
});

resultRoutes.get(`${ONE}/file`, async (c) => {
  const file = await openResultFile(c.get('ctx'), idOf(c));
  const open = async (range?: ByteRange) => c.get('ctx').files.open(file.hash, range);
  return fileAnswer({ ...file, disposition: 'inline', open }, c.req.header('range'));
});

resultRoutes.get(`${ONE}/sheet.pdf`, async (c) => {
  const ctx = c.get('ctx');
  const { result } = await resultPage(ctx, idOf(c));
  return pdfResponse(
    `phieu-xac-minh-${bookWords(result).replace('/', '-')}`,
    await verificationSheet(ctx, result),
  );
});

resultRoutes.get(`${ONE}/complete`, only('result.enter'), async (c) => {
  const { options, content } = await completePage(c);
  return c.get('staffPage')(options, content);
});

resultRoutes.post(`${ONE}/complete`, only('result.enter'), async (c) => {
  const id = idOf(c);
  return submit(c, {
    schema: completionInput,
    read: ({ values }) => typedFields(values),
    run: async (ctx, input) => {
      await completeResult(ctx, id, input);
      return { location: resultPaths.one(id), notice: 'Đã ghi vào sổ kết quả.' };
    },
    redo: async (problem, values) => completePage(c, values, problem),
    page: c.get('staffPage'),
  });
});

resultRoutes.get(`${ONE}/change`, only('result.propose'), async (c) => {
  const { options, content } = await changePage(c);
  return c.get('staffPage')(options, content);
});

const proposal = changeInput.extend({ wanted: correctedFields.nullable() });

resultRoutes.post(`${ONE}/change`, only('result.propose'), async (c) => {
  const id = idOf(c);
  return submit(c, {
    schema: proposal,
    read: ({ values }) => ({
      kind: valueOf(values, 'change'),
      decisionNumber: valueOf(values, 'decisionNumber'),
      decidedOn: day(values, 'decidedOn'),
      reason: valueOf(values, 'reason'),
      wanted: valueOf(values, 'change') === 'correction' ? typedFields(values) : null,
    }),
    run: async (ctx, input) => {
      await proposeChange(ctx, id, input);
      return { location: resultPaths.one(id), notice: 'Đã gửi đề nghị. Người có thẩm quyền sẽ quyết định.' };
    },
    redo: async (problem, values) => changePage(c, values, atFields(problem)),
    page: c.get('staffPage'),
  });
});

resultRoutes.post(`${ONE}/answer`, only('result.decide'), async (c) => {
  const id = idOf(c);
  return submit(c, {
    schema: answerInput,
    read: ({ values }) => ({ outcome: valueOf(values, 'outcome'), answer: valueOf(values, 'answer') }),
    run: async (ctx, input) => {
      await answerChange(ctx, id, input);
      return { location: resultPaths.one(id), notice: 'Đã ghi quyết định.' };
    },
    redo: async (problem, values) => onePage(c, values, problem),
    page: c.get('staffPage'),
  });
});

resultRoutes.get('/dossiers/:number/results/new', only('result.enter'), async (c) => {
  const today = formatDate(localDateOf(c.get('ctx').now));
  const { options, content } = await furtherPage(c, {
    issuedOn: [today],
    validFrom: [today],
    kind: ['other'],
  });
  return c.get('staffPage')(options, content);
});

resultRoutes.post('/dossiers/:number/results/new', only('result.enter'), async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: furtherInput,
    read: ({ values }) => ({ number, ...typedFields(values) }),
    run: async (ctx, input) => {
      const { id } = await issueFurther(ctx, input);
      return { location: resultPaths.one(id), notice: 'Đã vào sổ kết quả.' };
    },
    redo: async (problem, values) => furtherPage(c, values, problem),
    page: c.get('staffPage'),
  });
});

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}

function day(values: FormValues, name: string): string {
  return parseDate(valueOf(values, name)) ?? valueOf(values, name);
}

function typedFields(values: FormValues) {
  const texts = ['kind', 'title', 'documentNumber', 'signer', 'holder'];
  const days = ['issuedOn', 'validFrom', 'validTo'];
  return Object.fromEntries([
    ...texts.map((name) => [name, valueOf(values, name)] as const),
    ...days.map((name) => [name, day(values, name)] as const),
  ]);
}

/** The fields of a correction stand in the form by their own names, and the kind of change by another. */
function atFields(problem: FormProblem): FormProblem {
  const fields = Object.entries(problem.fields).map(([path, message]) => [
    path === 'kind' ? 'change' : path.replace(/^wanted\./, ''),
    message,
  ]);
  return { ...problem, fields: Object.fromEntries(fields) };
}

const REGISTER = { text: 'Sổ đăng ký kết quả', href: resultPaths.list };

async function onePage(c: AppContext, values: FormValues, problem = NO_PROBLEM): Promise<Redo> {
  const ctx = c.get('ctx');
  const page = await resultPage(ctx, idOf(c));
  const { result } = page;
  const view = { page, values, problem, unitName: await unitNames(ctx, 'name'), today: localDateOf(ctx.now) };
  return {
    options: {
      title: result.title || 'Kết quả đã tiêu hủy',
      lead: `Số ${bookWords(result)} trong sổ`,
      breadcrumbs: [REGISTER, { text: bookWords(result) }],
    },
    content: <ResultContent view={view} />,
  };
}

async function formPage(c: AppContext, title: string, permission: Permission) {
  const ctx = c.get('ctx');
  const { result } = await resultPage(ctx, idOf(c));
  await authorise(ctx, permission, result.unitId);
  const breadcrumbs = [
    REGISTER,
    { text: bookWords(result), href: resultPaths.one(result.id) },
    { text: title },
  ];
  return { result, options: { title, lead: result.title, breadcrumbs } };
}

async function completePage(c: AppContext, values?: FormValues, problem = NO_PROBLEM): Promise<Redo> {
  const { result, options } = await formPage(c, 'Ghi đủ sổ kết quả', 'result.enter');
  const view = { values: values ?? valuesOf(result), problem };
  return { options, content: <CompletionForm result={result} view={view} /> };
}

async function changePage(c: AppContext, values?: FormValues, problem = NO_PROBLEM): Promise<Redo> {
  const { result, options } = await formPage(c, 'Đề nghị đính chính, thu hồi, hủy bỏ', 'result.propose');
  const view = { values: values ?? valuesOf(result), problem };
  return { options, content: <ChangeForm result={result} view={view} /> };
}

async function furtherPage(c: AppContext, values: FormValues, problem = NO_PROBLEM): Promise<Redo> {
  const number = c.req.param('number') ?? '';
  await resolvedHere(c.get('ctx'), number);
  const { detail } = await viewDossier(c.get('ctx'), number);
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
    { text: 'Thêm kết quả' },
  ];
  return {
    options: { title: 'Vào sổ thêm kết quả', lead: detail.title, breadcrumbs },
    content: <FurtherForm number={number} view={{ values, problem }} />,
  };
}
