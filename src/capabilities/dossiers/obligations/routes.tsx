import { Hono } from 'hono';
import { parseNumber } from '#kernel/vietnamese/format.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import { loadReadable } from '../frame.ts';
import { dossierPath } from '../schema.ts';
import { NothingWaits, ObligationContent } from './pages.tsx';
import { takingPart } from '../view/taking-part.ts';
import { MOST_LINES, obligationInput } from './schema.ts';
import { sayWhatIsOwed, waitingPayments } from './service.ts';

export const obligationRoutes = new Hono<AppEnv>();

obligationRoutes.get('/dossiers/:number/obligations', async (c) => {
  const token = c.req.query('token') ?? '';
  const { options, content } = await page(c, { values: { token: [token] }, problem: null });
  return c.get('staffPage')(options, content);
});

obligationRoutes.post('/dossiers/:number/obligations', only('dossier.handle'), takingPart, async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: obligationInput,
    read: (form) => ({ number, ...read(form) }),
    run: async (ctx, input) => {
      await sayWhatIsOwed(ctx, input);
      return { location: dossierPath(number), notice: 'Đã ghi khoản phải nộp.' };
    },
    redo: async (problem, values) => page(c, { values, problem }),
    page: c.get('staffPage'),
  });
});

/** Lines that nobody wrote anything into are none. */
function read({ values }: SubmittedForm): Readonly<Record<string, unknown>> {
  const lines = Array.from({ length: MOST_LINES }, (_, index) => ({
    name: valueOf(values, `lines.${index}.name`),
    amount: valueOf(values, `lines.${index}.amount`),
  })).filter(({ name, amount }) => name !== '' || amount !== '');
  return {
    sequence: valueOf(values, 'sequence'),
    token: valueOf(values, 'token'),
    nothingOwed: valueOf(values, 'nothingOwed') !== '',
    lines: lines.map(({ name, amount }) => ({ name, amount: parseNumber(amount) ?? amount })),
    note: valueOf(values, 'note'),
  };
}

type Typed = { readonly values: FormValues; readonly problem: FormProblem | null };

async function page(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const number = c.req.param('number') ?? '';
  const { state } = await loadReadable(c.get('ctx'), number);
  const all = waitingPayments(state);
  const waiting = all.find(({ token }) => String(token) === valueOf(values, 'token')) ?? all[0];
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
    { text: 'Khoản phải nộp' },
  ];
  const title = 'Ghi khoản phải nộp';
  if (!waiting) return { options: { title, breadcrumbs }, content: <NothingWaits number={number} /> };
  const view = { number, sequence: state.sequence, waiting, values, problem };
  return { options: { title, lead: waiting.name, breadcrumbs }, content: <ObligationContent view={view} /> };
}
