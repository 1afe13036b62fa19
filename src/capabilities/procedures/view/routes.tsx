import { Hono } from 'hono';
import { can } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { procedurePaths } from '../schema.ts';
import { lifeEvents } from '../service.ts';
import {
  periodWords,
  ProcedureActions,
  ProcedureContentPage,
  VersionActions,
  VersionContentPage,
  VersionTag,
} from './pages.tsx';
import { procedureView, versionView } from './service.ts';

export const procedureViewRoutes = new Hono<AppEnv>();

procedureViewRoutes.get('/procedures/:slug', async (c) => {
  const ctx = c.get('ctx');
  const facts = await procedureView(ctx, c.req.param('slug'));
  const view = { ...facts, ...rights(c), lifeEvents: await lifeEvents(ctx), formId: newFormId() };
  const { content } = facts.shown;
  return c.get('staffPage')(
    {
      title: content.shortName,
      tag: <VersionTag version={facts.shown} today={facts.today} />,
      lead: content.name,
      breadcrumbs: [{ text: 'Thủ tục hành chính', href: procedurePaths.list }, { text: content.shortName }],
      actions: <ProcedureActions view={view} />,
    },
    <ProcedureContentPage view={view} />,
  );
});

procedureViewRoutes.get('/procedures/:slug/versions/:number{[0-9]+}', async (c) => {
  const ctx = c.get('ctx');
  const facts = await versionView(ctx, c.req.param('slug'), Number(c.req.param('number')));
  const view = { ...facts, ...rights(c), lifeEvents: await lifeEvents(ctx) };
  const { version } = facts;
  return c.get('staffPage')(
    {
      title: `${version.content.shortName}, phiên bản ${version.number}`,
      tag: <VersionTag version={version} today={localDateOf(ctx.now)} />,
      lead: [periodWords(version), version.decision].filter(Boolean).join(' · '),
      breadcrumbs: [
        { text: 'Thủ tục hành chính', href: procedurePaths.list },
        { text: version.content.shortName, href: procedurePaths.one(version.slug) },
        { text: `Phiên bản ${version.number}` },
      ],
      actions: <VersionActions view={view} />,
    },
    <VersionContentPage view={view} />,
  );
});

function rights(c: AppContext) {
  const { actor } = c.get('ctx');
  return { mayEdit: can(actor, 'procedure.edit'), mayPublish: can(actor, 'procedure.publish') };
}
