import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { groupPaths } from '../group/schema.ts';
import { intakePaths } from '../schema.ts';
import { formHref } from './links.ts';
import { ChoiceContent } from './pages.tsx';
import { type ChoiceQuery, counterChoice } from './service.ts';

export const choiceRoutes = new Hono<AppEnv>();

choiceRoutes.get(intakePaths.choice, async (c) => {
  const query = readChoice(c.req.query());
  const choice = await counterChoice(c.get('ctx'), query);
  const isPersonClear = query.who === '' || choice.person !== null;
  // Who and what are both clear: nothing is left to choose here.
  if (choice.slug !== null && isPersonClear) {
    return c.redirect(formHref(choice.slug, { person: choice.person, from: query.from }), 303);
  }
  const lead = `${choice.unit.shortName} · ${formatNumber(choice.offers.length)} thủ tục tại quầy`;
  const actions = (
    <Button href={groupPaths.list} variant="secondary">
      Nhóm hồ sơ
    </Button>
  );
  return c.get('staffPage')(
    { title: 'Tiếp nhận hồ sơ', lead, actions },
    <ChoiceContent view={{ choice, query }} />,
  );
});

function readChoice(query: Readonly<Record<string, string>>): ChoiceQuery {
  const text = (name: string) => (query[name] ?? '').normalize('NFC').trim().slice(0, 200);
  return {
    who: text('who'),
    whoValue: text('whoValue'),
    what: text('what'),
    whatValue: text('whatValue'),
    // Another person typed means that those of the earlier dossier are not wanted.
    from: text('who') === '' ? text('from') : '',
    isNew: text('new') !== '',
  };
}
