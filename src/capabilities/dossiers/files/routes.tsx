import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId, type Redo, submit } from '#foundation/submit.ts';
import type { ByteRange } from '#platform/storage/reading.ts';
import { fileAnswer } from '#web/http/file-answer.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { dossierPath } from '../schema.ts';
import { renderDossier } from '../view/render.tsx';
import { viewDossier } from '../view/service.ts';
import { RemoveFileContent } from './pages.tsx';
import {
  ACCEPTED_TYPES,
  addFilesInput,
  filePaths,
  type RemoveFileInput,
  removeFileInput,
  type StoredDossierFile,
} from './schema.ts';
import { addFiles, fileOf, openFile, removeFile } from './service.ts';

export const fileRoutes = new Hono<AppEnv>();

fileRoutes.post('/dossiers/:number/files', only('dossier.handle'), async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: addFilesInput,
    read: ({ values }) => readPlace(number, values),
    run: async (ctx, input, form) => {
      await addFiles(ctx, input, form.files);
      return { location: `${dossierPath(number)}#tep`, notice: 'Đã thêm tệp vào hồ sơ.' };
    },
    redo: async (problem) =>
      renderDossier(c, number, { problem: problem.message ?? Object.values(problem.fields)[0] ?? null }),
    page: c.get('staffPage'),
  });
});

/** The choice of one box: `other`, `result`, `paper`, or `paper-3` for a paper of the dossier. */
function readPlace(number: string, values: FormValues) {
  const [purpose, position] = valueOf(values, 'place').split('-');
  return { number, purpose, paperPosition: position ?? null };
}

fileRoutes.get('/dossiers/:number/files/:id{[0-9]{1,15}}', async (c) => {
  const file = await openFile(c.get('ctx'), c.req.param('number'), Number(c.req.param('id')));
  return serve(c, file);
});

async function serve(c: AppContext, file: StoredDossierFile): Promise<Response> {
  const isInline = ACCEPTED_TYPES[file.mediaType]?.inline === true && c.req.query('download') === undefined;
  const served = {
    ...file,
    disposition: isInline ? ('inline' as const) : ('attachment' as const),
    open: async (range?: ByteRange) => c.get('ctx').files.open(file.hash, range),
  };
  // What has changed since is another file under another address, so a condition has nothing to ask.
  return fileAnswer(served, c.req.header('if-range') === undefined ? c.req.header('range') : undefined);
}

const REMOVE = 'Gỡ tệp khỏi hồ sơ';

fileRoutes.get('/dossiers/:number/files/:id{[0-9]{1,15}}/remove', async (c) => {
  const { options, content } = await removePage(c, {
    number: c.req.param('number'),
    fileId: Number(c.req.param('id')),
  });
  return c.get('staffPage')(options, content);
});

fileRoutes.post('/dossiers/:number/files/:id{[0-9]{1,15}}/remove', only('dossier.handle'), async (c) => {
  const { number, id } = c.req.param();
  return submit(c, {
    schema: removeFileInput,
    read: () => ({ number, fileId: id }),
    run: async (ctx, input) => {
      await removeFile(ctx, input);
      return { location: `${dossierPath(number)}#tep`, notice: 'Đã gỡ tệp khỏi hồ sơ.' };
    },
    redo: async (problem) => removePage(c, { number, fileId: Number(id) }, problem.message),
    page: c.get('staffPage'),
  });
});

async function removePage(
  c: AppContext,
  { number, fileId }: RemoveFileInput,
  problem: string | null = null,
): Promise<Redo> {
  const ctx = c.get('ctx');
  const file = await fileOf(ctx, number, fileId);
  const { detail } = await viewDossier(ctx, number);
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
    { text: REMOVE },
  ];
  const view = { number, file, problem, formId: newFormId(), action: filePaths.remove(number, fileId) };
  return {
    options: { title: REMOVE, lead: detail.title, breadcrumbs },
    content: <RemoveFileContent view={view} />,
  };
}
