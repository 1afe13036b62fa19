import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { HTTPException } from 'hono/http-exception';
import { Refusal } from '#kernel/refusal.ts';
import type { FormLimits } from '#platform/uploads/uploads.ts';

export type MultipartForm = {
  /** The content type with its boundary. */
  readonly type: string;
  readonly body: ReadableStream<Uint8Array>;
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
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined); // Whoever waits hears of it; nobody may be waiting.
  const fail = stopped.reject;
  const files = followFiles(form, fail);
  const clock = watch(form.limits, fail);
  const reader = form.body.getReader();
  try {
    const parser = parserOf(form, fail, files.take);
    const pumped = pump(reader, parser, { form, heard: clock.heard });
    pumped.catch(fail);
    await Promise.race([pumped, stopped.promise]);
    await Promise.race([files.ended(), stopped.promise]);
  } catch (error) {
    // A disk that fails breaks the form off too, and the parser is often the first to say so.
    throw reasonOf([error, ...(await files.breakOff())]);
  } finally {
    clock.end();
    reader.releaseLock();
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
  parser.on('error', fail);
  for (const limit of ['fieldsLimit', 'filesLimit'] as const) parser.on(limit, () => fail(tooLarge()));
  // The parser hands on what it could not find as undefined, whatever its types say.
  parser.on('field', (...[name, value, , isCut]: [string | undefined, string, boolean, boolean]) => {
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
    breakOff: async (): Promise<readonly unknown[]> => {
      for (const content of coming) content.destroy(new Error('The form broke off'));
      const ends = await Promise.allSettled(taken);
      return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    },
  };
}

/**
 * Hands the bytes to the parser as fast as it takes them. The body is not cancelled when the form breaks off: that would cut
 * the connection before the answer is sent.
 */
async function pump(reader: Body, parser: BusboyInstance, { form, heard }: Pumping): Promise<void> {
  const finished = once(parser, 'finish');
  finished.catch(() => undefined); // It fails with the parser, which is told elsewhere.
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    heard();
    size += piece.value.byteLength;
    if (size > form.limits.form) throw tooLarge();
    await written(parser, piece.value);
  }
  parser.end();
  await finished;
}

type Body = ReadableStreamDefaultReader<Uint8Array>;
type Pumping = { readonly form: MultipartForm; readonly heard: () => void };

async function written(parser: BusboyInstance, bytes: Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
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
function reasonOf(errors: readonly unknown[]): unknown {
  const [first] = errors;
  const ofDisk = errors.find(
    (error) => error instanceof Error && 'code' in error && DISK.has(String(error.code)),
  );
  if (ofDisk !== undefined) return ofDisk;
  return first instanceof HTTPException || first instanceof Refusal ? first : unreadable();
}
