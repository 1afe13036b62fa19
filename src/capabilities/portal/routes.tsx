import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { punctualityThisMonth } from '#capabilities/dossiers/punctuality/service.ts';
import { procedurePaths } from '#capabilities/procedures/schema.ts';
import { lifeEvents, publishedOn } from '#capabilities/procedures/service.ts';
import { HomeContent, HomeHero, type HomeView } from './pages.tsx';

export const portalRoutes = new Hono<AppEnv>();

portalRoutes.get('/', async (c) => {
  const view = await homeView(c.get('ctx'));
  return c.get('citizenPage')(
    { title: 'Trang chủ', ownHeading: true, hero: <HomeHero />, width: 'wide' },
    <HomeContent view={view} />,
  );
});

async function homeView(ctx: Context): Promise<HomeView> {
  const versions = await publishedOn(ctx, localDateOf(ctx.now));
  const tree = await organisationNow(ctx);
  const events = (await lifeEvents(ctx)).map(({ code, title }) => ({
    href: procedurePaths.lifeEvent(code),
    title,
    count: versions.filter((version) => version.content.lifeEvents.includes(code)).length,
  }));
  const board = (await punctualityThisMonth(ctx)).flatMap(({ unitId, kept, finished }) => {
    const unit = tree.units.get(unitId);
    return unit ? [{ name: unit.shortName, share: kept / finished, finished }] : [];
  });
  return { lifeEvents: events.filter((event) => event.count > 0), board: board.slice(0, 12), now: ctx.now };
}
