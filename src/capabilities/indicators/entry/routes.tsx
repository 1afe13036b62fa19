import { Hono } from 'hono';
import { type Period, periodCode } from '#kernel/period/period.ts';
import { periodWords } from '#kernel/period/words.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { can, unitsWith } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import {
  enterObservations,
  observationById,
  observationHistory,
  withdrawObservation,
} from '../observations/service.ts';
import { readObservationsOf } from '../observations/store.ts';
import { figureQuery } from '../one/schema.ts';
import { figurePath, filterOf, type Indicator, indicatorPaths, type Observation } from '../schema.ts';
import { breakdownsOf, indicatorByCode } from '../service.ts';
import { typedPeriod } from '../typed-period.ts';
import { unitsToEnter } from '../unit-choice.ts';
import { EntryContent } from './form.tsx';
import { ObservationActions, ObservationContent, WithdrawalContent } from './observation-page.tsx';
import { entryInput, readEntry, withdrawalInput } from './read.ts';

const CODE = ':code{[A-Z0-9-]{1,40}}';
const ID = ':id{[0-9]{1,15}}';

/** Entering one figure, correcting it, taking it back, and what became of it. */
export const entryRoutes = new Hono<AppEnv>()
  .get(indicatorPaths.enter(CODE), only('indicator.enter'), async (c) => {
    const { options, content } = await entryPage(c, await valuesAsked(c), NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(indicatorPaths.enter(CODE), only('indicator.enter'), async (c) => {
    const indicator = await indicatorByCode(c.get('ctx'), codeOf(c));
    return submit(c, {
      schema: entryInput,
      read: ({ values }) => readEntry(values, indicator),
      run: async (ctx, input) => {
        const { warnings } = await enterObservations(ctx, [input]);
        const notice = ['Đã lưu số liệu.', ...warnings.map(({ message }) => `Chưa khớp: ${message}`)].join(
          ' ',
        );
        return { location: figurePath({ ...input, filter: filterOf(input.part) }), notice };
      },
      redo: async (problem, values) => entryPage(c, values, problem),
      page: c.get('staffPage'),
    });
  })
  .get(indicatorPaths.observation(ID), async (c) => {
    const view = await observationView(c);
    const { observation } = view;
    const units = can(c.get('ctx').actor, 'indicator.enter')
      ? await unitsWith(c.get('ctx'), 'indicator.enter')
      : [];
    const mayEnter = units === null || units.includes(observation.unitId);
    return c.get('staffPage')(
      {
        title: 'Số liệu đã nhập',
        lead: `${view.indicator.name}, ${periodWords(observation.period)}`,
        breadcrumbs: crumbs(view.indicator),
        tag: observation.withdrawn ? <StateTag tone="late" text="Đã rút" /> : null,
        actions: mayEnter ? <ObservationActions view={view} /> : null,
      },
      <ObservationContent view={view} />,
    );
  })
  .get(indicatorPaths.withdraw(ID), only('indicator.enter'), async (c) => {
    const { sequence } = await observationById(c.get('ctx'), idOf(c));
    const { options, content } = await withdrawalPage(c, { sequence: [String(sequence)] }, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(indicatorPaths.withdraw(ID), only('indicator.enter'), async (c) =>
    submit(c, {
      schema: withdrawalInput,
      read: ({ values }) => ({
        id: idOf(c),
        sequence: valueOf(values, 'sequence'),
        reason: valueOf(values, 'reason'),
      }),
      run: async (ctx, input) => {
        await withdrawObservation(ctx, input);
        return { location: indicatorPaths.observation(input.id), notice: 'Đã rút số liệu.' };
      },
      redo: async (problem, values) => withdrawalPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

async function entryPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  const indicator = await indicatorByCode(ctx, codeOf(c));
  const parts = (await breakdownsOf(ctx, indicator)).flatMap(({ key, label, values: those }) =>
    those.map(({ value, label: name }) => ({ value: `${key}=${value}`, text: `${label}: ${name}` })),
  );
  const view = {
    indicator,
    problem,
    parts,
    units: await unitsToEnter(ctx),
    field: fieldsOf(values, problem),
    formId: newFormId(),
    isCorrection: Number(valueOf(values, 'sequence')) > 0,
  };
  const title = view.isCorrection ? 'Sửa số liệu' : 'Nhập số liệu';
  return {
    options: { title, lead: indicator.name, breadcrumbs: crumbs(indicator) },
    content: <EntryContent view={view} />,
  };
}

/** The form as its address asks: of a figure that is there, with what it says. */
async function valuesAsked(c: AppContext): Promise<FormValues> {
  const ctx = c.get('ctx');
  const { unit, period: typed, part } = figureQuery.parse(c.req.query());
  const indicator = await indicatorByCode(ctx, codeOf(c));
  const unitId = unit ?? ctx.actor?.post.unitId ?? 0;
  const period = typedPeriod(typed);
  const frame = { unit: [String(unitId)], period: [period ? typedText(period) : ''], part: [part] };
  const there = (await readObservationsOf(ctx.db, indicator.code, [unitId])).find(
    (one) => one.part === part && period !== null && periodCode(one.period) === periodCode(period),
  );
  return { certainty: ['certain'], sequence: ['0'], ...frame, ...(there ? textsOf(indicator, there) : {}) };
}

function textsOf({ kind }: Indicator, observation: Observation): FormValues {
  const { value, numerator, denominator, documentId } = observation;
  const amount = (number: number | null) => [number === null ? '' : formatNumber(number)];
  const answer = value === null ? '' : value === 0 ? 'no' : 'yes';
  const share = value === null ? null : Math.round(value * 1e10) / 1e8;
  return {
    value: kind === 'yes-no' ? [answer] : amount(kind === 'ratio' ? share : value),
    numerator: amount(numerator),
    denominator: amount(denominator),
    content: [observation.content],
    sourceTitle: [observation.sourceTitle],
    sourceTitleValue: [documentId === null ? '' : String(documentId)],
    place: [observation.place],
    certainty: [observation.certainty],
    note: [observation.note],
    sequence: [String(observation.sequence)],
  };
}

async function observationView(c: AppContext) {
  const ctx = c.get('ctx');
  const observation = await observationById(ctx, idOf(c));
  const indicator = await indicatorByCode(ctx, observation.code);
  const labels = (await breakdownsOf(ctx, indicator)).flatMap(({ key, label, values }) =>
    values.map(({ value, label: name }): readonly [string, string] => [
      `${key}=${value}`,
      `${label}: ${name}`,
    ]),
  );
  return {
    indicator,
    observation,
    unitName: (await unitNames(ctx, 'name'))(observation.unitId),
    partName: new Map(labels).get(observation.part) ?? observation.part,
    history: await observationHistory(ctx, observation.id),
  };
}

async function withdrawalPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  const observation = await observationById(ctx, idOf(c));
  const indicator = await indicatorByCode(ctx, observation.code);
  const view = { observation, problem, field: fieldsOf(values, problem), formId: newFormId() };
  return {
    options: {
      title: 'Rút số liệu',
      lead: `${indicator.name}, ${periodWords(observation.period)}`,
      breadcrumbs: crumbs(indicator),
    },
    content: <WithdrawalContent view={view} />,
  };
}

/** Reads back as the same period. */
function typedText(period: Period): string {
  if (period.kind === 'instant') return formatDate(period.from);
  return period.kind === 'range'
    ? `${formatDate(period.from)} - ${formatDate(period.to)}`
    : periodWords(period);
}

function crumbs({ code, name }: Indicator) {
  return [
    { text: 'Chỉ tiêu', href: indicatorPaths.list },
    { text: name, href: indicatorPaths.one(code) },
  ];
}

function codeOf(c: AppContext): string {
  return c.req.param('code') ?? '';
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id') ?? 0);
}
