import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { MOST_BANDS, ScoringSetContent, ScoringSetListContent } from './pages.tsx';
import { scoringSetInput, scoringSetPaths, type StoredScoringSet } from './schema.ts';
import { saveScoringSet, scoringSetById, scoringSetList, scoringSetOn } from './service.ts';

const ID = ':id{[0-9]{1,15}}';
const UP = [{ text: 'Tiêu chí chấm điểm', href: scoringSetPaths.list }];
const LEVELS = [2, 1, 0] as const;

/** By which criteria dossiers are scored since when. */
export const scoringSetRoutes = new Hono<AppEnv>()
  .get(scoringSetPaths.list, async (c) => {
    const ctx = c.get('ctx');
    const sets = await scoringSetList(ctx);
    const mayChange = can(requireActor(ctx), 'scoring-set.change');
    const view = { sets, today: localDateOf(ctx.now), mayChange };
    return c.get('staffPage')(
      { title: 'Tiêu chí chấm điểm', lead: 'Đánh giá việc giải quyết từng hồ sơ' },
      <ScoringSetListContent view={view} />,
    );
  })
  .get(scoringSetPaths.new, only('scoring-set.change'), async (c) => {
    const ctx = c.get('ctx');
    const model = await scoringSetOn(ctx, localDateOf(ctx.now));
    const values = { ...valuesOf(model), legalBasis: [], validFrom: [], sequence: ['0'] };
    return show(c, await page(c, values, NO_PROBLEM));
  })
  .get(scoringSetPaths.edit(ID), only('scoring-set.change'), async (c) => {
    const set = await scoringSetById(c.get('ctx'), idOf(c));
    return show(c, await page(c, valuesOf(set), NO_PROBLEM));
  })
  .post(scoringSetPaths.new, only('scoring-set.change'), async (c) => save(c))
  .post(scoringSetPaths.edit(ID), only('scoring-set.change'), async (c) => save(c));

async function show(c: AppContext, { options, content }: Redo): Promise<Response> {
  return c.get('staffPage')(options, content);
}

async function save(c: AppContext): Promise<Response> {
  return submit(c, {
    schema: scoringSetInput,
    read: ({ values }) => readSet(c, values),
    run: async (ctx, input) => {
      await saveScoringSet(ctx, input);
      return { location: scoringSetPaths.list, notice: 'Đã lưu bộ tiêu chí chấm điểm.' };
    },
    redo: async (problem, values) => page(c, values, problem),
    page: c.get('staffPage'),
  });
}

function readSet(c: AppContext, values: FormValues) {
  const typed = valueOf(values, 'validFrom').trim();
  const criteria = Array.from({ length: countIn(values) }, (_, index) => ({
    code: '',
    measure: null,
    adjustable: false,
    name: valueOf(values, `criteria.${index}.name`),
    levels: LEVELS.map((_points, level) => valueOf(values, `criteria.${index}.levels.${level}`)),
  }));
  const bands = Array.from({ length: MOST_BANDS }, (_, index) => ({
    from: valueOf(values, `bands.${index}.from`),
    name: valueOf(values, `bands.${index}.name`),
  })).filter(({ from, name }) => from !== '' || name !== '');
  return {
    id: c.req.param('id') === undefined ? null : idOf(c),
    sequence: valueOf(values, 'sequence'),
    from: valueOf(values, 'from'),
    legalBasis: valueOf(values, 'legalBasis'),
    validFrom: parseDate(typed) ?? typed,
    criteria,
    bands,
  };
}

function valuesOf({ id, sequence, legalBasis, validFrom, criteria, bands }: StoredScoringSet): FormValues {
  const named = criteria.flatMap(({ name, levels }, index) => [
    [`criteria.${index}.name`, [name]] as const,
    ...levels.map((level, place) => [`criteria.${index}.levels.${place}`, [level]] as const),
  ]);
  const banded = bands.flatMap(({ from, name }, index) => [
    [`bands.${index}.from`, [String(from)]] as const,
    [`bands.${index}.name`, [name]] as const,
  ]);
  return {
    from: [String(id)],
    sequence: [String(sequence)],
    criteria: [String(criteria.length)],
    legalBasis: [legalBasis],
    validFrom: [formatDate(validFrom)],
    ...Object.fromEntries([...named, ...banded]),
  };
}

async function page(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const isNew = c.req.param('id') === undefined;
  const action = isNew ? scoringSetPaths.new : scoringSetPaths.edit(idOf(c));
  const model = await scoringSetById(c.get('ctx'), Number(valueOf(values, 'from')) || idOf(c));
  const title = isNew ? 'Thêm bộ tiêu chí' : 'Sửa bộ tiêu chí';
  const field = fieldsOf(values, problem);
  const view = { action, criteria: model.criteria, field, problem, formId: newFormId() };
  return { options: { title, breadcrumbs: UP }, content: <ScoringSetContent view={view} /> };
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id') ?? 0);
}

/** More than any set of criteria has; whoever sends more gets no further. */
const MOST_CRITERIA = 30;

/** How many criteria the form says it has. */
function countIn(values: FormValues): number {
  const said = Math.trunc(Number(valueOf(values, 'criteria')) || 0);
  return Math.min(Math.max(said, 0), MOST_CRITERIA);
}
