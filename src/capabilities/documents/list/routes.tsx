import { Hono } from 'hono';
import { CITATION_TYPE_LABELS } from '#kernel/citations/types.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { Button } from '#web/ui/button.tsx';
import {
  citationOf,
  documentPaths,
  documentQuery,
  numberOf,
  PAGE_SIZE,
  type RegisteredDocument,
} from '../schema.ts';
import { documentsFound, findDocuments, issuers } from '../service.ts';
import { DocumentListContent } from './pages.tsx';
import { doubtWords } from './words.ts';

/** As many as one file takes. */
const ALL = 50_000;

/** The list of documents, as a page and as a file, and what fields of choice offer. */
export const documentListRoutes = new Hono<AppEnv>()
  .get(documentPaths.list, async (c) => {
    const ctx = c.get('ctx');
    requireActor(ctx);
    const query = documentQuery.parse(c.req.query());
    const format = exportFormatOf(c.req.query('format'));
    if (format) {
      const { documents } = await documentsFound(ctx, query, { limit: ALL, offset: 0 });
      return exportTable({ name: 'so-van-ban', columns: COLUMNS, rows: documents, format });
    }
    const part = { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
    const found = await documentsFound(ctx, query, part);
    return c.get('staffPage')(
      {
        title: 'Sổ văn bản',
        lead: 'Văn bản được viện dẫn, với điều chắc chắn và điều còn nghi ngờ của mỗi văn bản',
        actions: can(ctx.actor, 'document.keep') ? (
          <Button href={documentPaths.new}>Thêm văn bản</Button>
        ) : null,
      },
      <DocumentListContent view={{ ...found, query, issuers: await issuers(ctx) }} />,
    );
  })
  .get(documentPaths.choices, async (c) => {
    const ctx = c.get('ctx');
    requireActor(ctx);
    const found = await findDocuments(ctx, documentQuery.parse(c.req.query()).q);
    return c.json(
      found.map((document) => ({
        value: String(document.id),
        text: citationOf(document),
        hint: document.title,
      })),
    );
  });

const COLUMNS: readonly ExportColumn<RegisteredDocument>[] = [
  { header: 'Loại văn bản', value: ({ type }) => CITATION_TYPE_LABELS[type] },
  { header: 'Số, ký hiệu', value: numberOf },
  { header: 'Cơ quan ban hành', value: ({ issuer }) => issuer, width: 28 },
  { header: 'Ngày ban hành', value: ({ issuedOn }) => dateText(issuedOn) },
  { header: 'Trích yếu', value: ({ title }) => title, width: 70 },
  { header: 'Có hiệu lực từ', value: ({ inForceFrom }) => dateText(inForceFrom) },
  { header: 'Hết hiệu lực sau ngày', value: ({ inForceUntil }) => dateText(inForceUntil) },
  { header: 'Điều còn nghi ngờ', value: ({ doubts }) => doubts.map(doubtWords).join('\n'), width: 60 },
  {
    header: 'Được viện dẫn ở',
    value: ({ sources }) => sources.map(({ source, place }) => `${source}, ${place}`).join('\n'),
    width: 60,
  },
];

function dateText(date: string | null): string {
  return date === null ? '' : formatDate(date);
}
