import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { refuse } from '#kernel/refusal.ts';
import { processPaths } from '#capabilities/processes/schema.ts';
import { type FormValues, valueOf, valuesOf } from '#web/http/form-values.ts';
import { MigrationContent, RunningContent } from './pages.tsx';
import { MATCH_FIELD, migrationInput, migrationPaths, type MigrationQuery } from './schema.ts';
import { beginMigration } from './service.ts';
import { migrationView, runningView } from './view.ts';

const LIST = { text: 'Quy trình', href: processPaths.list };
const TITLE = 'Hồ sơ ở phiên bản cũ';

/** Running dossiers of a process on older versions. */
export const migrationRoutes = new Hono<AppEnv>()
  .get(migrationPaths.running(':slug'), async (c) => {
    const { options, content } = await runningPage(c, c.req.query(), NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(migrationPaths.begin(':slug'), only('procedure.publish'), async (c) => {
    const slug = slugOf(c);
    return submit(c, {
      schema: migrationInput,
      read: ({ values }) => ({
        all: valueOf(values, 'all') === 'yes',
        ids: valuesOf(values, 'ids'),
        ...wishOf(singly(values)),
        reason: valueOf(values, 'reason'),
      }),
      run: async (ctx, input) => ({
        location: migrationPaths.one(slug, await beginMigration(ctx, slug, input)),
        notice: 'Đã nhận. Hồ sơ được chuyển lần lượt, trang này cho biết đến đâu.',
      }),
      redo: async (problem, values) => runningPage(c, singly(values), problem),
      page: c.get('staffPage'),
    });
  })
  .get(migrationPaths.one(':slug', ':id{[0-9]+}'), async (c) => {
    const slug = slugOf(c);
    const id = Number(c.req.param('id') ?? NaN);
    if (!Number.isSafeInteger(id)) refuse('missing', 'Không có lần chuyển này của quy trình.');
    const view = await migrationView(c.get('ctx'), slug, id);
    const back = { text: TITLE, href: migrationPaths.running(slug) };
    return c.get('staffPage')(
      { title: 'Chuyển hồ sơ sang phiên bản mới', breadcrumbs: [LIST, back, { text: `Lần ${id}` }] },
      <MigrationContent view={view} />,
    );
  });

type Fields = Readonly<Record<string, string>>;

async function runningPage(c: AppContext, fields: Fields, problem: FormProblem): Promise<Redo> {
  const slug = slugOf(c);
  const view = await runningView(c.get('ctx'), slug, queryOf(fields));
  const { shortName } = view.offered.version.content;
  const field = fieldsOf({ reason: [fields['reason'] ?? ''] }, problem);
  return {
    options: {
      title: `${TITLE}: ${shortName}`,
      breadcrumbs: [LIST, { text: shortName, href: processPaths.one(slug) }, { text: TITLE }],
    },
    content: <RunningContent view={{ ...view, formId: newFormId(), field, problem }} />,
  };
}

function slugOf(c: AppContext): string {
  return c.req.param('slug') ?? '';
}

function queryOf(fields: Fields): MigrationQuery {
  const page = Number(fields['page'] ?? 1);
  const isPage = Number.isSafeInteger(page) && page > 0 && page < 100_000;
  return { page: isPage ? page : 1, ...wishOf(fields) };
}

function wishOf(fields: Fields): Pick<MigrationQuery, 'mapping' | 'followLimit'> {
  const matched = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(MATCH_FIELD) && value !== '' ? [[name.slice(MATCH_FIELD.length), value] as const] : [],
  );
  return { mapping: Object.fromEntries(matched), followLimit: fields['limit'] === 'new' };
}

/** The first value of each field. */
function singly(values: FormValues): Fields {
  return Object.fromEntries(Object.keys(values).map((name) => [name, valueOf(values, name)]));
}
