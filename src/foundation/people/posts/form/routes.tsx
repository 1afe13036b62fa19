import { Hono } from 'hono';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { valueOf, valuesOf } from '#web/http/form-values.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId, type Redo } from '#foundation/submit.ts';
import { formRoutes } from '../../form-routes.ts';
import { belowPeople, type FormState, valuesFrom } from '../../form-state.ts';
import { postPath, POSTS } from '../../paths.ts';
import { dateOf, idOf } from '../../request.ts';
import { unitOptions } from '../../units.ts';
import { existingPost } from '../details/service.ts';
import { changePostSchema, postSchema } from '../schema.ts';
import { changePost, createPost } from '../service.ts';
import { PostForm } from './pages.tsx';

const NEW_PATH = '/people/posts/new';
const UP = { text: 'Vị trí công tác', href: POSTS };

const newRoutes = formRoutes({
  path: NEW_PATH,
  schema: postSchema,
  read: ({ values }) => ({
    unitId: valueOf(values, 'unitId'),
    title: valueOf(values, 'title'),
    roles: valuesOf(values, 'roles'),
    from: dateOf(values, 'from'),
  }),
  initial: (c) => valuesFrom({ unitId: c.req.query('unit') ?? '', from: formatDate(c.get('ctx').now) }),
  view: newView,
  run: async (_c, ctx, input) => {
    const id = await createPost(ctx, input);
    return { location: postPath(id), notice: `Đã lập vị trí “${input.title}”. Hãy giao người giữ.` };
  },
});

const editRoutes = formRoutes({
  path: '/people/posts/:id{[0-9]+}/edit',
  schema: changePostSchema,
  read: ({ values }) => ({
    title: valueOf(values, 'title'),
    roles: valuesOf(values, 'roles'),
    sequence: valueOf(values, 'sequence'),
  }),
  initial: async (c) => {
    const { title, roles, sequence } = await existingPost(c.get('ctx'), idOf(c));
    return valuesFrom({ title, roles, sequence });
  },
  view: editView,
  run: async (c, ctx, input) => {
    await changePost(ctx, { ...input, postId: idOf(c) });
    return { location: postPath(idOf(c)), notice: 'Đã lưu vị trí. Quyền của người giữ thay đổi ngay.' };
  },
});

/** Creating and changing posts. */
export const postFormRoutes = new Hono<AppEnv>().route('/', newRoutes).route('/', editRoutes);

async function newView(c: AppContext, state: FormState): Promise<Redo> {
  const ctx = c.get('ctx');
  await authorise(ctx, 'people.change');
  const form = { action: NEW_PATH, back: POSTS, submitText: 'Lập vị trí', formId: newFormId() };
  const content = <PostForm {...state} {...form} unitOptions={await unitOptions(ctx)} />;
  return { options: belowPeople('Lập vị trí công tác', UP), content };
}

async function editView(c: AppContext, state: FormState): Promise<Redo> {
  const ctx = c.get('ctx');
  const post = await existingPost(ctx, idOf(c));
  await authorise(ctx, 'people.change', post.unitId);
  const back = postPath(post.id);
  const form = { action: `${back}/edit`, back, submitText: 'Lưu thay đổi', formId: newFormId() };
  const content = <PostForm {...state} {...form} unitOptions={null} />;
  return { options: belowPeople('Sửa vị trí công tác', UP, { text: post.title, href: back }), content };
}
