import { Hono } from 'hono';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { AppEnv } from '#foundation/http.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { newFormId } from '#foundation/submit.ts';
import { publishedOn } from '#capabilities/procedures/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { Button } from '#web/ui/button.tsx';
import { REASSIGN_PATH } from '../steps/reassign/pages.tsx';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { DOSSIER_COLUMNS, INBOX_COLUMNS } from './exports.ts';
import { DossierListContent } from './list-page.tsx';
import { InboxContent, inboxLead } from './pages.tsx';
import { ReturnsContent } from './returns-page.tsx';
import { dossierListQuery, inboxQuery } from './schema.ts';
import { dossierList, exportDossiers, exportInbox, inbox, returns } from './service.ts';

export const inboxRoutes = new Hono<AppEnv>();

inboxRoutes.get('/inbox', async (c) => {
  const ctx = c.get('ctx');
  const actor = requireActor(ctx);
  const query = inboxQuery.parse(c.req.query());
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    const rows = await exportInbox(ctx, query);
    return exportTable({ name: 'viec-can-lam', columns: INBOX_COLUMNS, rows, format });
  }
  const page = await inbox(ctx, query);
  const calendar = await calendarFor(ctx, actor.post.unitId);
  const view = {
    ...page,
    query,
    calendar,
    now: ctx.now,
    officerId: actor.officerId,
    formId: newFormId(),
  };
  return c.get('staffPage')(
    {
      title: 'Việc cần làm',
      lead: inboxLead(page.counts),
      actions: can(actor, 'dossier.assign') ? (
        <Button href={REASSIGN_PATH} variant="secondary">
          Giao lại việc
        </Button>
      ) : undefined,
    },
    <InboxContent view={view} />,
  );
});

inboxRoutes.get('/dossiers', async (c) => {
  const ctx = c.get('ctx');
  const query = dossierListQuery.parse(withDates(c.req.query()));
  const format = exportFormatOf(c.req.query('format'));
  const unitName = await unitNames(ctx, 'shortName');
  if (format) {
    const exported = await exportDossiers(ctx, query);
    return exportTable({ name: 'ho-so', columns: DOSSIER_COLUMNS(unitName), rows: exported, format });
  }
  const { rows, total, unitIds } = await dossierList(ctx, query);
  const tree = await organisationNow(ctx);
  const units = [...tree.units.values()].filter((unit) => unitIds === null || unitIds.includes(unit.id));
  const versions = await publishedOn(ctx, localDateOf(ctx.now));
  const view = {
    query,
    rows,
    total,
    units: units.toSorted((a, b) => compareText(a.shortName, b.shortName)),
    domains: [...new Set(versions.map((version) => version.content.domain))].sort(compareText),
    unitName,
    calendar: await calendarFor(ctx, requireActor(ctx).post.unitId),
    now: ctx.now,
  };
  return c.get('staffPage')({ title: 'Hồ sơ' }, <DossierListContent view={view} />);
});

inboxRoutes.get('/returns', async (c) => {
  const q = (c.req.query('q') ?? '').trim().slice(0, 100);
  const rows = await returns(c.get('ctx'), q);
  const [only] = rows;
  if (q && only && rows.length === 1)
    return c.redirect(`/dossiers/${encodeURIComponent(only.number)}/return`, 303);
  return c.get('staffPage')({ title: 'Trả kết quả' }, <ReturnsContent rows={rows} q={q} />);
});

/** A wrong date in a filter is the same as none. */
function withDates(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const date = (text: string | undefined): string => (text ? (parseDate(text) ?? '') : '');
  return { ...query, from: date(query['from']), to: date(query['to']) };
}
