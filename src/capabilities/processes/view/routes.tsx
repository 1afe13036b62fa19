import { Hono } from 'hono';
import { can } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { processPaths } from '../schema.ts';
import { listedVariables } from '../variables.ts';
import { ProcessActions, VersionActions } from './actions.tsx';
import { ProcessPage, processPeriod, ProcessTag, ProcessVersionPage } from './pages.tsx';
import { processVersionView, processView } from './service.ts';
import { VariablesPage } from './variables-page.tsx';

const LIST = { text: 'Quy trình', href: processPaths.list };

export const processViewRoutes = new Hono<AppEnv>();

processViewRoutes.get('/processes/:slug', async (c) => {
  const view = await processView(c.get('ctx'), c.req.param('slug'));
  const { procedure, inForce, today } = view;
  return c.get('staffPage')(
    {
      title: procedure.content.shortName,
      ...(inForce ? { tag: <ProcessTag version={inForce} today={today} /> } : {}),
      lead: inForce
        ? `Quy trình phiên bản ${inForce.number} · ${processPeriod(inForce)}`
        : 'Quy trình lần lượt',
      breadcrumbs: [LIST, { text: procedure.content.shortName }],
      actions: <ProcessActions view={{ ...view, ...rights(c), formId: newFormId() }} />,
    },
    <ProcessPage view={view} />,
  );
});

processViewRoutes.get('/processes/:slug/variables', async (c) => {
  const { procedure } = await processView(c.get('ctx'), c.req.param('slug'));
  const { shortName } = procedure.content;
  return c.get('staffPage')(
    {
      title: 'Điều kiện hỏi được gì',
      lead: shortName,
      breadcrumbs: [
        LIST,
        { text: shortName, href: processPaths.one(procedure.slug) },
        { text: 'Điều kiện hỏi được gì' },
      ],
    },
    <VariablesPage variables={listedVariables(procedure.content)} />,
  );
});

processViewRoutes.get('/processes/:slug/versions/:number{[0-9]+}', async (c) => {
  const view = await processVersionView(c.get('ctx'), c.req.param('slug'), Number(c.req.param('number')));
  const { procedure, version } = view;
  const { shortName } = procedure.content;
  return c.get('staffPage')(
    {
      title: `${shortName}, ${version.state === 'draft' ? 'bản dự thảo' : 'quy trình phiên bản'} ${version.number}`,
      tag: <ProcessTag version={version} today={localDateOf(c.get('ctx').now)} />,
      lead: [processPeriod(version), version.decision].filter(Boolean).join(' · '),
      breadcrumbs: [
        LIST,
        { text: shortName, href: processPaths.one(procedure.slug) },
        { text: `Phiên bản ${version.number}` },
      ],
      actions: <VersionActions view={{ ...view, ...rights(c), formId: newFormId() }} />,
    },
    <ProcessVersionPage view={{ ...view, ...rights(c) }} />,
  );
});

function rights(c: AppContext) {
  const { actor } = c.get('ctx');
  return { mayEdit: can(actor, 'procedure.edit'), mayPublish: can(actor, 'procedure.publish') };
}
