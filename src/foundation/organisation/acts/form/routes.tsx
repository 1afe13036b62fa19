import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { Option } from '#web/ui/option.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, submit } from '#foundation/submit.ts';
import { organisationPaths } from '../../schema.ts';
import { organisationNow, unitVersions } from '../../service.ts';
import { ACT_KIND_LABELS, ACT_KINDS, type ActKind } from '../schema.ts';
import { acts, prepareAct } from '../service.ts';
import { draftOf } from './draft.ts';
import { ActFormPage, KindPage } from './pages.tsx';
import { readActForm } from './read.ts';
import { actFormSchema } from './schema.ts';

/** Preparing an act in two pages: its kind, then the form of that kind. */
export const actFormRoutes = new Hono<AppEnv>()
  .get(organisationPaths.newAct, async (c) => {
    await authorise(c.get('ctx'), 'organisation.change');
    const kind = kindOf(c.req.query('kind'));
    if (kind === null) return c.get('staffPage')(OPTIONS, <KindPage />);
    const { options, content } = await formView(c, kind, {
      values: {},
      problem: { message: null, fields: {} },
    });
    return c.get('staffPage')(options, content);
  })
  .post(organisationPaths.newAct, only('organisation.change'), async (c) =>
    submit(c, {
      schema: actFormSchema,
      read: (form) => readActForm(form.values),
      run: async (ctx, form) => {
        const known = { units: await unitVersions(ctx), actCodes: (await acts(ctx)).map((act) => act.code) };
        const act = await prepareAct(ctx, draftOf(form, known));
        return {
          location: organisationPaths.act(act.code),
          notice: 'Đã lưu quyết định. Tổ chức chưa thay đổi cho đến khi đưa vào thi hành.',
        };
      },
      redo: async (problem, values) => {
        return formView(c, kindOf(valueOf(values, 'kind')) ?? 'create', { values, problem });
      },
      page: c.get('staffPage'),
    }),
  );

const OPTIONS = {
  title: 'Soạn quyết định về tổ chức',
  lead: 'Quyết định này làm gì?',
  breadcrumbs: [
    { text: 'Tổ chức bộ máy', href: organisationPaths.tree },
    { text: 'Quyết định', href: organisationPaths.acts },
    { text: 'Soạn mới' },
  ],
};

type Filled = { readonly values: FormValues; readonly problem: FormProblem };

async function formView(c: AppContext, kind: ActKind, filled: Filled) {
  const units = await unitOptions(c.get('ctx'));
  return {
    options: {
      ...OPTIONS,
      title: `Soạn quyết định: ${ACT_KIND_LABELS[kind].toLowerCase()}`,
      lead: undefined,
    },
    content: <ActFormPage kind={kind} formId={newFormId()} units={units} {...filled} />,
  };
}

/** Units that stand today, by name. */
async function unitOptions(ctx: Context): Promise<readonly Option[]> {
  const tree = await organisationNow(ctx);
  return [...tree.units.values()].map((unit) => ({ value: unit.code, text: unit.name, hint: unit.code }));
}

function kindOf(text: string | undefined): ActKind | null {
  return ACT_KINDS.find((kind) => kind === text) ?? null;
}
