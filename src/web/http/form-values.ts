import type { z } from 'zod';
import type { FieldMessages } from '#kernel/refusal.ts';
import type { StagedFile } from '#platform/storage/file-store.ts';
import type { MediaType, PdfFacts } from '#platform/uploads/verdict.ts';

/** What a browser sent, by field name; a name sent several times keeps every value, in order. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/**
 * A file a browser sent, staged on disk and known by its content. It is thrown away when the request ends unless a verb
 * adopts it.
 */
export type UploadedFile = StagedFile & {
  readonly field: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly pdf?: PdfFacts;
};

export type SubmittedForm = {
  readonly values: FormValues;
  readonly files: readonly UploadedFile[];
  /** Files that were not taken, by field, each with a sentence. */
  readonly refused: FieldMessages;
};

/** First value of a field, trimmed and in NFC; empty when it was not sent. */
export function valueOf(values: FormValues, name: string): string {
  return clean(values[name]?.[0] ?? '');
}

/** All values of a field that is not empty, trimmed. */
export function valuesOf(values: FormValues, name: string): readonly string[] {
  return (values[name] ?? []).map(clean).filter((value) => value !== '');
}

/**
 * Rows of repeated groups named `papers.0.name`, `papers.0.copies`, `papers.1.name`, …: the rows of `papers` in
 * order, each as field → value. Gaps in the numbering are closed.
 */
export function rowsOf(values: FormValues, group: string): readonly Readonly<Record<string, string>>[] {
  const rows = new Map<number, Record<string, string>>();
  for (const name of Object.keys(values)) {
    const match = /^(\w+)\.(\d{1,3})\.(\w+)$/.exec(name);
    if (!match || match[1] !== group) continue;
    const [, , index, field] = match;
    const row = rows.get(Number(index)) ?? {};
    row[String(field)] = valueOf(values, name);
    rows.set(Number(index), row);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** Vietnamese messages by field from a failed parse; nested fields are joined with dots, as their inputs are named. */
export function messagesOf(error: z.ZodError): FieldMessages {
  const messages: Record<string, string> = {};
  for (const issue of error.issues) messages[issue.path.join('.')] ??= issue.message;
  return messages;
}

function clean(text: string): string {
  return text.normalize('NFC').trim();
}
