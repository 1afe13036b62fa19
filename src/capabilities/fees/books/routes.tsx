import { Hono } from 'hono';
import { can } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { formOf } from '#web/http/typed-values.ts';
import { feePaths, ID } from '../schema.ts';
import { FEES_CRUMB } from '../tabs.tsx';
import { unitOptions } from '../units.ts';
import { BookListContent, CloseBookContent, NewBookContent } from './pages.tsx';
import { bookInput, closingInput } from './schema.ts';
import { bookToClose, closeBook, feeBooks, openBook } from './service.ts';

const UP = [FEES_CRUMB, { text: 'Quyển biên lai', href: feePaths.books }];

/** Books of receipts: opened and closed by who looks after them. */
export const bookRoutes = new Hono<AppEnv>()
  .get(feePaths.books, async (c) => {
    const ctx = c.get('ctx');
    const books = await feeBooks(ctx);
    const unitName = await unitNames(ctx, 'shortName');
    const view = { books, unitName, actor: ctx.actor, mayChange: can(ctx.actor, 'fee.books') };
    return c.get('staffPage')(
      { title: 'Quyển biên lai', breadcrumbs: [FEES_CRUMB, { text: 'Quyển biên lai' }] },
      <BookListContent view={view} />,
    );
  })
  .get(feePaths.newBook, only('fee.books'), async (c) => {
    const { options, content } = await newPage(c, { values: formOf({ digits: '7' }), problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.newBook, only('fee.books'), async (c) =>
    submit(c, {
      schema: bookInput,
      read: ({ values }) => ({
        unitId: valueOf(values, 'unitId') || undefined,
        form: valueOf(values, 'form'),
        symbol: valueOf(values, 'symbol'),
        digits: valueOf(values, 'digits'),
        firstNumber: valueOf(values, 'firstNumber'),
        lastNumber: valueOf(values, 'lastNumber'),
      }),
      run: async (ctx, input) => {
        await openBook(ctx, input);
        return { location: feePaths.books, notice: 'Đã mở quyển biên lai.' };
      },
      redo: async (problem, values) => newPage(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  )
  .get(feePaths.closeBook(ID), only('fee.books'), async (c) => {
    const { options, content } = await closingPage(c, { values: {}, problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.closeBook(ID), only('fee.books'), async (c) =>
    submit(c, {
      schema: closingInput,
      read: ({ values }) => ({
        id: c.req.param('id'),
        sequence: valueOf(values, 'sequence'),
        reason: valueOf(values, 'reason'),
      }),
      run: async (ctx, input) => {
        await closeBook(ctx, input);
        return { location: feePaths.books, notice: 'Đã đóng quyển biên lai.' };
      },
      redo: async (problem, values) => closingPage(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  );

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

async function newPage(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const units = await unitOptions(c.get('ctx'), 'fee.books');
  const view = { field: fieldsOf(values, problem), problem, formId: newFormId(), units };
  return {
    options: { title: 'Mở quyển biên lai', breadcrumbs: [...UP, { text: 'Mở quyển' }], width: 'narrow' },
    content: <NewBookContent view={view} />,
  };
}

async function closingPage(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const book = await bookToClose(c.get('ctx'), Number(c.req.param('id')));
  const view = { field: fieldsOf(values, problem), problem, formId: newFormId(), book };
  return {
    options: {
      title: `Đóng quyển ${book.symbol}`,
      breadcrumbs: [...UP, { text: 'Đóng quyển' }],
      width: 'narrow',
    },
    content: <CloseBookContent view={view} />,
  };
}
