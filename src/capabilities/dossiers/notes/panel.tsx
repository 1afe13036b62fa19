import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { newFormId } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { isEnded } from '../state.ts';
import type { DossierPanel } from '../view/panels.ts';
import type { DossierView } from '../view/service.ts';
import { type DossierNote, notePaths } from './schema.ts';
import { readNotes, readTags } from './store.ts';

/** What officials tell each other about a dossier, and the words by which they find it again. */
export const notesPanel: DossierPanel = { place: 'side', render };

async function render(ctx: Context, dossier: DossierView) {
  const notes = await readNotes(ctx.db, dossier.id);
  const tags = await readTags(ctx.db, dossier.id);
  const mayWrite = can(ctx.actor, 'dossier.handle') && !isEnded(dossier.state);
  if (!mayWrite && notes.length === 0 && tags.length === 0) return null;
  const unitName = await unitNames(ctx, 'shortName');
  const { number } = dossier.state;
  return (
    <Panel title="Ghi chú nội bộ" id="ghi-chu">
      <Note>Người nộp không xem được phần này.</Note>
      <Tags number={number} tags={tags} mayWrite={mayWrite} />
      {notes.map((note) => (
        <OneNote
          key={note.id}
          number={number}
          note={note}
          unit={unitName(note.unitId)}
          isOwn={note.addedById === ctx.actor?.officerId}
        />
      ))}
      {mayWrite ? <NoteForms number={number} /> : null}
    </Panel>
  );
}

type TagsProps = { readonly number: string; readonly tags: readonly string[]; readonly mayWrite: boolean };

function Tags({ number, tags, mayWrite }: TagsProps) {
  if (tags.length === 0) return null;
  return (
    <Form action={notePaths.untag(number)} formId={newFormId()} label="Nhãn của hồ sơ">
      <ButtonGroup>
        {tags.map((tag) => (
          <span key={tag}>
            <Link href={`/dossiers?tag=${encodeURIComponent(tag)}`}>{tag}</Link>
            {mayWrite ? (
              <>
                {' '}
                <Button variant="link" name="tag" value={tag}>
                  Gỡ nhãn {tag}
                </Button>
              </>
            ) : null}
          </span>
        ))}
      </ButtonGroup>
    </Form>
  );
}

type OneNoteProps = {
  readonly number: string;
  readonly note: DossierNote;
  readonly unit: string;
  readonly isOwn: boolean;
};

function OneNote({ number, note, unit, isOwn }: OneNoteProps) {
  return (
    <>
      <p>{note.text}</p>
      <Note>
        {note.addedBy}, {unit}, {formatDateTime(note.addedAt)}
      </Note>
      {isOwn ? (
        <Form action={notePaths.remove(number, note.id)} formId={newFormId()} label="Gỡ ghi chú">
          <Button variant="link">Gỡ ghi chú này</Button>
        </Form>
      ) : null}
    </>
  );
}

function NoteForms({ number }: { number: string }) {
  return (
    <Details summary="Thêm ghi chú, gắn nhãn">
      <Form action={notePaths.add(number)} formId={newFormId()}>
        <TextArea id="text" name="text" label="Ghi chú" rows={3} maxlength={2000} required />
        <ButtonGroup>
          <Button variant="secondary">Thêm ghi chú</Button>
        </ButtonGroup>
      </Form>
      <Form action={notePaths.tag(number)} formId={newFormId()}>
        <TextField
          id="tag"
          name="tag"
          label="Nhãn"
          hint="Một hai chữ để tìm lại, ví dụ: đo đạc lại, chờ bản đồ. Không ghi tên người."
          width="medium"
          required
        />
        <ButtonGroup>
          <Button variant="secondary">Gắn nhãn</Button>
        </ButtonGroup>
      </Form>
    </Details>
  );
}
