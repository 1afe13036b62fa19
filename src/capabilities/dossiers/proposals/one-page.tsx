import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { newFormId } from '#foundation/submit.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Form } from '#web/ui/form.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { LINE_KIND_LABELS } from '../clock/schema.ts';
import { PARTY_FIELDS } from '../personal-data.ts';
import { DossierForm, type DossierFormView } from '../view/form-page.tsx';
import { FIELD_LABELS, OUTCOME_LABELS, type Proposal, PROPOSAL_LABELS, proposalPaths } from './schema.ts';

export type OneView = DossierFormView & {
  readonly proposal: Proposal;
  /** Why the reader may not decide, or null. */
  readonly whyNot: string | null;
  readonly mayTakeBack: boolean;
};

/** One proposal: what, why, by whom; and the answer, or the form for it. */
export function ProposalContent({ view }: { view: OneView }) {
  const { proposal, whyNot, mayTakeBack } = view;
  return (
    <>
      <Panel title={PROPOSAL_LABELS[proposal.kind]} accent={proposal.outcome === null ? 'gold' : 'jade'}>
        <SummaryList rows={rowsOf(view)} wide />
        <Lines proposal={proposal} />
        <Changes view={view} />
      </Panel>
      {proposal.outcome === null && whyNot === null ? <DecisionForm view={view} /> : null}
      {proposal.outcome === null && whyNot !== null ? <Banner kind="info">{whyNot}</Banner> : null}
      {mayTakeBack ? <TakeBack view={view} /> : null}
    </>
  );
}

function rowsOf({ proposal, dossier, unitName }: OneView): readonly SummaryRow[] {
  const { position, details } = proposal;
  const step = position === null ? undefined : dossier.state.steps[position];
  const back = details.to === undefined ? undefined : dossier.state.steps[details.to];
  const perDay = dossier.calendar.minutesPerWorkingDay;
  const rows: readonly (readonly [string, string])[] = [
    ['Lý do', proposal.reason],
    ['Căn cứ', proposal.legalBasis],
    ['Ở bước', step ? `${step.name} (${unitName(step.unitId)})` : ''],
    ['Đến hết ngày', details.until === undefined ? '' : formatDate(details.until)],
    ['Xin thêm', details.minutes === undefined ? '' : `${durationWords(details.minutes, perDay)} làm việc`],
    ['Lùi về bước', back ? `${back.name} (${unitName(back.unitId)})` : ''],
    ['Hướng dẫn người nộp', details.guidance ?? ''],
    ['Hẹn trả hiện nay', formatDateTime(dossier.state.dueAt)],
    ['Đề nghị', `${proposal.proposedByName ?? 'Người nộp hồ sơ'}, ${formatDateTime(proposal.proposedAt)}`],
    ['Quyết định', decisionWords(proposal)],
    ['Ý kiến', proposal.note],
  ];
  return rows.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value }));
}

function decisionWords({ outcome, decidedByName, decidedAt }: Proposal): string {
  if (outcome === null || decidedAt === null) return '';
  return `${OUTCOME_LABELS[outcome]}, ${decidedByName ?? ''}, ${formatDateTime(decidedAt)}`;
}

function Lines({ proposal: { details } }: { proposal: Proposal }) {
  if (!details.lines?.length) return null;
  return (
    <DefinitionTable
      caption="Giấy tờ, nội dung cần bổ sung"
      captionShown
      head={['Giấy tờ, nội dung', 'Chưa đúng', 'Cần làm']}
      rows={details.lines.map((line) => [
        <>
          {line.name}
          <Note>
            {LINE_KIND_LABELS[line.kind]}
            {line.kind === 'point' ? '' : `, ${line.copies} bản`}
          </Note>
        </>,
        line.wrong,
        line.bring,
      ])}
    />
  );
}

/** Contact data stay masked, but for whoever decides on them. */
function Changes({ view: { proposal, whyNot } }: { view: OneView }) {
  const { changes } = proposal.details;
  if (!changes?.length) return null;
  const hides = (field: string): field is 'phone' | 'email' => field === 'phone' || field === 'email';
  return (
    <DefinitionTable
      caption="Nội dung đính chính"
      captionShown
      head={['Nội dung', 'Đang ghi', 'Sửa thành']}
      rows={changes.map(({ field, from, to }) => [
        FIELD_LABELS[field],
        hides(field) ? masked(PARTY_FIELDS[field], from) : from,
        hides(field) && whyNot !== null ? masked(PARTY_FIELDS[field], to) : to,
      ])}
    />
  );
}

function DecisionForm({ view }: { view: OneView }) {
  const { proposal, dossier, field } = view;
  return (
    <Panel title="Quyết định">
      <DossierForm
        view={view}
        action={proposalPaths.one(dossier.state.number, proposal.ordinal, 'decision')}
        submitText="Ghi quyết định"
      >
        <RadioGroup
          {...field('outcome')}
          label="Duyệt hay không"
          options={[
            { value: 'accepted', text: 'Duyệt', hint: 'Được thực hiện ngay khi ghi quyết định.' },
            { value: 'rejected', text: 'Không duyệt', hint: 'Ghi rõ vì sao.' },
          ]}
          required
        />
        <TextArea {...field('note')} label="Ý kiến" rows={3} required={false} />
      </DossierForm>
    </Panel>
  );
}

function TakeBack({ view: { proposal, dossier } }: { view: OneView }) {
  const { number, sequence } = dossier.state;
  return (
    <Form
      action={proposalPaths.one(number, proposal.ordinal, 'withdrawal')}
      formId={newFormId()}
      hidden={[{ name: 'sequence', value: String(sequence) }]}
    >
      <ButtonGroup>
        <Button variant="secondary">Rút lại đề nghị</Button>
      </ButtonGroup>
    </Form>
  );
}
