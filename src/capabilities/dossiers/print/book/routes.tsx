import { Hono } from 'hono';
import { formatDate, formatNumber, parseDate } from '#kernel/vietnamese/format.ts';
import { printTrackingBook } from '#capabilities/slips/print.ts';
import { formSetOn } from '#capabilities/slips/service.ts';
import type { AppEnv } from '#foundation/http.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { BOOK_COLUMNS } from './exports.ts';
import { BookActions, BookContent } from './pages.tsx';
import { bookPaths, bookQuery, type BookQuery } from './schema.ts';
import { printedBook, trackingBook } from './service.ts';

export const bookRoutes = new Hono<AppEnv>();

bookRoutes.get(bookPaths.page, async (c) => {
  const query = readQuery(c.req.query());
  const format = exportFormatOf(c.req.query('format'));
  const book = await trackingBook(c.get('ctx'), query, format ? 'exported' : 'listed');
  const { period, unitName } = book;
  if (format) {
    return exportTable({
      name: 'so-theo-doi-ho-so',
      columns: BOOK_COLUMNS(unitName),
      rows: book.rows,
      format,
    });
  }
  const days = `${formatDate(period.from)} – ${formatDate(period.to)}`;
  return c.get('staffPage')(
    {
      title: 'Sổ theo dõi hồ sơ',
      lead: `${unitName(period.unitId)} · ${days} · ${formatNumber(book.total)} hồ sơ`,
      actions: <BookActions query={query} />,
    },
    <BookContent view={{ book, query }} />,
  );
});

bookRoutes.get(bookPaths.print, async (c) => {
  const ctx = c.get('ctx');
  const form = await printedBook(ctx, readQuery(c.req.query()));
  const bytes = await printTrackingBook(await formSetOn(ctx, form.to), form);
  return pdfResponse(`so-theo-doi-ho-so-${form.from}-${form.to}`, bytes);
});

/** A wrong date in a filter is the same as none. */
function readQuery(query: Readonly<Record<string, string>>): BookQuery {
  const date = (text: string | undefined): string => (text ? (parseDate(text) ?? '') : '');
  return bookQuery.parse({ ...query, from: date(query['from']), to: date(query['to']) });
}
