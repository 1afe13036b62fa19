import { Hono } from 'hono';
import { z } from 'zod';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf, valuesOf } from '#web/http/form-values.ts';
import { addIndicator, describeIndicator, retireIndicator } from '../catalogue/service.ts';
import { described, type Indicator, indicatorInput, indicatorPaths } from '../schema.ts';
import { indicatorByCode } from '../service.ts';
import { IndicatorForm, RetireContent } from './form.tsx';
import { breakdownsIn, breakdownsText, relationsIn, relationsText } from './texts.ts';

const CODE = ':code{[A-Z0-9-]{1,40}}';
const UP = [{ text: 'Chỉ tiêu', href: indicatorPaths.list }];

const changeInput = z.object({ code: z.string(), sequence: z.coerce.number(), words: described }).readonly();
const retireInput = z
  .object({ code: z.string(), sequence: z.coerce.number(), retired: z.boolean() })
  .readonly();

/** Adding an indicator, editing what is said of one, taking one out of use. */
export const editRoutes = new Hono<AppEnv>()
  .get(indicatorPaths.new, only('indicator.manage'), async (c) => {
    const values = { sequence: ['0'], kind: ['count'], periods: ['year'] };
    const { options, content } = formPage(null, values, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(indicatorPaths.new, only('indicator.manage'), async (c) =>
    submit(c, {
      schema: indicatorInput,
      read: ({ values }) => ({ ...readWords(values), code: valueOf(values, 'code') }),
      run: async (ctx, input) => {
        await addIndicator(ctx, input);
        return { location: indicatorPaths.one(input.code), notice: 'Đã thêm chỉ tiêu.' };
      },
      redo: async (problem, values) => formPage(null, values, atFields(problem)),
      page: c.get('staffPage'),
    }),
  )
  .get(indicatorPaths.edit(CODE), only('indicator.manage'), async (c) => {
    const indicator = await asked(c);
    const { options, content } = formPage(indicator, textsOf(indicator), NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(indicatorPaths.edit(CODE), only('indicator.manage'), async (c) => {
    const indicator = await asked(c);
    return submit(c, {
      schema: changeInput,
      read: ({ values }) => ({
        code: indicator.code,
        sequence: valueOf(values, 'sequence'),
        words: { ...readWords(values), ...shapeOf(indicator) },
      }),
      run: async (ctx, { words, ...which }) => {
        await describeIndicator(ctx, { ...words, ...which });
        return { location: indicatorPaths.one(indicator.code), notice: 'Đã lưu chỉ tiêu.' };
      },
      redo: async (problem, values) => formPage(indicator, values, atFields(problem)),
      page: c.get('staffPage'),
    });
  })
  .get(indicatorPaths.retire(CODE), only('indicator.manage'), async (c) => {
    const { options, content } = retirePage(await asked(c), NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(indicatorPaths.retire(CODE), only('indicator.manage'), async (c) => {
    const indicator = await asked(c);
    return submit(c, {
      schema: retireInput,
      read: ({ values }) => ({
        code: indicator.code,
        sequence: valueOf(values, 'sequence'),
        retired: valueOf(values, 'retired') === 'yes',
      }),
      run: async (ctx, input) => {
        await retireIndicator(ctx, input);
        const notice = input.retired ? 'Đã ngừng dùng chỉ tiêu.' : 'Đã dùng lại chỉ tiêu.';
        return { location: indicatorPaths.one(input.code), notice };
      },
      redo: async (problem) => retirePage(indicator, problem),
      page: c.get('staffPage'),
    });
  });

async function asked(c: AppContext): Promise<Indicator> {
  return indicatorByCode(c.get('ctx'), c.req.param('code') ?? '');
}

function formPage(indicator: Indicator | null, values: FormValues, problem: FormProblem): Redo {
  const view = {
    indicator,
    problem,
    field: fieldsOf(values, problem),
    periods: valuesOf(values, 'periods'),
    formId: newFormId(),
  };
  return {
    options: { title: indicator ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu', breadcrumbs: crumbs(indicator) },
    content: <IndicatorForm view={view} />,
  };
}

function retirePage(indicator: Indicator, problem: FormProblem): Redo {
  const title = indicator.retiredOn === null ? 'Ngừng dùng chỉ tiêu' : 'Dùng lại chỉ tiêu';
  return {
    options: { title, lead: indicator.name, breadcrumbs: crumbs(indicator) },
    content: <RetireContent view={{ indicator, problem, formId: newFormId() }} />,
  };
}

function crumbs(indicator: Indicator | null) {
  return indicator ? [...UP, { text: indicator.name, href: indicatorPaths.one(indicator.code) }] : UP;
}

function readWords(values: FormValues) {
  const text = (name: string) => valueOf(values, name).replaceAll('\r\n', '\n');
  const since = valueOf(values, 'since');
  return {
    name: text('name'),
    definition: text('definition'),
    unitOfMeasure: text('unitOfMeasure'),
    area: text('area'),
    kind: text('kind'),
    periods: valuesOf(values, 'periods'),
    ownerFunction: text('ownerFunction'),
    source: text('source'),
    base: text('base'),
    method: text('method'),
    relations: relationsIn(text('relations')),
    breakdowns: breakdownsIn(text('breakdowns')),
    since: since === '' ? null : (parseDate(since) ?? since),
  };
}

/** How a computed one is counted is not the form's to say. */
function shapeOf({ declaration, kind, periods }: Indicator) {
  return declaration ? { kind, periods, breakdowns: [] } : {};
}

function textsOf(indicator: Indicator): FormValues {
  const { relations, breakdowns, since, periods, sequence } = indicator;
  const { name, definition, unitOfMeasure, area, kind, ownerFunction, source, base, method } = indicator;
  const words = { name, definition, unitOfMeasure, area, kind, ownerFunction, source, base, method };
  return {
    ...Object.fromEntries(Object.entries(words).map(([field, text]) => [field, [text]])),
    periods,
    relations: [relationsText(relations)],
    breakdowns: [breakdownsText(breakdowns)],
    since: [since === null ? '' : formatDate(since)],
    sequence: [String(sequence)],
  };
}

const UNREAD: Readonly<Record<string, string>> = {
  relations: 'Có dòng ràng buộc chưa đọc được; hãy viết như các mẫu ở trên.',
  breakdowns: 'Có dòng cách chia chưa đọc được; hãy viết như mẫu ở trên, mã gồm chữ thường không dấu.',
};

/** What the schema says of a part of a field is said at the field, in words for whoever typed it. */
function atFields({ message, fields }: FormProblem): FormProblem {
  const told = Object.entries(fields).map(([path, sentence]) => {
    const name = path.replace(/^words\./, '');
    const [field = ''] = name.split('.');
    return name === field ? [field, sentence] : [field, UNREAD[field] ?? sentence];
  });
  return { message, fields: Object.fromEntries(told) };
}
