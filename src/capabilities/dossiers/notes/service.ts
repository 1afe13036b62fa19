import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { annotate } from '../frame.ts';
import type { DossierState } from '../schema.ts';
import type { NoteInput, RemoveNoteInput, TagInput } from './schema.ts';
import { deleteTag, insertNote, insertTag, readNotes, readTags, updateRemoved } from './store.ts';

/** As many words as help; more are a list that nobody reads. */
const MOST_TAGS = 8;

/** Writes a note that officials of the units with the dossier read, and the applicant never. */
export async function addNote(ctx: Context, input: NoteInput): Promise<DossierState> {
  const { officerId, post } = await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  return annotate(ctx, input.number, async (tx, { id }) => {
    const row = { dossierId: id, text: input.text, unitId: post.unitId, addedBy: officerId, addedAt: tx.now };
    const noteId = await insertNote(tx.db, row);
    return [{ kind: 'note-added', payload: { noteId, unitId: post.unitId } }];
  });
}

/** Takes one's own note away: its words are erased, that there was one stays in the history. */
export async function removeNote(ctx: Context, input: RemoveNoteInput): Promise<DossierState> {
  const { officerId } = await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  return annotate(ctx, input.number, async (tx, { id }) => {
    const note = (await readNotes(tx.db, id)).find((one) => one.id === input.id);
    if (!note) refuse('missing', 'Ghi chú này không còn trong hồ sơ.');
    if (note.addedById !== officerId) refuse('forbidden', 'Chỉ người viết được gỡ ghi chú của mình.');
    await updateRemoved(tx.db, note.id, tx.now);
    return [{ kind: 'note-removed', payload: { noteId: note.id } }];
  });
}

/** Puts a word on a dossier; one that is there already changes nothing. */
export async function addTag(ctx: Context, { number, tag }: TagInput): Promise<DossierState> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  return annotate(ctx, number, async (tx, { id }) => {
    const tags = await readTags(tx.db, id);
    if (tags.includes(tag)) refuse('conflict', `Hồ sơ đã có nhãn “${tag}”.`);
    if (tags.length >= MOST_TAGS) {
      const sentence = `Mỗi hồ sơ nhiều nhất ${MOST_TAGS} nhãn. Hãy gỡ bớt trước.`;
      refuse('invalid', sentence, { tag: sentence });
    }
    await insertTag(tx.db, id, tag);
    return [{ kind: 'tagged', payload: { tag } }];
  });
}

/** Takes a word off again. */
export async function removeTag(ctx: Context, { number, tag }: TagInput): Promise<DossierState> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  return annotate(ctx, number, async (tx, { id }) => {
    if (!(await readTags(tx.db, id)).includes(tag)) refuse('missing', `Hồ sơ không có nhãn “${tag}”.`);
    await deleteTag(tx.db, id, tag);
    return [{ kind: 'untagged', payload: { tag } }];
  });
}
