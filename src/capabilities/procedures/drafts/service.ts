import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { slugOf } from '#kernel/vietnamese/slug.ts';
import { changeProcedure, draftById } from '../change.ts';
import type { ProcedureContent, ProcedureVersion } from '../schema.ts';
import {
  findProcedure,
  insertDraft,
  insertProcedure,
  lastNumber,
  readVersionsOf,
  updateCode,
  updateDiscarded,
  updateDraft,
  updateSequence,
} from '../store.ts';

/** Where a draft is: enough for its address. */
export type DraftPlace = { readonly versionId: number; readonly slug: string; readonly number: number };

/** A new procedure with its first draft. Refuses a code or an address that the catalogue has already. */
export async function createProcedure(
  ctx: Context,
  input: {
    readonly code: string | null;
    readonly content: ProcedureContent;
    /** An address brought along by an import; made of the short name when empty. */
    readonly slug?: string;
  },
): Promise<DraftPlace> {
  await authorise(ctx, 'procedure.edit');
  return inTransaction(ctx, async (tx) => {
    const { code, content } = input;
    const slug = await freeSlug(tx, input.slug || content.shortName);
    if (code !== null && (await findProcedure(tx.db, { code }))) {
      refuse('invalid', 'Mã thủ tục đã có trong danh mục.', {
        code: `Mã ${code} đã có trong danh mục. Hãy mở thủ tục đó và lập bản dự thảo mới.`,
      });
    }
    const procedureId = await insertProcedure(tx.db, { slug, code });
    const versionId = await insertDraft(tx.db, { procedureId, number: 1, content, validFrom: null });
    const sequence = await record(tx, { name: 'procedure', id: procedureId, after: 0 }, [
      { kind: 'created', payload: { slug, code } },
      { kind: 'drafted', payload: { versionId, number: 1, content, validFrom: null } },
    ]);
    await updateSequence(tx.db, procedureId, sequence);
    return { versionId, slug, number: 1 };
  });
}

async function freeSlug(tx: Context, shortName: string): Promise<string> {
  const slug = slugOf(shortName);
  if (slug === '') {
    refuse('invalid', 'Tên gọi tắt chưa dùng được.', { shortName: 'Tên gọi tắt phải có chữ hoặc số.' });
  }
  if (!(await findProcedure(tx.db, { slug }))) return slug;
  return refuse('invalid', 'Tên gọi tắt trùng với thủ tục khác.', {
    shortName: 'Tên gọi tắt trùng với một thủ tục đã có. Hãy ghi rõ hơn để phân biệt.',
  });
}

/** A new draft of a procedure, copied from its newest version (or the version asked for), prepared for a day if known. */
export async function startDraft(
  ctx: Context,
  input: {
    readonly procedureId: number;
    readonly copyOf?: number;
    readonly validFrom?: LocalDate | null;
    readonly content?: ProcedureContent;
  },
): Promise<DraftPlace> {
  await authorise(ctx, 'procedure.edit');
  return changeProcedure(ctx, input.procedureId, async (tx, { slug }) => {
    const content = input.content ?? (await copiedContent(tx, input.procedureId, input.copyOf));
    const number = (await lastNumber(tx.db, input.procedureId)) + 1;
    const validFrom = input.validFrom ?? null;
    const versionId = await insertDraft(tx.db, {
      procedureId: input.procedureId,
      number,
      content,
      validFrom,
    });
    return {
      deeds: [{ kind: 'drafted', payload: { versionId, number, content, validFrom } }],
      visible: false,
      result: { versionId, slug, number },
    };
  });
}

async function copiedContent(
  tx: Context,
  procedureId: number,
  copyOf: number | undefined,
): Promise<ProcedureContent> {
  const versions = await readVersionsOf(tx.db, procedureId);
  const published = versions.filter((version) => version.state === 'published');
  const newest = published.toSorted((a, b) => String(a.validFrom).localeCompare(String(b.validFrom))).at(-1);
  const source =
    copyOf === undefined
      ? (newest ?? versions.at(-1))
      : versions.find((version) => version.number === copyOf);
  return source?.content ?? refuse('missing', 'Không có phiên bản để sao chép. Hãy chọn phiên bản khác.');
}

export type DraftEdit = {
  readonly versionId: number;
  /** Edits counted when the editor opened the page. */
  readonly revision: number;
  readonly changes: Partial<ProcedureContent>;
  readonly validFrom?: LocalDate | null;
};

/** Saves parts of a draft. Whoever saves after somebody else did is told and loses nothing of the other's work. */
export async function editDraft(ctx: Context, edit: DraftEdit): Promise<DraftPlace> {
  await authorise(ctx, 'procedure.edit');
  const { procedureId } = await draftById(ctx, edit.versionId);
  return changeProcedure(ctx, procedureId, async (tx, { slug }) => {
    const draft = await draftById(tx, edit.versionId);
    refuseStale(draft, edit.revision);
    const content = { ...draft.content, ...edit.changes };
    const validFrom = edit.validFrom === undefined ? draft.validFrom : edit.validFrom;
    const revision = draft.revision + 1;
    await updateDraft(tx.db, { id: draft.id, revision, content, validFrom });
    return {
      deeds: [
        { kind: 'edited', payload: { number: draft.number, revision, changes: edit.changes, validFrom } },
      ],
      visible: false,
      result: { versionId: draft.id, slug, number: draft.number },
    };
  });
}

/** Two people on one draft: the second is told, nothing is overwritten. */
export function refuseStale(draft: ProcedureVersion, revision: number): void {
  if (draft.revision === revision) return;
  refuse(
    'conflict',
    'Người khác vừa lưu thay đổi vào bản dự thảo này. Hãy sao phần bạn đã nhập, tải lại trang để xem nội dung mới rồi nhập tiếp.',
  );
}

/** Puts a draft aside. It stays in the history. */
export async function discardDraft(ctx: Context, versionId: number): Promise<void> {
  await authorise(ctx, 'procedure.edit');
  const { procedureId } = await draftById(ctx, versionId);
  await changeProcedure(ctx, procedureId, async (tx) => {
    const { number } = await draftById(tx, versionId);
    await updateDiscarded(tx.db, versionId);
    return {
      deeds: [{ kind: 'discarded', payload: { number } }],
      visible: false,
      result: undefined,
    };
  });
}

/** Sets or corrects the national code of a procedure, for all its versions. Refuses a code that another one has. */
export async function changeCode(
  ctx: Context,
  input: { readonly procedureId: number; readonly code: string | null },
): Promise<void> {
  await authorise(ctx, 'procedure.publish');
  await changeProcedure(ctx, input.procedureId, async (tx) => {
    const { code } = input;
    const other = code === null ? null : await findProcedure(tx.db, { code });
    if (other && other.id !== input.procedureId) {
      refuse('invalid', 'Mã thủ tục đã có trong danh mục.', {
        code: `Mã ${code} là của thủ tục khác. Hãy kiểm tra lại mã.`,
      });
    }
    await updateCode(tx.db, input.procedureId, code);
    return { deeds: [{ kind: 'coded', payload: { code } }], visible: true, result: undefined };
  });
}
