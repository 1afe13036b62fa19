import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { DossierForm, type DossierFormView } from '../../view/form-page.tsx';
import { LINE_KIND_LABELS, type ReceivedLine, type Supplement, SUPPLEMENT_END_LABELS } from '../schema.ts';
import { supplementPath } from './schema.ts';

/** What the applicant brought, ticked line by line. */
export function ArrivalContent({
  view,
  request,
}: {
  view: DossierFormView;
  request: Supplement | undefined;
}) {
  if (!request || request.ended !== null) {
    return (
      <EmptyState
        title="Không có yêu cầu bổ sung nào đang chờ"
        text="Giấy tờ bổ sung đã đủ, hoặc hồ sơ không được yêu cầu bổ sung."
      />
    );
  }
  const options = request.lines.flatMap((line, index) =>
    line.received === null
      ? [{ value: String(index), text: line.name, hint: [line.wrong, line.bring].filter(Boolean).join('; ') }]
      : [],
  );
  return (
    <>
      <SupplementTable request={request} />
      <DossierForm view={view} action={supplementPath(view.dossier.state.number)} submitText="Ghi đã nhận">
        <CheckboxGroup
          id="lines"
          name="lines"
          label="Vừa nhận"
          hint="Khi đủ mọi dòng, thời gian được tính tiếp ngay và ngày hẹn trả được tính lại."
          error={view.problem.fields['lines']}
          options={options}
          values={view.values['lines'] ?? []}
        />
        <TextArea {...view.field('note')} label="Ghi chú" rows={2} required={false} />
      </DossierForm>
    </>
  );
}

/** A request with what came of each line. */
export function SupplementTable({ request }: { request: Supplement }) {
  const ended = request.ended === null ? 'Đang chờ' : SUPPLEMENT_END_LABELS[request.ended];
  return (
    <DefinitionTable
      caption={`Yêu cầu lần ${request.ordinal}, ${formatDateTime(request.askedAt)}, hạn đến hết ${formatDate(request.answerBy)}: ${ended.toLowerCase()}`}
      captionShown
      head={['Giấy tờ, nội dung', 'Cần làm', 'Đã nhận']}
      rows={request.lines.map((line) => [
        <>
          {line.name}
          <Note>{LINE_KIND_LABELS[line.kind]}</Note>
        </>,
        [line.wrong, line.bring].filter(Boolean).join('; '),
        <Received key={line.name} line={line} />,
      ])}
    />
  );
}

function Received({ line: { received } }: { line: ReceivedLine }) {
  if (received === null) return <StateTag tone="wait" text="Chưa có" />;
  return (
    <>
      {formatDateTime(new Date(received.at))}
      {received.note ? <Note>{received.note}</Note> : null}
    </>
  );
}
