import type { Context as HttpContext } from 'hono';
import { refuse } from '#kernel/refusal.ts';
import type { SubmittedForm, UploadedFile } from './form-values.ts';

/** No keyboard types it and the database has no such character; only forged forms have it. */
const NUL = '\u0000';

/** Reads a submitted form, urlencoded or multipart. Refuses what is not a form. */
export async function readForm(c: HttpContext): Promise<SubmittedForm> {
  const body = await formDataOf(c);
  // Without a prototype: a forged field may be called `constructor`. `Object.create` answers `any`.
  const values = Object.create(null) as Record<string, string[]>;
  const files: UploadedFile[] = [];
  for (const [field, value] of body.entries()) {
    if (typeof value === 'string') (values[field] ??= []).push(value.replaceAll(NUL, ''));
    else if (value.size > 0) {
      files.push({
        field,
        name: value.name.normalize('NFC'),
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
    }
  }
  return { values, files };
}

async function formDataOf(c: HttpContext): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    // The parser's own words mean nothing to a person; whatever it was, this was not a form we sent out.
    return refuse('invalid', 'Máy chủ không đọc được biểu mẫu vừa gửi. Hãy tải lại trang và gửi lại.');
  }
}
