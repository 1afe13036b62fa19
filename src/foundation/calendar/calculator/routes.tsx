import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { Refusal } from '#kernel/refusal.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { formatClock, formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { type FormProblem, NO_PROBLEM } from '#foundation/submit.ts';
import { messagesOf } from '#web/http/form-values.ts';
import { withQuery } from '#web/http/list-state.ts';
import type { Option } from '#web/ui/option.ts';
import { calendarPaths } from '../schema.ts';
import { CalculatorContent } from './pages.tsx';
import { questionSchema, type QuestionValues } from './schema.ts';
import { answerDue, type DueAnswer, type ProcedureLimits } from './service.ts';

const TITLE = 'Tính ngày hẹn trả kết quả';

/** The public calculator of due dates, as a page and as JSON; the whole question stands in the address. */
export function calculatorRoutes(limits: ProcedureLimits): Hono<AppEnv> {
  return new Hono<AppEnv>().get(calendarPaths.calculator, async (c) => {
    const values = valuesOf(c);
    const isAsked = c.req.query('date') !== undefined;
    const outcome = isAsked ? await outcomeOf(c.get('ctx'), limits, values) : NO_OUTCOME;
    if (c.req.query('format') === 'json') return jsonOf(c, outcome);
    return page(c, limits, { values, ...outcome });
  });
}

type Outcome = { readonly answer: DueAnswer | null; readonly problem: FormProblem };
const NO_OUTCOME: Outcome = { answer: null, problem: NO_PROBLEM };

/** A question that cannot be answered is shown again with the reason, like any form. */
async function outcomeOf(ctx: Context, limits: ProcedureLimits, values: QuestionValues): Promise<Outcome> {
  const parsed = questionSchema.safeParse(values);
  if (!parsed.success) {
    return { answer: null, problem: { message: null, fields: messagesOf(parsed.error) } };
  }
  try {
    return { answer: await answerDue(ctx, limits, parsed.data), problem: NO_PROBLEM };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { fields } = error;
    const message = Object.keys(fields).length > 0 ? null : error.message;
    return { answer: null, problem: { message, fields } };
  }
}

/** `{ dueAt, explanation, cautions }`, or a problem as of RFC 9457. */
function jsonOf(c: AppContext, { answer, problem }: Outcome): Response {
  if (answer) {
    const { explanation, cautions } = answer;
    return c.json({ dueAt: explanation.dueAt, explanation, cautions });
  }
  const title = problem.message ?? 'Câu hỏi chưa đủ hoặc chưa đúng.';
  const body = JSON.stringify({ title, status: 422, errors: problem.fields });
  return c.body(body, 422, { 'content-type': 'application/problem+json; charset=utf-8' });
}

async function page(
  c: AppContext,
  limits: ProcedureLimits,
  state: Outcome & { readonly values: QuestionValues },
): Promise<Response> {
  const ctx = c.get('ctx');
  const isWrong = state.problem.message !== null || Object.keys(state.problem.fields).length > 0;
  const date = parseDate(state.values.date) ?? localDateOf(ctx.now);
  const view = {
    ...state,
    procedures: await limits.choices(ctx, date),
    units: await counterOptions(ctx),
    jsonHref: withQuery(calendarPaths.calculator, { ...state.values, format: 'json' }),
  };
  return c.get('citizenPage')(
    {
      title: TITLE,
      lead: 'Nộp hồ sơ lúc nào thì được hẹn trả lúc nào, và vì sao.',
      description:
        'Tính ngày hẹn trả kết quả thủ tục hành chính theo lịch làm việc, có giải thích từng ngày.',
      ...(isWrong ? { status: 422 as const } : {}),
    },
    <CalculatorContent view={view} />,
  );
}

/** What was asked; on first sight, what would be asked now. */
function valuesOf(c: AppContext): QuestionValues {
  const { now } = c.get('ctx');
  const value = (name: string, standard: string) => (c.req.query(name) ?? standard).normalize().trim();
  return {
    date: value('date', formatDate(now)),
    time: value('time', formatClock(now)),
    limit: value('limit', c.req.query('procedure') === undefined ? 'working-day' : 'procedure'),
    value: value('value', ''),
    cutoff: value('cutoff', '15:00'),
    procedure: value('procedure', ''),
    unit: value('unit', ''),
  };
}

/** Where people hand in dossiers: committees and one-stop counters. */
async function counterOptions(ctx: Context): Promise<readonly Option[]> {
  const tree = await organisationNow(ctx);
  return [...tree.units.values()]
    .filter((unit) => unit.kind === 'people-committee' || unit.kind === 'one-stop')
    .toSorted((a, b) => compareText(a.name, b.name))
    .map((unit) => ({ value: unit.code, text: unit.name }));
}
