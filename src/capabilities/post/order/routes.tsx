import { Hono } from 'hono';
import type { z } from 'zod';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { Context } from '#foundation/context.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { POSTAL_FIELDS } from '../personal-data.ts';
import { decisionInput, orderInput, postPaths, stateInput } from '../schema.ts';
import { bringBack, cancelOrder, createOrder, orderById, sendable, sendAgain } from '../service.ts';
import { noteState } from '../tracking/service.ts';
import { OrderFormContent } from './form-page.tsx';
import { OrderContent } from './pages.tsx';

const ID = ':id{[0-9]{1,15}}';
const UP = [{ text: 'Bưu gửi', href: postPaths.list }];

/** Parcels: made for a dossier, followed, and what is done when they do not arrive. */
export const orderRoutes = new Hono<AppEnv>()
  .get(postPaths.create, only('dossier.post'), async (c) => {
    const { dossier = '', direction = '' } = c.req.query();
    const values = { dossier: [dossier], direction: [direction] };
    return show(c, await formPage(c, { values, problem: NO_PROBLEM, isFresh: true }));
  })
  .post(postPaths.create, only('dossier.post'), async (c) =>
    submit(c, {
      schema: orderInput,
      read: ({ values }) =>
        Object.fromEntries(FIELDS.map((name) => [name, withoutDots(name, valueOf(values, name))])),
      run: async (ctx, input) => ({
        location: postPaths.one(await createOrder(ctx, input)),
        notice: 'Đã lập bưu gửi. In nhãn, dán lên bì rồi giao bưu tá.',
      }),
      redo: async (problem, values) => formPage(c, { values, problem, isFresh: false }),
      page: c.get('staffPage'),
    }),
  )
  .get(postPaths.one(ID), async (c) => show(c, await orderPage(c, { values: {}, problem: NO_PROBLEM })))
  .post(postPaths.act(ID, 'state'), only('dossier.post'), async (c) =>
    act(c, { schema: stateInput, run: noteState, notice: 'Đã ghi tình trạng bưu gửi.' }),
  )
  .post(postPaths.act(ID, 'cancel'), only('dossier.post'), async (c) =>
    act(c, { schema: decisionInput, run: cancelOrder, notice: 'Đã hủy bưu gửi.' }),
  )
  .post(postPaths.act(ID, 'again'), only('dossier.post'), async (c) =>
    act(c, { schema: decisionInput, run: sendAgain, notice: 'Đã ghi: bưu chính phát lại.' }),
  )
  .post(postPaths.act(ID, 'back'), only('dossier.post'), async (c) =>
    act(c, { schema: decisionInput, run: bringBack, notice: 'Đã ghi: bưu gửi về quầy.' }),
  );

const FIELDS = [
  'dossier',
  'direction',
  'name',
  'phone',
  'address',
  'district',
  'province',
  'content',
  'note',
  'codAmount',
] as const;

/** Amounts may be typed as people write them: `25.000`. */
function withoutDots(name: string, value: string): string {
  return name === 'codAmount' || name === 'cost' ? value.replaceAll(/[.\s]/g, '') : value;
}

type Verb<Input> = {
  readonly schema: z.ZodType<Input>;
  readonly run: (ctx: Context, input: Input) => Promise<void>;
  readonly notice: string;
};

async function act<Input>(c: AppContext, { schema, run, notice }: Verb<Input>): Promise<Response> {
  const id = c.req.param('id') ?? '';
  return submit(c, {
    schema,
    read: ({ values }) => {
      const names = ['sequence', 'state', 'trackingCode', 'cost', 'note'];
      const typed = names.map((name) => [name, withoutDots(name, valueOf(values, name))]);
      return { id, ...Object.fromEntries(typed) };
    },
    run: async (ctx, input) => {
      await run(ctx, input);
      return { location: postPaths.one(id), notice };
    },
    redo: async (problem, values) => orderPage(c, { values, problem }),
    page: c.get('staffPage'),
  });
}

async function show(c: AppContext, { options, content }: Redo): Promise<Response> {
  return c.get('staffPage')(options, content);
}

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

async function orderPage(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const ctx = c.get('ctx');
  const { order, events } = await orderById(ctx, Number(c.req.param('id')));
  const mayPost = can(requireActor(ctx), 'dossier.post');
  const view = { order, events, mayPost, field: fieldsOf(values, problem), problem, newFormId };
  return {
    options: { title: `Bưu gửi ${order.number}`, breadcrumbs: UP },
    content: <OrderContent view={view} />,
  };
}

async function formPage(c: AppContext, typed: Typed & { readonly isFresh: boolean }): Promise<Redo> {
  const { dossier, counter } = await sendable(c.get('ctx'), valueOf(typed.values, 'dossier'));
  const direction =
    valueOf(typed.values, 'direction') === 'from-applicant' ? 'from-applicant' : 'to-applicant';
  const { district, province } = counter;
  const fresh = {
    name: [dossier.fullName],
    address: [dossier.address],
    district: [district],
    province: [province],
    content: [direction === 'to-applicant' ? `Kết quả: ${dossier.title}` : `Giấy tờ: ${dossier.title}`],
    codAmount: ['0'],
  };
  const values = typed.isFresh ? { ...typed.values, ...fresh } : typed.values;
  const view = {
    dossier: dossier.number,
    title: dossier.title,
    direction,
    counter,
    knownPhone: masked(POSTAL_FIELDS.receiver_phone, dossier.phone),
    field: fieldsOf(values, typed.problem),
    problem: typed.problem,
    formId: newFormId(),
  } as const;
  return {
    options: { title: 'Lập bưu gửi', breadcrumbs: UP },
    content: <OrderFormContent view={view} />,
  };
}
