import { Hono } from 'hono';
import { can } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { citationOf, documentPaths } from '../schema.ts';
import { documentView } from '../service.ts';
import { DocumentContent } from './page.tsx';

export const documentPageRoutes = new Hono<AppEnv>().get(documentPaths.one(':id{[0-9]{1,15}}'), async (c) => {
  const ctx = c.get('ctx');
  const view = await documentView(ctx, Number(c.req.param('id')));
  const { document } = view;
  const mayKeep = can(ctx.actor, 'document.keep') && !document.withdrawn;
  const { issuerUnitId } = document;
  const unitName = issuerUnitId === null ? '' : (await unitNames(ctx, 'name'))(issuerUnitId);
  return c.get('staffPage')(
    {
      title: citationOf(document),
      lead: document.title,
      breadcrumbs: [{ text: 'Sổ văn bản', href: documentPaths.list }],
      tag: document.withdrawn ? <StateTag tone="late" text="Đã rút khỏi sổ" /> : null,
      actions: mayKeep ? (
        <ButtonGroup>
          <Button href={documentPaths.edit(document.id)} variant="secondary">
            Sửa
          </Button>
          <Button href={documentPaths.withdraw(document.id)} variant="link">
            Rút khỏi sổ
          </Button>
        </ButtonGroup>
      ) : null,
    },
    <DocumentContent view={{ ...view, unitName }} />,
  );
});
