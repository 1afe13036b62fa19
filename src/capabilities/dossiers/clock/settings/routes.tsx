import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, rowsOf, valueOf } from '#web/http/form-values.ts';
import { ClockRulesContent, ClockRulesForm } from './pages.tsx';
import { changedClockRules, clockRulePaths, type ClockRuleSet, newClockRules } from './schema.ts';
import { addClockRules, changeClockRules, clockRuleSetById, clockRuleSets } from './service.ts';

const EDIT = clockRulePaths.edit(':id{[0-9]{1,15}}');
const UP = [{ text: 'Quy định về thời hạn', href: clockRulePaths.list }];
const NUMBERS = ['supplementDays', 'freeSupplements', 'extensions', 'reappointments', 'apologyLead'] as const;

/** How the clock runs is data: a new decree needs no new program. */
export const clockRuleRoutes = new Hono<AppEnv>()
  .get(clockRulePaths.list, async (c) => {
    const ctx = c.get('ctx');
    const sets = await clockRuleSets(ctx);
    const mayChange = can(requireActor(ctx), 'clock-rules.change');
    const view = { sets, today: localDateOf(ctx.now), mayChange };
    return c.get('staffPage')({ title: 'Quy định về thời hạn' }, <ClockRulesContent view={view} />);
  })
  .get(clockRulePaths.new, only('clock-rules.change'), async (c) => {
    const today = localDateOf(c.get('ctx').now);
    const sets = await clockRuleSets(c.get('ctx'));
    const model = sets.findLast(({ validFrom }) => validFrom <= today) ?? sets[0];
    const values = model ? { ...valuesOf(model), validFrom: [], legalBasis: [] } : {};
    const { options, content } = page(c, values, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get(EDIT, only('clock-rules.change'), async (c) => {
    const set = await clockRuleSetById(c.get('ctx'), idOf(c));
    const { options, content } = page(c, valuesOf(set), NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(clockRulePaths.new, only('clock-rules.change'), async (c) =>
    submit(c, {
      schema: newClockRules,
      read: ({ values }) => readSet(values),
      run: async (ctx, input) => {
        await addClockRules(ctx, input);
        return { location: clockRulePaths.list, notice: 'Đã thêm quy định về thời hạn.' };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .post(EDIT, only('clock-rules.change'), async (c) =>
    submit(c, {
      schema: changedClockRules,
      read: ({ values }) => ({ id: idOf(c), sequence: valueOf(values, 'sequence'), ...readSet(values) }),
      run: async (ctx, input) => {
        await changeClockRules(ctx, input);
        return { location: clockRulePaths.list, notice: 'Đã lưu quy định về thời hạn.' };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

function readSet(values: FormValues) {
  const typed = valueOf(values, 'validFrom');
  const reminders = valueOf(values, 'rules.reminders').split(/[,;\s]+/);
  return {
    legalBasis: valueOf(values, 'legalBasis'),
    validFrom: parseDate(typed) ?? typed,
    rules: {
      ...Object.fromEntries(NUMBERS.map((name) => [name, valueOf(values, `rules.${name}`)])),
      onceBasis: valueOf(values, 'rules.onceBasis'),
      reminders: reminders.filter((text) => text !== ''),
      warnings: rowsOf(values, 'warning').filter(({ value = '' }) => value !== ''),
    },
  };
}

function valuesOf({ legalBasis, validFrom, rules, sequence }: ClockRuleSet): FormValues {
  const warnings = rules.warnings.flatMap((warning, row) =>
    Object.entries(warning).map(([name, value]) => [`warning.${row}.${name}`, [String(value)]] as const),
  );
  return {
    legalBasis: [legalBasis],
    validFrom: [formatDate(validFrom)],
    sequence: [String(sequence)],
    'rules.onceBasis': [rules.onceBasis],
    'rules.reminders': [rules.reminders.join(', ')],
    ...Object.fromEntries(NUMBERS.map((name) => [`rules.${name}`, [String(rules[name])]])),
    ...Object.fromEntries(warnings),
  };
}

function page(c: AppContext, values: FormValues, problem: FormProblem): Redo {
  const isNew = c.req.param('id') === undefined;
  const action = isNew ? clockRulePaths.new : clockRulePaths.edit(idOf(c));
  const title = isNew ? 'Thêm quy định về thời hạn' : 'Sửa quy định về thời hạn';
  const sequence = valueOf(values, 'sequence');
  const view = { action, field: fieldsOf(values, problem), problem, formId: newFormId(), sequence };
  return { options: { title, breadcrumbs: UP }, content: <ClockRulesForm view={view} /> };
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
