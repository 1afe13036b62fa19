import { Hono } from 'hono';
import type { z } from 'zod';
import { only } from '#foundation/access/only.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { submit } from '#foundation/submit.ts';
import { valueOf } from '#web/http/form-values.ts';
import { dossierPath } from '../schema.ts';
import { renderDossier } from '../view/render.tsx';
import { takingPart } from '../view/taking-part.ts';
import { noteInput, removeNoteInput, tagInput } from './schema.ts';
import { addNote, addTag, removeNote, removeTag } from './service.ts';

/** Notes and words of officials on a dossier. */
export const noteRoutes = new Hono<AppEnv>();

type Act<Input> = {
  readonly schema: z.ZodType<Input>;
  /** Fields of the form, besides what stands in the address. */
  readonly fields: readonly string[];
  readonly run: (ctx: Context, input: Input) => Promise<unknown>;
  readonly notice: string;
};

function onPost<Input>(path: string, { schema, fields, run, notice }: Act<Input>): void {
  noteRoutes.post(`/dossiers/:number/${path}`, only('dossier.handle'), takingPart, async (c) => {
    const params = c.req.param();
    const number = c.req.param('number') ?? '';
    return submit(c, {
      schema,
      read: ({ values }) => ({
        ...params,
        ...Object.fromEntries(fields.map((name) => [name, valueOf(values, name)])),
      }),
      run: async (ctx, input) => {
        await run(ctx, input);
        return { location: `${dossierPath(number)}#ghi-chu`, notice };
      },
      redo: async (problem) =>
        renderDossier(c, number, { problem: problem.message ?? Object.values(problem.fields)[0] ?? null }),
      page: c.get('staffPage'),
    });
  });
}

onPost('notes', { schema: noteInput, fields: ['text'], run: addNote, notice: 'Đã thêm ghi chú.' });
onPost('notes/:id{[0-9]{1,15}}/remove', {
  schema: removeNoteInput,
  fields: [],
  run: removeNote,
  notice: 'Đã gỡ ghi chú.',
});
onPost('tags', { schema: tagInput, fields: ['tag'], run: addTag, notice: 'Đã gắn nhãn.' });
onPost('tags/remove', { schema: tagInput, fields: ['tag'], run: removeTag, notice: 'Đã gỡ nhãn.' });
