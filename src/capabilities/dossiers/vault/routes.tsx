import { Hono } from 'hono';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { dossierPath } from '../schema.ts';
import { VaultContent } from './pages.tsx';
import { keepInput, removeInput, vaultPaths } from './schema.ts';
import { keepPapers, removeKept, vaultOf } from './service.ts';

export const vaultRoutes = new Hono<AppEnv>();

vaultRoutes.get('/dossiers/:number/vault', async (c) => {
  const { options, content } = await page(c, c.req.param('number'));
  return c.get('staffPage')(options, content);
});

vaultRoutes.post('/dossiers/:number/vault', only('dossier.receive'), async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: keepInput,
    read: ({ values }) => ({ number, consent: valueOf(values, 'consent'), papers: chosenPapers(values) }),
    run: async (ctx, input) => {
      await keepPapers(ctx, input);
      return { location: vaultPaths.of(number), notice: 'Đã lưu vào kho giấy tờ của người nộp.' };
    },
    redo: async (problem, values) => page(c, number, { values, problem: atFields(problem, values) }),
    page: c.get('staffPage'),
  });
});

vaultRoutes.post('/dossiers/:number/vault/:id{[0-9]{1,15}}/remove', only('dossier.receive'), async (c) => {
  const { number, id } = c.req.param();
  return submit(c, {
    schema: removeInput,
    read: ({ values }) => ({ number, itemId: id, removal: valueOf(values, 'removal') }),
    run: async (ctx, input) => {
      await removeKept(ctx, input);
      return { location: vaultPaths.of(number), notice: 'Đã xóa khỏi kho giấy tờ của người nộp.' };
    },
    redo: async (problem) => page(c, number, { problem }),
    page: c.get('staffPage'),
  });
});

const CHOSEN = /^keep\.(\d{1,15})\.chosen$/;

/** Files that were ticked, in the order of the page. */
function chosenFiles(values: FormValues): readonly string[] {
  return Object.keys(values).flatMap((name) => CHOSEN.exec(name)?.[1] ?? []);
}

function chosenPapers(values: FormValues) {
  return chosenFiles(values).map((fileId) => {
    const typed = (part: string): string => valueOf(values, `keep.${fileId}.${part}`);
    const day = (part: string): string => parseDate(typed(part)) ?? typed(part);
    const { issuedOn, validTo } = { issuedOn: day('issuedOn'), validTo: day('validTo') };
    const [name, documentNumber, issuedBy] = [typed('name'), typed('documentNumber'), typed('issuedBy')];
    return { fileId, paper: { name, documentNumber, issuedBy, issuedOn, validTo } };
  });
}

/** What the schema says of the second ticked file stands at the fields of that file. */
function atFields(problem: FormProblem, values: FormValues): FormProblem {
  const files = chosenFiles(values);
  const fields = Object.entries(problem.fields).map(([path, message]) => {
    const [, index, part] = /^papers\.(\d+)\.paper\.(\w+)$/.exec(path) ?? [];
    return [part === undefined ? path : `keep.${files[Number(index)]}.${part}`, message] as const;
  });
  return { ...problem, fields: Object.fromEntries(fields) };
}

type Typed = { readonly values?: FormValues; readonly problem?: FormProblem };

async function page(
  c: AppContext,
  number: string,
  { values = {}, problem = NO_PROBLEM }: Typed = {},
): Promise<Redo> {
  const vault = await vaultOf(c.get('ctx'), number);
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
    { text: 'Kho giấy tờ' },
  ];
  return {
    options: { title: 'Kho giấy tờ của người nộp', breadcrumbs },
    content: <VaultContent view={{ number, vault, values, problem }} />,
  };
}
