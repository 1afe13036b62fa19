import { compareText } from '#kernel/vietnamese/collate.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { KnownDocument } from '#kernel/report/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { namedHistoryOf, record } from '#foundation/history/service.ts';
import { duplicatesOf, foldedOf, knownOf } from './rules.ts';
import { citationOf, type DocumentFilter, type DocumentInput, type RegisteredDocument } from './schema.ts';
import {
  insertDocument,
  lockDocument,
  markWithdrawn,
  type Part,
  readAll,
  readByNumber,
  readCitedIn,
  readDocument,
  readDocuments,
  readIssuers,
  readReplaced,
  readStated,
  type StatedIndicator,
  updateDocument,
} from './store.ts';

/** As many as a field of choice offers. */
const CHOICES = 20;

/** Documents whose number, symbol, issuer or title has all the words, whatever accents are typed; the latest first. */
export async function findDocuments(ctx: Context, words: string): Promise<readonly RegisteredDocument[]> {
  const filter = { q: words, type: '', issuer: '', year: null, sure: '' } as const;
  return (await documentsFound(ctx, filter, { limit: CHOICES, offset: 0 })).documents;
}

/** A part of what a filter finds, with how many there are. */
export async function documentsFound(
  ctx: Context,
  filter: DocumentFilter,
  part: Part,
): Promise<{ readonly documents: readonly RegisteredDocument[]; readonly total: number }> {
  await authorise(ctx, 'document.read');
  const words = fold(filter.q)
    .split(' ')
    .filter((word) => word !== '');
  return readDocuments(ctx.db, { ...filter, words }, part);
}

/** One document, also a withdrawn one, or a refusal. */
export async function documentById(ctx: Context, id: number): Promise<RegisteredDocument> {
  await authorise(ctx, 'document.read');
  return (await readDocument(ctx.db, id)) ?? refuseMissing();
}

export type DocumentView = {
  readonly document: RegisteredDocument;
  readonly replaced: readonly RegisteredDocument[];
  readonly replacedBy: RegisteredDocument | null;
  /** Documents that it cites. */
  readonly cites: readonly RegisteredDocument[];
  /** Indicators of which it states figures. */
  readonly stated: readonly StatedIndicator[];
  readonly history: readonly NamedEvent[];
};

/** One document with all that is known around it, or a refusal. */
export async function documentView(ctx: Context, id: number): Promise<DocumentView> {
  const document = await documentById(ctx, id);
  const { replacedBy, title } = document;
  return {
    document,
    replaced: await readReplaced(ctx.db, id),
    replacedBy: replacedBy === null ? null : await readDocument(ctx.db, replacedBy),
    cites: await readCitedIn(ctx.db, title),
    stated: await readStated(ctx.db, id),
    history: await namedHistoryOf(ctx, 'document', id),
  };
}

/** Everybody who issued something, for choosing. */
export async function issuers(ctx: Context): Promise<readonly string[]> {
  await authorise(ctx, 'document.read');
  return (await readIssuers(ctx.db)).toSorted(compareText);
}

/** The register as the checker of reports reads it. What a source does not say for certain is left out. */
export async function knownDocuments(ctx: Context): Promise<readonly KnownDocument[]> {
  await authorise(ctx, 'document.read');
  return (await readAll(ctx.db)).map(knownOf);
}

export type DocumentEntry = DocumentInput & {
  /** Null: a new one. */
  readonly id: number | null;
  /** Last event that the form showed. */
  readonly sequence: number;
  /** Whoever enters it has seen others of the same number and says that it is another one. */
  readonly isOther: boolean;
};

/** Enters a document or corrects it. Of the same number, symbol and issuer there is one, unless somebody says otherwise. */
export async function keepDocument(ctx: Context, entry: DocumentEntry): Promise<number> {
  await authorise(ctx, 'document.keep');
  const { id, sequence, isOther, ...input } = entry;
  return inTransaction(ctx, async (tx) => {
    if (!isOther) await refuseDuplicate(tx, input, id);
    if (input.replacedBy !== null) await refuseUnknown(tx, input.replacedBy, id);
    if (id === null) return addDocument(tx, input);
    const before = (await lockDocument(tx.db, id)) ?? refuseMissing();
    if (before.sequence !== sequence || before.withdrawn) refuseStale();
    if (isUnchanged(before, input)) return id;
    const last = await record(tx, { name: 'document', id, after: sequence }, [
      { kind: 'corrected', payload: input },
    ]);
    await updateDocument(tx.db, id, { ...input, folded: foldedOf(input), sequence: last });
    return id;
  });
}

/** The same of a new one without asking who may and without looking for others: for what an installation comes with. */
export async function addDocument(tx: TransactionContext, input: DocumentInput): Promise<number> {
  const id = await insertDocument(tx.db, { ...input, folded: foldedOf(input) });
  await record(tx, { name: 'document', id, after: 0 }, [{ kind: 'entered', payload: input }]);
  return id;
}

/** Takes back what was entered by mistake; the history keeps it with the reason. */
export async function withdrawDocument(
  ctx: Context,
  input: { readonly id: number; readonly sequence: number; readonly reason: string },
): Promise<void> {
  await authorise(ctx, 'document.keep');
  await inTransaction(ctx, async (tx) => {
    const before = (await lockDocument(tx.db, input.id)) ?? refuseMissing();
    if (before.withdrawn || before.sequence !== input.sequence) refuseStale();
    const stream = { name: 'document', id: before.id, after: before.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'withdrawn', payload: { reason: input.reason } }]);
    await markWithdrawn(tx.db, before.id, sequence);
  });
}

async function refuseDuplicate(ctx: Context, input: DocumentInput, ownId: number | null): Promise<void> {
  if (input.number === '') return;
  const [same] = duplicatesOf(input, await readByNumber(ctx.db, input.number), ownId);
  if (!same) return;
  const sentence = `Đã có ${citationOf(same)} trong sổ. Hãy mở văn bản ấy để sửa, hoặc đánh dấu đây là văn bản khác.`;
  refuse('invalid', sentence, { isOther: sentence });
}

async function refuseUnknown(ctx: Context, replacedBy: number, ownId: number | null): Promise<void> {
  const found = await readDocument(ctx.db, replacedBy);
  const isOwn = replacedBy === ownId;
  if (found !== null && !found.withdrawn && !isOwn) return;
  const sentence = isOwn ? 'Văn bản không tự thay thế mình.' : 'Không có văn bản thay thế này trong sổ.';
  refuse('invalid', sentence, { replacedBy: sentence });
}

function isUnchanged(
  { id: _id, withdrawn: _withdrawn, sequence: _sequence, ...before }: RegisteredDocument,
  input: DocumentInput,
) {
  const names = Object.keys(before) as (keyof DocumentInput)[]; // The rest of a document is exactly its input.
  return names.every((name) => JSON.stringify(before[name]) === JSON.stringify(input[name]));
}

function refuseMissing(): never {
  return refuse('missing', 'Không có văn bản này trong sổ. Hãy tìm lại trong danh sách.');
}

function refuseStale(): never {
  return refuse(
    'conflict',
    'Người khác vừa sửa văn bản này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.',
  );
}
