import { Hono } from 'hono';
import { Button } from '#web/ui/button.tsx';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { historyEntries } from '../../history-words.ts';
import { officerPath, PEOPLE } from '../../paths.ts';
import { idOf } from '../../request.ts';
import { OfficerPage } from './pages.tsx';
import { officerDetails } from './service.ts';

export const officerDetailRoutes = new Hono<AppEnv>().get('/people/officers/:id{[0-9]+}', async (c) => {
  const ctx = c.get('ctx');
  const details = await officerDetails(ctx, idOf(c));
  const { officer, mayChange } = details;
  const actions = mayChange ? (
    <Button href={`${officerPath(officer.id)}/edit`} variant="secondary">
      Sửa thông tin
    </Button>
  ) : null;
  return c.get('staffPage')(
    { title: officer.fullName, breadcrumbs: [{ text: 'Cán bộ, vị trí', href: PEOPLE }], actions },
    <OfficerPage
      details={details}
      unitName={await unitNames(ctx, 'name')}
      history={historyEntries(details.histories, details.names)}
      now={ctx.now}
    />,
  );
});
