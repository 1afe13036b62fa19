import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { DossierPanel } from '../view/panels.ts';
import type { DossierView } from '../view/service.ts';
import { ConsultationTag } from './pages.tsx';
import { consultationPaths } from './schema.ts';
import { readConsultations } from './store.ts';

/** Opinions asked about a dossier. */
export const consultationPanel: DossierPanel = { place: 'main', render };

async function render(ctx: Context, dossier: DossierView) {
  const { number } = dossier.state;
  const rows = await readConsultations(ctx.db, dossier.id);
  if (rows.length === 0) return null;
  const unitName = await unitNames(ctx, 'shortName');
  return (
    <Panel title="Lấy ý kiến" id="lay-y-kien">
      <DefinitionTable
        caption="Ý kiến của các đơn vị"
        head={['Đơn vị được hỏi', 'Nội dung', 'Hạn trả lời', 'Trạng thái']}
        rows={rows.map((asked) => [
          <Link key="unit" href={consultationPaths.one(number, asked.id)}>
            {unitName(asked.toUnitId)}
          </Link>,
          <>
            {asked.state === 'answered' ? asked.answer : asked.question}
            {asked.isRequired ? <Note>phải có ý kiến mới chuyển bước</Note> : null}
          </>,
          formatDateTime(asked.dueAt),
          <ConsultationTag key="tag" asked={asked} now={ctx.now} />,
        ])}
      />
    </Panel>
  );
}
