import { Hono } from 'hono';
import { z } from 'zod';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { formRoutes } from '../../form-routes.ts';
import { valuesFrom } from '../../form-state.ts';
import { postPath } from '../../paths.ts';
import { dateOf, idOf } from '../../request.ts';
import { appointHolder, releaseHolder } from '../holdings.ts';
import { appointSchema, endSchema, releaseSchema, substituteSchema } from '../schema.ts';
import { endPost } from '../service.ts';
import { appointSubstitute, endSubstitution } from '../substitutions.ts';
import { holdingToEnd, substitutionToEnd } from './service.ts';
import * as views from './views.tsx';

const appointRoutes = formRoutes({
  path: '/people/posts/:id{[0-9]+}/appoint',
  schema: appointSchema,
  read: ({ values }) => ({
    officerId: valueOf(values, 'officerId'),
    from: dateOf(values, 'from'),
    decision: valueOf(values, 'decision'),
  }),
  initial: (c) => today(c, 'from'),
  view: views.appointView,
  run: async (c, ctx, input) => {
    await appointHolder(ctx, { ...input, postId: idOf(c) });
    return { location: postPath(idOf(c)), notice: 'Đã giao vị trí.' };
  },
});

const releaseRoutes = formRoutes({
  path: '/people/holdings/:id{[0-9]+}/release',
  schema: releaseSchema,
  read: ({ values }) => ({ on: dateOf(values, 'on'), decision: valueOf(values, 'decision') }),
  initial: (c) => today(c, 'on'),
  view: views.releaseView,
  run: async (c, ctx, input) => {
    const { post, name } = await holdingToEnd(ctx, idOf(c));
    await releaseHolder(ctx, { ...input, holdingId: idOf(c) });
    return { location: postPath(post.id), notice: `Đã ghi ngày ${name} thôi giữ vị trí.` };
  },
});

const endRoutes = formRoutes({
  path: '/people/posts/:id{[0-9]+}/end',
  schema: endSchema,
  read: ({ values }) => ({ on: dateOf(values, 'on') }),
  initial: (c) => today(c, 'on'),
  view: views.endView,
  run: async (c, ctx, input) => {
    await endPost(ctx, { ...input, postId: idOf(c) });
    return { location: postPath(idOf(c)), notice: 'Đã kết thúc vị trí.' };
  },
});

const substituteRoutes = formRoutes({
  path: '/people/posts/:id{[0-9]+}/substitute',
  schema: substituteSchema,
  read: ({ values }) => ({
    substituteId: valueOf(values, 'substituteId'),
    from: dateOf(values, 'from'),
    until: dateOf(values, 'until'),
    reason: valueOf(values, 'reason'),
  }),
  initial: (c) => today(c, 'from'),
  view: views.substituteView,
  run: async (c, ctx, input) => {
    await appointSubstitute(ctx, { ...input, postId: idOf(c) });
    return { location: views.afterSubstitution(c, idOf(c)), notice: 'Đã cử người làm thay.' };
  },
});

const endSubstitutionRoutes = formRoutes({
  path: '/people/substitutions/:id{[0-9]+}/end',
  schema: z.object({}),
  read: () => ({}),
  initial: () => ({}),
  view: views.endSubstitutionView,
  run: async (c, ctx) => {
    const { post, name } = await substitutionToEnd(ctx, idOf(c));
    await endSubstitution(ctx, { substitutionId: idOf(c) });
    return { location: views.afterSubstitution(c, post.id), notice: `${name} thôi làm thay.` };
  },
});

/** Appointing and releasing holders, substitutes, the end of a post. */
export const postChangeRoutes = new Hono<AppEnv>()
  .route('/', appointRoutes)
  .route('/', releaseRoutes)
  .route('/', endRoutes)
  .route('/', substituteRoutes)
  .route('/', endSubstitutionRoutes);

function today(c: AppContext, name: string): FormValues {
  return valuesFrom({ [name]: formatDate(c.get('ctx').now) });
}
