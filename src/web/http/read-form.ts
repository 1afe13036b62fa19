import type { Context as HttpContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type FieldMessages, refuse } from '#kernel/refusal.ts';
import type { FormValues, SubmittedForm, UploadedFile } from './form-values.ts';
import { type ComingFile, readMultipart } from './read-multipart.ts';
import { type Reception, receptionOf } from './reception.ts';

/** No keyboard types it and the database has no such character; only forged forms have it. */
const NUL = '\u0000';

/**
 * Reads a submitted form, urlencoded or multipart. Files are written to disk while they come and looked into when all are
 * there; those that do not pass are named in `refused`. Refuses what is not a form.
 */
export async function readForm(c: HttpContext): Promise<SubmittedForm> {
  // A route may look into a form before it submits it; its body comes once.
  const form = read.get(c.req) ?? readOnce(c);
  read.set(c.req, form);
  return form;
}

const read = new WeakMap<object, Promise<SubmittedForm>>();

async function readOnce(c: HttpContext): Promise<SubmittedForm> {
  const type = c.req.header('content-type') ?? '';
  if (/^multipart\/form-data\s*;/i.test(type) && c.req.raw.body !== null) return readFiles(c, type);
  const fields = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)
    ? new URLSearchParams(await c.req.text())
    : refuseForm();
  if (fields.size > receptionOf(c).uploads.limits.fields) throw new HTTPException(413);
  const form = collect();
  for (const [name, value] of fields) form.add(name, value);
  return { values: form.values, files: [], refused: {} };
}

async function readFiles(c: HttpContext, type: string): Promise<SubmittedForm> {
  const reception = receptionOf(c);
  const { limits } = reception.uploads;
  if (Number(c.req.header('content-length') ?? 0) > limits.form) throw new HTTPException(413);
  const form = collect();
  const staged: StagedUpload[] = [];
  try {
    await readMultipart({
      type,
      body: c.req.raw.body ?? refuseForm(),
      limits,
      onField: form.add,
      onFile: async (file) => void staged.push(...(await stage(reception, file))),
    });
    return { values: form.values, ...(await examine(reception, staged)) };
  } finally {
    reception.leave();
  }
}

type StagedUpload = Omit<UploadedFile, 'mediaType' | 'pdf'> & { readonly problem: string | null };

async function stage(reception: Reception, file: ComingFile): Promise<readonly StagedUpload[]> {
  const { field, content } = file;
  const name = file.name.normalize('NFC');
  // A file control that was left empty sends a part without a name.
  if (name === '') return drained(content);
  reception.enter();
  const staged = await reception.stage(content);
  if (staged.size === 0) return [{ field, name, ...staged, problem: 'không có nội dung. Hãy chọn lại tệp.' }];
  const problem = file.isTooLarge() ? largeProblem(reception) : null;
  return [{ field, name, ...staged, problem }];
}

async function drained(content: ComingFile['content']): Promise<readonly StagedUpload[]> {
  for await (const _ of content) continue;
  return [];
}

function largeProblem({ uploads }: Reception): string {
  const words = `${Math.round(uploads.limits.file / 1024 / 1024)} MB`;
  return `lớn hơn ${words}. Hãy quét lại ở 200 dpi hoặc tách thành nhiều tệp.`;
}

async function examine(reception: Reception, staged: readonly StagedUpload[]) {
  const files: UploadedFile[] = [];
  const refused: Record<string, string> = {};
  for (const { problem: known, ...file } of staged) {
    const verdict = known === null ? await reception.uploads.examine(file) : { problem: known };
    if (verdict.problem === undefined) files.push({ ...file, ...verdict });
    else refused[file.field] ??= `Tệp “${file.name}” ${verdict.problem}`;
  }
  return { files, refused: refused satisfies FieldMessages };
}

function collect() {
  // Without a prototype: a forged field may be called `constructor`. `Object.create` answers `any`.
  const values = Object.create(null) as Record<string, string[]>;
  const add = (name: string, value: string): void => {
    (values[name] ??= []).push(value.replaceAll(NUL, ''));
  };
  return { values: values satisfies FormValues, add };
}

function refuseForm(): never {
  return refuse('invalid', 'Máy chủ không đọc được biểu mẫu vừa gửi. Hãy tải lại trang và gửi lại.');
}
