import { rowsOf } from '#web/http/form-values.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { PAPER_KIND_LABELS } from '#capabilities/slips/words.ts';
import { openHandover } from '../state.ts';
import { DossierForm, type DossierFormView } from '../view/form-page.tsx';
import { custodyPaths, DISCREPANCY_ANSWER_LABELS, DISCREPANCY_LABELS, type Discrepancy } from './schema.ts';

const HOW = [
  { value: 'whole', text: 'Đã nhận đủ như bên giao kê' },
  {
    value: 'discrepancies',
    text: 'Nhận, nhưng có sai lệch',
    hint: 'Ghi từng giấy tờ ở bảng dưới; bên giao phải trả lời.',
  },
  {
    value: 'refused',
    text: 'Không nhận, trả lại bên giao',
    hint: 'Hồ sơ về bước trước; giấy tờ vẫn do bên giao giữ.',
  },
];

/** Taking papers that were brought: all, with discrepancies, or not at all. */
export function ReceiveContent({ view }: { view: DossierFormView }) {
  const { dossier, field } = view;
  const open = openHandover(dossier.state);
  const step = dossier.state.steps.find(({ custody, state }) => custody === 'handed' && state === 'active');
  return (
    <DossierForm
      view={view}
      action={custodyPaths.receive(dossier.state.number)}
      submitText="Ghi nhận"
      hidden={step ? [{ name: 'position', value: String(step.position) }] : []}
    >
      {open ? (
        <p class="govuk-body">
          {view.unitName(open.fromUnitId)} giao lúc {formatDateTime(open.handedAt)}
          {open.note ? `: ${open.note}` : '.'}
        </p>
      ) : null}
      <RadioGroup
        {...field('how')}
        value={field('how').value || 'whole'}
        label="Kết quả kiểm nhận"
        options={HOW}
        required
      />
      <PaperChecks view={view} />
      <TextArea
        {...field('note')}
        label="Ghi chú, lý do không nhận"
        hint="Bắt buộc khi không nhận."
        rows={2}
        required={false}
      />
    </DossierForm>
  );
}

/** The papers as they should be there, each with what is wrong with it. */
function PaperChecks({ view }: { view: DossierFormView }) {
  const typed = rowsOf(view.values, 'paper');
  const listed = openHandover(view.dossier.state)?.papers;
  const copiesOf = (position: number, received: number): number =>
    listed ? (listed.find((paper) => paper.position === position)?.copies ?? 0) : received;
  return (
    <Panel title="Giấy tờ được bàn giao">
      <DefinitionTable
        caption="Giấy tờ được bàn giao"
        head={['Giấy tờ', 'Số bản', 'Sai lệch', 'Ghi chú']}
        numeric={[1]}
        rows={view.dossier.papers.map((paper, index) => [
          paper.name,
          String(copiesOf(paper.position, paper.copies)),
          <SelectField
            key="kind"
            id={`paper.${index}.kind`}
            name={`paper.${index}.kind`}
            label={`Sai lệch của ${paper.name}`}
            labelHidden
            placeholder="Đủ"
            options={optionsOf(DISCREPANCY_LABELS)}
            value={typed[index]?.['kind']}
            width="full"
          />,
          <TextField
            key="note"
            id={`paper.${index}.note`}
            name={`paper.${index}.note`}
            label={`Ghi chú về ${paper.name}`}
            labelHidden
            value={typed[index]?.['note']}
            width="full"
          />,
        ])}
      />
    </Panel>
  );
}

/** Which papers are in the envelope, said by whoever sends it. */
export function ListingContent({ view }: { view: DossierFormView }) {
  const { dossier, values } = view;
  const listed = openHandover(dossier.state)?.papers;
  const typed = rowsOf(values, 'paper');
  return (
    <DossierForm view={view} action={custodyPaths.papers(dossier.state.number)} submitText="Lưu bản kê">
      <p class="govuk-body">
        Chưa kê thì coi là giao toàn bộ giấy tờ đã tiếp nhận. Ghi 0 cho giấy tờ không giao kèm.
      </p>
      <DefinitionTable
        caption="Giấy tờ giao đi"
        head={['Giấy tờ', 'Loại', 'Số bản đã nhận', 'Số bản giao']}
        numeric={[2]}
        rows={dossier.papers.map((paper, index) => {
          const before = listed
            ? (listed.find(({ position }) => position === paper.position)?.copies ?? 0)
            : paper.copies;
          const id = `papers.${index}.copies`;
          return [
            paper.name,
            PAPER_KIND_LABELS[paper.kind],
            String(paper.copies),
            <TextField
              key={id}
              id={id}
              name={`paper.${index}.copies`}
              label={`Số bản giao của ${paper.name}`}
              labelHidden
              value={typed[index]?.['copies'] ?? String(before)}
              error={view.problem.fields[id]}
              width="short"
            />,
          ];
        })}
      />
    </DossierForm>
  );
}

/** A discrepancy: the sender answers it, the receiver settles it. */
export function DiscrepancyContent({
  view,
  found,
  act,
}: {
  view: DossierFormView;
  found: Discrepancy;
  act: 'answer' | 'settle' | null;
}) {
  const { field } = view;
  const action = custodyPaths.discrepancy(view.dossier.state.number, found.id);
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Giấy tờ', value: `${found.paper}: ${DISCREPANCY_LABELS[found.kind].toLowerCase()}` },
          ...(found.note ? [{ key: 'Bên nhận ghi', value: found.note }] : []),
          {
            key: 'Ghi nhận',
            value: `${view.unitName(found.toUnitId)}, ${found.foundBy}, ${formatDateTime(found.foundAt)}`,
          },
          {
            key: 'Bên giao trả lời',
            value: found.answer
              ? `${DISCREPANCY_ANSWER_LABELS[found.answer]}: ${found.answerNote}`
              : 'Chưa trả lời',
          },
          ...(found.settledAt ? [{ key: 'Giải quyết', value: found.settlement }] : []),
        ]}
      />
      {act === 'answer' ? (
        <DossierForm view={view} action={action} submitText="Gửi trả lời">
          <RadioGroup
            {...field('answer')}
            value={field('answer').value || (found.answer ?? '')}
            label="Trả lời của bên giao"
            options={optionsOf(DISCREPANCY_ANSWER_LABELS)}
            required
          />
          <TextArea {...field('note')} label="Nói rõ" rows={3} required />
        </DossierForm>
      ) : null}
      {act === 'settle' ? (
        <DossierForm view={view} action={action} submitText="Xác nhận đã giải quyết xong">
          <TextArea
            {...field('settlement')}
            label="Sai lệch được giải quyết thế nào"
            hint="Ví dụ: đã nhận bản sao gửi bổ sung ngày 29/4; hai bên thống nhất giấy tờ không có từ đầu."
            rows={3}
            required
          />
        </DossierForm>
      ) : null}
    </>
  );
}
