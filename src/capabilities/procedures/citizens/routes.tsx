import { Hono } from 'hono';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { qrSvg } from '#platform/print/codes.ts';
import { printPostingSheet } from '#capabilities/slips/print.ts';
import { procedurePaths } from '../schema.ts';
import { byDomain, byLifeEvent, lifeEvents, publishedOn, searchProcedures } from '../service.ts';
import { CatalogueContent, ProcedureLinks, ResultsContent, resultsTitle, SearchHero } from './list-page.tsx';
import { postingSheetOf } from './posting.ts';
import { PublicProcedureContent } from './procedure-page.tsx';
import { publicProcedure } from './service.ts';

const MOST_RESULTS = 20;
const LONGEST_QUESTION = 200;
const CATALOGUE = { text: 'Thủ tục', href: procedurePaths.publicList };

/** The citizens' pages of the catalogue; nobody has to sign in. */
export const citizenProcedureRoutes = new Hono<AppEnv>();

citizenProcedureRoutes.get(procedurePaths.publicList, async (c) => {
  const ctx = c.get('ctx');
  const q = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, LONGEST_QUESTION);
  const events = await countedEvents(ctx);
  if (q === '') {
    const domains = await byDomain(ctx, localDateOf(ctx.now));
    return c.get('citizenPage')(
      { title: 'Thủ tục hành chính', ownHeading: true, hero: <SearchHero />, width: 'wide' },
      <CatalogueContent view={{ events, domains }} />,
    );
  }
  const hits = await searchProcedures(ctx, q, { limit: MOST_RESULTS });
  const view = { q, found: hits.map(({ version }) => version), events };
  return c.get('citizenPage')(
    { title: resultsTitle(view), breadcrumbs: [CATALOGUE, { text: 'Kết quả tìm' }], width: 'wide' },
    <ResultsContent view={view} />,
  );
});

async function countedEvents(ctx: Context) {
  const versions = await publishedOn(ctx, localDateOf(ctx.now));
  return (await lifeEvents(ctx)).map((event) => ({
    ...event,
    count: versions.filter((version) => version.content.lifeEvents.includes(event.code)).length,
  }));
}

citizenProcedureRoutes.get('/thu-tuc/viec/:code', async (c) => {
  const ctx = c.get('ctx');
  const event = (await lifeEvents(ctx)).find(({ code }) => code === c.req.param('code'));
  if (!event) return refuse('missing', 'Không có nhóm việc này. Hãy chọn lại ở trang Thủ tục.');
  const versions = await byLifeEvent(ctx, event.code);
  return c.get('citizenPage')(
    { title: event.title, lead: event.description, breadcrumbs: [CATALOGUE, { text: event.title }] },
    <ProcedureLinks versions={versions} />,
  );
});

citizenProcedureRoutes.get('/thu-tuc/:slug', async (c) => {
  const procedure = await publicProcedure(c.get('ctx'), c.req.param('slug'));
  const { shortName, name } = procedure.version.content;
  return c.get('citizenPage')(
    {
      title: shortName,
      breadcrumbs: [CATALOGUE, { text: shortName }],
      description: `${name}: giấy tờ, thời hạn, phí, nơi nộp.`,
    },
    <PublicProcedureContent procedure={procedure} />,
  );
});

citizenProcedureRoutes.get('/thu-tuc/:slug/niem-yet.pdf', async (c) => {
  const ctx = c.get('ctx');
  const procedure = await publicProcedure(ctx, c.req.param('slug'));
  const pdf = await printPostingSheet(await postingSheetOf(ctx, procedure, c.req.query('noi')), ctx.now);
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="niem-yet-${procedure.version.slug}.pdf"`,
  });
});

/** The address of the page as a code to point a phone at. */
citizenProcedureRoutes.get('/thu-tuc/:slug/ma-qr.svg', async (c) => {
  const ctx = c.get('ctx');
  const { version } = await publicProcedure(ctx, c.req.param('slug'));
  const address = `${ctx.publicUrl}${procedurePaths.publicOne(version.slug)}`;
  return c.body(qrSvg(address, `Mã QR: ${version.content.shortName}`), 200, {
    'content-type': 'image/svg+xml',
  });
});
