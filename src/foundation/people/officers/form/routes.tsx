import { Hono } from 'hono';
import { z } from 'zod';
import { type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId, type Redo } from '#foundation/submit.ts';
import { formRoutes } from '../../form-routes.ts';
import { belowPeople, type FormState, valuesFrom } from '../../form-state.ts';
import { officerPath, PEOPLE } from '../../paths.ts';
import { idOf } from '../../request.ts';
import { existingOfficer } from '../details/service.ts';
import { officerSchema } from '../schema.ts';
import { changeOfficer, createOfficer } from '../service.ts';
import { OfficerForm } from './pages.tsx';

const NEW_PATH = '/people/officers/new';

const newRoutes = formRoutes({
  path: NEW_PATH,
  schema: officerSchema,
  read: readFields,
  initial: () => ({}),
  view: newView,
  run: async (_c, ctx, input) => {
    const id = await createOfficer(ctx, input);
    return { location: officerPath(id), notice: `Đã thêm cán bộ ${input.fullName}.` };
  },
});

const editRoutes = formRoutes({
  path: '/people/officers/:id{[0-9]+}/edit',
  schema: officerSchema.extend({ sequence: z.coerce.number<string>().int() }),
  read: readFields,
  initial: async (c) => valuesFrom(await existingOfficer(c.get('ctx'), idOf(c))),
  view: editView,
  run: async (c, ctx, input) => {
    await changeOfficer(ctx, { ...input, officerId: idOf(c) });
    return { location: officerPath(idOf(c)), notice: 'Đã lưu thông tin cán bộ.' };
  },
});

/** Entering and correcting people. */
export const officerFormRoutes = new Hono<AppEnv>().route('/', newRoutes).route('/', editRoutes);

function readFields({ values }: SubmittedForm) {
  const names = ['fullName', 'phone', 'email', 'note', 'sequence'] as const;
  return Object.fromEntries(names.map((name) => [name, valueOf(values, name)]));
}

async function newView(c: AppContext, state: FormState): Promise<Redo> {
  await authorise(c.get('ctx'), 'people.change');
  const form = { action: NEW_PATH, back: PEOPLE, sequence: '', submitText: 'Thêm cán bộ' };
  const content = <OfficerForm {...state} {...form} formId={newFormId()} />;
  return { options: belowPeople('Thêm cán bộ'), content };
}

async function editView(c: AppContext, state: FormState): Promise<Redo> {
  await authorise(c.get('ctx'), 'people.change');
  const officer = await existingOfficer(c.get('ctx'), idOf(c));
  const back = officerPath(officer.id);
  const sequence = valueOf(state.values, 'sequence');
  const form = { action: `${back}/edit`, back, sequence, submitText: 'Lưu thay đổi' };
  const content = <OfficerForm {...state} {...form} formId={newFormId()} />;
  const up = { text: officer.fullName, href: back };
  return { options: belowPeople('Sửa thông tin cán bộ', up), content };
}
