import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { Diagram } from '#kernel/bpmn/diagram.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import { publishedVersions, versionById } from '#capabilities/procedures/service.ts';
import { changeProcess, draftById, refuseStale } from '../change.ts';
import type { ProcessVersion } from '../schema.ts';
import { straightLine } from '../service.ts';
import {
  insertProcessDraft,
  lastProcessNumber,
  readProcessVersions,
  updateProcessDiscarded,
  updateProcessDraft,
} from '../versions/store.ts';

/** Where a draft is: enough for its address. */
export type DraftPlace = { readonly versionId: number; readonly number: number };

/** A new draft, copied from a version of the process, else from what the procedure is carried out by now. */
export async function startProcessDraft(
  ctx: Context,
  input: { readonly procedureId: number; readonly copyOf?: number },
): Promise<DraftPlace> {
  await authorise(ctx, 'procedure.edit');
  return changeProcess(ctx, input.procedureId, async (tx) => {
    const source = await sourceOf(tx, input.procedureId, input.copyOf);
    const number = (await lastProcessNumber(tx.db, input.procedureId)) + 1;
    const content = { ...source, validFrom: null };
    const versionId = await insertProcessDraft(tx.db, { procedureId: input.procedureId, number, ...content });
    return {
      deeds: [{ kind: 'drafted', payload: { versionId, number, ...content } }],
      visible: false,
      result: { versionId, number },
    };
  });
}

type Source = Pick<ProcessVersion, 'definition' | 'diagram' | 'sourceHash' | 'sourceName'>;

async function sourceOf(ctx: Context, procedureId: number, copyOf: number | undefined): Promise<Source> {
  const versions = await readProcessVersions(ctx.db, procedureId);
  const today = localDateOf(ctx.now);
  const inForce = versions.findLast(
    ({ state, validFrom, validTo }) =>
      state === 'published' && (validFrom ?? '') <= today && (validTo === null || today < validTo),
  );
  const copied = copyOf === undefined ? inForce : versions.find(({ number }) => number === copyOf);
  if (copied) {
    const { definition, diagram, sourceHash, sourceName } = copied;
    return { definition, diagram, sourceHash, sourceName };
  }
  if (copyOf !== undefined) refuse('missing', 'Không có phiên bản để sao chép. Hãy chọn phiên bản khác.');
  const definition = straightLine(await procedureShown(ctx, procedureId));
  return { definition, diagram: null, sourceHash: null, sourceName: '' };
}

/** The procedure as it holds today, else its newest published version. */
async function procedureShown(ctx: Context, procedureId: number) {
  const own = (await publishedVersions(ctx)).filter((version) => version.procedureId === procedureId);
  const today = localDateOf(ctx.now);
  const held = own.findLast(({ validFrom }) => validFrom <= today) ?? own[0];
  if (held === undefined) {
    refuse('conflict', 'Thủ tục này chưa được công bố. Hãy công bố thủ tục rồi lập quy trình.');
  }
  return versionById(ctx, held.id);
}

export type DraftEdit = {
  readonly versionId: number;
  /** Edits counted when the editor opened the page. */
  readonly revision: number;
  /** In Vietnamese, for the history: what was changed. */
  readonly what: string;
  readonly change: (definition: ProcessDefinition) => ProcessDefinition;
  readonly validFrom?: LocalDate | null;
};

/** Saves a change of a draft. Whoever saves after somebody else did is told and loses nothing of the other's work. */
export async function editProcessDraft(ctx: Context, edit: DraftEdit): Promise<DraftPlace> {
  return saveDraft(ctx, edit, (draft) => {
    const definition = edit.change(draft.definition);
    const diagram = stillDrawn(draft.diagram, definition);
    const validFrom = edit.validFrom === undefined ? draft.validFrom : edit.validFrom;
    const { sourceHash, sourceName } = draft;
    return { definition, diagram, sourceHash, sourceName, validFrom };
  });
}

/** Puts the process of a file in the place of what the draft held. */
export async function replaceProcessDraft(
  ctx: Context,
  edit: Omit<DraftEdit, 'change' | 'validFrom'> & Source,
): Promise<DraftPlace> {
  const { definition, diagram, sourceHash, sourceName } = edit;
  return saveDraft(ctx, edit, ({ validFrom }) => ({
    definition,
    diagram,
    sourceHash,
    sourceName,
    validFrom,
  }));
}

async function saveDraft(
  ctx: Context,
  edit: Pick<DraftEdit, 'versionId' | 'revision' | 'what'>,
  contentOf: (draft: ProcessVersion) => Source & { readonly validFrom: LocalDate | null },
): Promise<DraftPlace> {
  await authorise(ctx, 'procedure.edit');
  const { procedureId } = await draftById(ctx, edit.versionId);
  return changeProcess(ctx, procedureId, async (tx) => {
    const draft = await draftById(tx, edit.versionId);
    refuseStale(draft, edit.revision);
    const content = contentOf(draft);
    const revision = draft.revision + 1;
    await updateProcessDraft(tx.db, { id: draft.id, revision, ...content });
    const { number } = draft;
    return {
      deeds: [{ kind: 'edited', payload: { number, what: edit.what, revision, ...content } }],
      visible: false,
      result: { versionId: draft.id, number },
    };
  });
}

/** The drawing while it shows exactly what there is; else it is laid out anew. */
function stillDrawn(diagram: Diagram | null, definition: ProcessDefinition): Diagram | null {
  if (diagram === null) return null;
  const shapes = new Set(diagram.shapes.map(({ element }) => element));
  const edges = new Set(diagram.edges.map(({ element }) => element));
  const drawn = [...definition.nodes, ...definition.lanes].map(({ id }) => id);
  const isWhole =
    drawn.length === shapes.size &&
    drawn.every((id) => shapes.has(id)) &&
    definition.flows.length === edges.size &&
    definition.flows.every(({ id }) => edges.has(id));
  return isWhole ? diagram : null;
}

/** Puts a draft aside. It stays in the history. */
export async function discardProcessDraft(ctx: Context, versionId: number): Promise<void> {
  await authorise(ctx, 'procedure.edit');
  const { procedureId } = await draftById(ctx, versionId);
  await changeProcess(ctx, procedureId, async (tx) => {
    const { number } = await draftById(tx, versionId);
    await updateProcessDiscarded(tx.db, versionId);
    return { deeds: [{ kind: 'discarded', payload: { number } }], visible: false, result: undefined };
  });
}
