import { Hono } from 'hono';
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { localDateOf } from '#kernel/local-date.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { only } from '#foundation/access/only.ts';
import type { Permission } from '#foundation/access/rules.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { officersWithRole } from '#foundation/people/service.ts';
import { type FormProblem, newFormId, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, type SubmittedForm, valueOf, valuesOf } from '#web/http/form-values.ts';
import type { Option } from '#web/ui/option.ts';
import {
  assignInput,
  dossierPath,
  dossierReference,
  passOnInput,
  resultInput,
  returnInput,
  sendBackInput,
  takeCustodyInput,
} from '../schema.ts';
import {
  assign,
  claim,
  enterResult,
  passOn,
  release,
  returnResult,
  sendBack,
  takeCustody,
} from '../service.ts';
import { viewDossier } from '../view/service.ts';
import { renderDossier } from '../view/render.tsx';
import { bulk, bulkPage } from './bulk.tsx';
import { type ActView, AssignContent, ResultContent, ReturnContent, SendBackContent } from './pages.tsx';

export const stepRoutes = new Hono<AppEnv>();

/** What a form about a dossier does when it is sent. */
type Act<Input> = {
  readonly schema: z.ZodType<Input>;
  readonly read: (form: SubmittedForm) => Readonly<Record<string, unknown>>;
  readonly run: (ctx: Context, input: Input) => Promise<unknown>;
  readonly notice: string;
  /** Without which nobody's form is looked at; mostly that of handling a step. */
  readonly permission?: Permission;
};

type RedoOf = (c: AppContext, number: string, typed: Typed) => Promise<Redo>;

/** What the person typed before, and what was wrong with it. */
type Typed = { readonly values: FormValues; readonly problem: FormProblem | null };

/** Carries an act out and goes back to the dossier's page; `redo` shows again what was wrong. */
function onPost<Input>(part: string, act: Act<Input>, redo: RedoOf): void {
  const permission = act.permission ?? 'dossier.handle';
  stepRoutes.post(`/dossiers/:number/${part}`, only(permission), async (c) => {
    const number = c.req.param('number');
    return submit(c, {
      schema: act.schema,
      read: (sent) => ({
        number,
        sequence: valueOf(sent.values, 'sequence'),
        position: valueOf(sent.values, 'position') || undefined,
        ...act.read(sent),
      }),
      run: async (ctx, input) => {
        await act.run(ctx, input);
        return { location: dossierPath(number), notice: act.notice };
      },
      redo: async (problem, values) => redo(c, number, { values, problem }),
      page: c.get('staffPage'),
    });
  });
}

/** An act of one button on the dossier's page; a refusal shows the page again with its sentence. */
function button<Input>(part: string, act: Act<Input>): void {
  onPost(part, act, async (c, number, { problem }) =>
    renderDossier(c, number, { problem: problem && sentenceOf(problem) }),
  );
}

const sentenceOf = (problem: FormProblem): string =>
  problem.message ?? Object.values(problem.fields)[0] ?? 'Chưa thực hiện được, hãy thử lại.';

const nothing = (): Readonly<Record<string, unknown>> => ({});

button('pass-on', {
  schema: passOnInput,
  read: ({ values }) => ({
    note: valueOf(values, 'note'),
    officerId: valueOf(values, 'officerId') || null,
    choices: valuesOf(values, 'choices'),
    lateReasonCode: valueOf(values, 'lateReasonCode'),
    lateReason: valueOf(values, 'lateReason'),
  }),
  run: passOn,
  notice: 'Đã chuyển sang bước sau.',
});
button('take', {
  schema: takeCustodyInput,
  read: ({ values }) => ({ note: valueOf(values, 'note') }),
  run: takeCustody,
  notice: 'Đã xác nhận nhận bàn giao hồ sơ.',
});
button('claim', {
  schema: dossierReference,
  read: nothing,
  run: claim,
  notice: 'Bạn đã nhận thụ lý hồ sơ này.',
});
button('release', {
  schema: dossierReference,
  read: nothing,
  run: release,
  notice: 'Đã đưa hồ sơ về hộp việc chung.',
});

