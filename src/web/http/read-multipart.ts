import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { HTTPException } from 'hono/http-exception';
import { Refusal } from '#kernel/refusal.ts';
import type { FormLimits } from '#platform/uploads/uploads.ts';

export type MultipartForm = {
  /** The content type with its boundary. */
  readonly type: string;
  readonly body: AsyncIterable<Uint8Array>;
  readonly limits: FormLimits;
  readonly onField: (name: string, value: string) => void;
  /** Consumes a file as it comes; when it fails the whole form does. */
  readonly onFile: (file: ComingFile) => Promise<void>;
};

export type ComingFile = {
  readonly field: string;
  /** As the browser calls it; empty when nothing was chosen. */
  readonly name: string;
  readonly content: Readable;
  /** Whether it was longer than a file may be; known when the content has ended. The rest is skipped. */
  readonly isTooLarge: () => boolean;
};

/**
 * Reads a multipart form while it comes, never more than a piece of it in memory. Refuses what is no form; 413 when it is
 * too large, 408 when it takes too long.
 */
export async function readMultipart(form: MultipartForm): Promise<void> {
  const stop = new AbortController();
  const fail = (reason: unknown): void => stop.abort(reason);
  const files = followFiles(form, fail);
  const clock = watch(form.limits, fail);
  try {
    const parser = parserOf(form, fail, files.take);
    await pipeline(Readable.from(metered(form, clock.heard)), parser, { signal: stop.signal });
    await files.ended();
  } catch (error) {
    await files.breakOff();
    throw reasonOf(stop.signal.aborted ? stop.signal.reason : error);
  } finally {
    clock.end();
  }
}

function parserOf(
  { type, limits, onField }: MultipartForm,
  fail: (reason: unknown) => void,
  takeFile: (file: ComingFile) => void,
): BusboyInstance {
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: {
      fieldSize: limits.field,
      fields: limits.fields,
      fileSize: limits.file,
      files: limits.files,
      headerPairs: 10,
      headerSize: limits.partHeaders,
    },
  });
  for (const limit of ['fieldsLimit', 'filesLimit'] as const) parser.on(limit, () => fail(tooLarge()));
  // The parser hands on what it could not find as undefined, whatever its types say.
  parser.on('field', (name: string | undefined, value, _nameCut, isCut) => {
    if (name === undefined || isCut) fail(unreadable());
    else onField(name, value);
  });
  parser.on('file', (field: string | undefined, content, name: string | undefined) => {
    takeFile({ field: field ?? '', name: name ?? '', content, isTooLarge: () => content.truncated });
  });
  return parser;
}

/** Files that are coming: one that fails breaks off the form, and a form that breaks off ends them all. */
function followFiles({ onFile }: MultipartForm, fail: (reason: unknown) => void) {
  const coming = new Set<Readable>();
  const taken: Promise<void>[] = [];
  return {
    take: (file: ComingFile): void => {
      coming.add(file.content);
      file.content.on('error', fail);
      const done = onFile(file).finally(() => coming.delete(file.content));
      done.catch(fail);
      taken.push(done);
    },
    ended: async (): Promise<void> => void (await Promise.all(taken)),
    breakOff: async (): Promise<void> => {
      for (const content of coming) content.destroy(new Error('The form broke off'));
      await Promise.allSettled(taken);
    },
  };
}

/** The bytes as they come, told to the clock; too many end it. */
async function* metered({ body, limits }: MultipartForm, heard: () => void): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    heard();
    size += chunk.byteLength;
    if (size > limits.form) throw tooLarge();
    yield chunk;
  }
}

function watch({ silence, whole }: FormLimits, fail: (reason: unknown) => void) {
  const slow = (): void => fail(new HTTPException(408));
  const end = setTimeout(slow, whole);
  const quiet = setTimeout(slow, silence);
  return {
    heard: (): void => void quiet.refresh(),
    end: (): void => {
      clearTimeout(end);
      clearTimeout(quiet);
    },
  };
}

function tooLarge(): HTTPException {
  return new HTTPException(413);
}

function unreadable(): Refusal {
  return new Refusal('invalid', 'Máy chủ không đọc được biểu mẫu vừa gửi. Hãy tải lại trang và gửi lại.');
}

const DISK = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'ENOENT']);

/**
 * What the person is told. The parser's own words mean nothing to them: whatever it was, this was not a form we sent out.
 * Errors of our disk stay what they are.
 */
function reasonOf(error: unknown): unknown {
  if (error instanceof HTTPException || error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return DISK.has(code) ? error : unreadable();
}
