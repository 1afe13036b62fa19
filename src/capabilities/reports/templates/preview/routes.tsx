import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import { committeeOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { parsePeriod, type Period, periodAround, periodBefore } from '#kernel/period/period.ts';
import { periodWords } from '#kernel/period/words.ts';
import { assemble } from '../../assembly/service.ts';
import { KIND_PERIODS, type ReportScope, type TemplateKind } from '../../schema.ts';
import { crumbsOf, idOf } from '../draft/routes.tsx';
import { parseWhen } from '../language/when.ts';
import { templatePaths } from '../schema.ts';
import { templateVersion } from '../service.ts';
import { PreviewContent } from './pages.tsx';

/** A version as a report of a unit and a period would be now. */
export const templatePreviewRoutes = new Hono<AppEnv>().get(
  templatePaths.preview(':id{[0-9]{1,15}}'),
  async (c) => {
    const ctx = c.get('ctx');
    const open = await templateVersion(ctx, idOf(c));
    const { units } = await organisationNow(ctx);
    const scope = await scopeOf(c, open.template.kind);
    const { document } = await assemble(ctx, {
      template: open.version.content,
      scope,
      texts: new Map(),
      isDraft: true,
    });
    const view = {
      versionId: open.version.id,
      document,
      unit: String(scope.unitId),
      units: [...units.values()].map(({ id, name }) => ({
        value: String(id),
        text: name,
      })),
      period: periodWords(scope.period),
      comparison: scope.comparison === null ? '' : periodWords(scope.comparison),
    };
    const title = `Xem thử: ${open.template.name}`;
    const breadcrumbs = [...crumbsOf(open), { text: 'Xem thử' }];
    return c.get('staffPage')({ title, breadcrumbs }, <PreviewContent view={view} />);
  },
);

/** What the address says; without it the committee of whoever looks and the last period that is over. */
async function scopeOf(c: AppContext, kind: TemplateKind): Promise<ReportScope> {
  const ctx = c.get('ctx');
  const tree = await organisationNow(ctx);
  const own = requireActor(ctx).post.unitId;
  const asked = Number(c.req.query('unit') ?? 0);
  const unitId = tree.units.has(asked) ? asked : (committeeOf(tree, own)?.id ?? own);
  const period = readPeriod(c.req.query('period')) ?? usualPeriod(kind, localDateOf(ctx.now));
  const comparison = readPeriod(c.req.query('comparison')) ?? periodBefore(period);
  return { unitId, period, comparison };
}

function readPeriod(written = ''): Period | null {
  const when = parseWhen(written);
  return when?.kind === 'fixed' ? when.period : parsePeriod(written.trim());
}

function usualPeriod(kind: TemplateKind, today: string): Period {
  const periods = KIND_PERIODS[kind];
  if (periods === 'range') return { kind: 'range', from: '2011-01-01', to: '2020-12-31' };
  return periodBefore(periodAround(periods ?? 'year', today));
}