/** An act with a page of its own: GET asks, POST does it or asks again with what is wrong. */
function form<Input>(
  part: string,
  act: Act<Input> & {
    readonly title: string;
    readonly content: (c: AppContext, view: ActView) => Promise<ComponentChildren>;
  },
): void {
  const page: RedoOf = async (c, number, typed) => {
    const ctx = c.get('ctx');
    const dossier = await viewDossier(ctx, number);
    const position = valueOf(typed.values, 'position') || (c.req.query('position') ?? '');
    const view = { dossier, ...typed, formId: newFormId(), today: localDateOf(ctx.now), position };
    const breadcrumbs = [
      { text: 'Hồ sơ', href: '/dossiers' },
      { text: number, href: dossierPath(number) },
      { text: act.title },
    ];
    const lead = `${dossier.detail.title} · ${dossier.parties.find((party) => party.role === 'applicant')?.fullName}`;
    return { options: { title: act.title, lead, breadcrumbs }, content: await act.content(c, view) };
  };
  stepRoutes.get(`/dossiers/:number/${part}`, async (c) => {
    const { options, content } = await page(c, c.req.param('number'), { values: {}, problem: null });
    return c.get('staffPage')(options, content);
  });
  onPost(part, act, page);
}

const fields =
  (...names: readonly string[]) =>
  ({ values }: SubmittedForm): Readonly<Record<string, unknown>> =>
    Object.fromEntries(names.map((name) => [name, valueOf(values, name)]));

form('send-back', {
  title: 'Trả lại bước trước',
  schema: sendBackInput,
  read: fields('reason'),
  run: sendBack,
  notice: 'Đã trả lại bước trước kèm lý do.',
  content: async (_c, view) => <SendBackContent view={view} />,
});
form('assign', {
  title: 'Phân công thụ lý',
  permission: 'dossier.assign',
  schema: assignInput,
  read: fields('officerId'),
  run: assign,
  notice: 'Đã phân công người thụ lý.',
  content: async (c, view) => (
    <AssignContent view={view} officers={await officerOptions(c.get('ctx'), view)} />
  ),
});
form('result', {
  title: 'Nhập kết quả giải quyết',
  schema: resultInput,
  read: ({ values }) => ({
    ...fields('outcome', 'title', 'documentNumber', 'reason')({ values, files: [], refused: {} }),
    issuedOn: parseDate(valueOf(values, 'issuedOn')) ?? valueOf(values, 'issuedOn'),
  }),
  run: enterResult,
  notice: 'Đã lưu kết quả giải quyết.',
  content: async (_c, view) => <ResultContent view={view} />,
});
form('return', {
  title: 'Trả kết quả',
  permission: 'dossier.return',
  schema: returnInput,
  read: fields('recipient', 'relation', 'idNumber', 'acknowledgement', 'note'),
  run: returnResult,
  notice: 'Đã trả kết quả, hồ sơ hoàn tất.',
  content: async (_c, view) => <ReturnContent view={view} />,
});

async function officerOptions(ctx: Context, view: ActView): Promise<readonly Option[]> {
  const { work } = view.dossier;
  const step = (work.find((one) => String(one.step.position) === view.position) ?? work[0])?.step;
  if (!step) return [];
  const officers = await officersWithRole(ctx, step.unitId, step.role);
  return officers.map((officer) => ({
    value: String(officer.id),
    text: officer.name,
    hint: officer.postTitle,
  }));
}

stepRoutes.post('/inbox/pass-on', only('dossier.handle'), async (c) => {
  const outcomes = await bulk(c, (ctx, reference) =>
    passOn(ctx, { ...reference, note: '', officerId: null }),
  );
  return bulkPage(c, outcomes, '/inbox');
});
