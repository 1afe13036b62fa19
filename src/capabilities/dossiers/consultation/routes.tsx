import { Hono } from 'hono';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { refuse } from '#kernel/refusal.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { only } from '#foundation/access/only.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { type Redo, submit } from '#foundation/submit.ts';
import { valueOf } from '#web/http/form-values.ts';
import type { Option } from '#web/ui/option.ts';
import { dossierPath } from '../schema.ts';
import { type DossierFormView, formPage, NOTHING_TYPED, type Typed } from '../view/form-page.tsx';
import { AskContent, BoxContent, ConsultationContent } from './pages.tsx';
import { takingPart } from '../view/taking-part.ts';
import {
  askInput,
  CONSULTATION_TABS,
  consultationPaths,
  type ConsultationTab,
  endInput,
  opinionInput,
} from './schema.ts';
import { answer, ask, consultationBox, endAsking, offerOf } from './service.ts';
import { readConsultations } from './store.ts';

/** Opinions asked of other units. */
export const consultationRoutes = new Hono<AppEnv>();

consultationRoutes.get('/consultations', async (c) => {
  const ctx = c.get('ctx');
  const asked = c.req.query('tab') ?? 'asked';
  // Any other word than a code is the first tab.
  const tab = (asked in CONSULTATION_TABS ? asked : 'asked') as ConsultationTab;
  const box = await consultationBox(ctx, tab);
  const view = { ...box, tab, unitName: await unitNames(ctx, 'shortName'), now: ctx.now };
  return c.get('staffPage')({ title: 'Lấy ý kiến' }, <BoxContent view={view} />);
});

async function askPage(c: AppContext, number: string, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  const position = valueOf(typed.values, 'position') || (c.req.query('position') ?? '');
  const units = await unitOptions(c.get('ctx'));
  const content = (view: DossierFormView) => <AskContent view={view} units={units} position={position} />;
  return formPage(c, { number, title: 'Lấy ý kiến đơn vị khác', content }, typed);
}

async function unitOptions(ctx: Context): Promise<readonly Option[]> {
  const tree = await organisationNow(ctx);
  return [...tree.units.values()]
    .toSorted((a, b) => compareText(a.shortName, b.shortName))
    .map(({ id, shortName }) => ({ value: String(id), text: shortName }));
}

consultationRoutes.get('/dossiers/:number/consultations/new', async (c) => {
  const { options, content } = await askPage(c, c.req.param('number'));
  return c.get('staffPage')(options, content);
});

consultationRoutes.post(
  '/dossiers/:number/consultations/new',
  only('dossier.handle'),
  takingPart,
  async (c) => {
    const number = c.req.param('number');
    return submit(c, {
      schema: askInput,
      read: ({ values }) => ({
        number,
        sequence: valueOf(values, 'sequence'),
        position: valueOf(values, 'position') || undefined,
        toUnitId: valueOf(values, 'toUnitId'),
        question: valueOf(values, 'question'),
        dueOn: parseDate(valueOf(values, 'dueOn')) ?? valueOf(values, 'dueOn'),
        isRequired: valueOf(values, 'isRequired') === 'yes',
      }),
      run: async (ctx, input) => {
        await ask(ctx, input);
        return { location: `${dossierPath(number)}#lay-y-kien`, notice: 'Đã gửi lấy ý kiến.' };
      },
      redo: async (problem, values) => askPage(c, number, { problem, values }),
      page: c.get('staffPage'),
    });
  },
);

async function onePage(c: AppContext, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  const ctx = c.get('ctx');
  const number = c.req.param('number') ?? '';
  const id = Number(c.req.param('id'));
  const content = async (view: DossierFormView) => {
    const asked = (await readConsultations(ctx.db, view.dossier.id)).find((one) => one.id === id);
    if (!asked) refuse('missing', 'Hồ sơ không có câu hỏi này.');
    return <ConsultationContent view={view} asked={asked} offer={await offerOf(ctx, asked)} />;
  };
  return formPage(c, { number, title: 'Ý kiến của đơn vị khác', content }, typed);
}

consultationRoutes.get('/dossiers/:number/consultations/:id{[0-9]{1,15}}', async (c) => {
  const { options, content } = await onePage(c);
  return c.get('staffPage')(options, content);
});

consultationRoutes.post(
  '/dossiers/:number/consultations/:id{[0-9]{1,15}}',
  only('dossier.handle'),
  takingPart,
  async (c) => {
    const { number, id } = c.req.param();
    return submit(c, {
      schema: opinionInput,
      read: ({ values }) => ({ number, id, answer: valueOf(values, 'answer') }),
      run: async (ctx, input, form) => {
        await answer(ctx, input, form.files);
        return { location: consultationPaths.box, notice: 'Đã gửi ý kiến. Hồ sơ không còn ở đơn vị nữa.' };
      },
      redo: async (problem, values) => onePage(c, { problem, values }),
      page: c.get('staffPage'),
    });
  },
);

consultationRoutes.post(
  '/dossiers/:number/consultations/:id{[0-9]{1,15}}/end',
  only('dossier.handle'),
  takingPart,
  async (c) => {
    const { number, id } = c.req.param();
    return submit(c, {
      schema: endInput,
      read: ({ values }) => ({ number, id, how: valueOf(values, 'how'), reason: valueOf(values, 'reason') }),
      run: async (ctx, input) => {
        await endAsking(ctx, input);
        return { location: `${dossierPath(number)}#lay-y-kien`, notice: 'Đã kết thúc việc lấy ý kiến này.' };
      },
      redo: async (problem, values) => onePage(c, { problem, values }),
      page: c.get('staffPage'),
    });
  },
);
