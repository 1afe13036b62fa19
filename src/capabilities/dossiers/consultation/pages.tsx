import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FileUpload } from '#web/ui/file-upload.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import type { Option } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { ACCEPT, ACCEPTED_NAMES, filePaths, LARGEST_FILE_WORDS } from '../files/schema.ts';
import { dossierPath } from '../schema.ts';
import { DossierForm, type DossierFormView } from '../view/form-page.tsx';
import {
  CONSULTATION_LABELS,
  CONSULTATION_TABS,
  type Consultation,
  consultationPaths,
  type ConsultationTab,
} from './schema.ts';
import type { Offer } from './service.ts';

/** Asking another unit. */
export function AskContent({
  view,
  units,
  position,
}: {
  view: DossierFormView;
  units: readonly Option[];
  position: string;
}) {
  const { field } = view;
  return (
    <DossierForm
      view={view}
      action={dossierPath(view.dossier.state.number, 'consultations/new')}
      submitText="Gửi lấy ý kiến"
      hidden={[{ name: 'position', value: position }]}
    >
      <Combobox
        {...field('toUnitId')}
        label="Đơn vị được hỏi"
        hint="Đơn vị này xem được hồ sơ cho đến khi trả lời."
        options={units}
        placeholder="Gõ tên đơn vị"
        required
      />
      <TextArea {...field('question')} label="Nội dung cần hỏi" rows={5} required />
      <DateField {...field('dueOn')} label="Hạn trả lời" required />
      <Checkbox
        id="isRequired"
        name="isRequired"
        label="Phải có ý kiến mới được chuyển bước"
        hint="Lãnh đạo đơn vị hỏi có thể cho qua, có ghi lý do."
        checked={field('isRequired').value === 'yes'}
      />
    </DossierForm>
  );
}

const TONE = {
  open: 'wait',
  answered: 'fine',
  withdrawn: 'neutral',
  waived: 'neutral',
  lapsed: 'neutral',
} as const;

/** In what state a question is; late is said before anything else. */
export function ConsultationTag({ asked, now }: { asked: Consultation; now: Date }) {
  if (asked.state === 'open' && asked.dueAt < now) return <StateTag tone="late" text="Quá hạn trả lời" />;
  return <StateTag tone={TONE[asked.state]} text={CONSULTATION_LABELS[asked.state]} />;
}

/** One question with its answer, and what its reader may do about it. */
export function ConsultationContent({
  view,
  asked,
  offer,
}: {
  view: DossierFormView;
  asked: Consultation;
  offer: Offer;
}) {
  return (
    <>
      <SummaryList rows={factsOf(view, asked)} wide />
      {offer.answer ? <AnswerForm view={view} asked={asked} /> : null}
      {offer.withdraw || offer.waive ? <EndForm view={view} asked={asked} offer={offer} /> : null}
    </>
  );
}

function factsOf({ unitName, now, dossier }: DossierFormView, asked: Consultation) {
  const { number } = dossier.state;
  return [
    { key: 'Trạng thái', value: <ConsultationTag asked={asked} now={now} /> },
    {
      key: 'Hỏi',
      value: `${unitName(asked.fromUnitId)}, ${asked.askedBy}, ${formatDateTime(asked.askedAt)}`,
    },
    { key: 'Đơn vị được hỏi', value: unitName(asked.toUnitId) },
    { key: 'Hạn trả lời', value: formatDateTime(asked.dueAt) },
    { key: 'Phải có ý kiến', value: asked.isRequired ? 'Có, chưa có thì chưa chuyển bước được' : 'Không' },
    { key: 'Nội dung hỏi', value: asked.question },
    ...(asked.answer ? [{ key: asked.state === 'answered' ? 'Ý kiến' : 'Lý do', value: asked.answer }] : []),
    ...(asked.endedAt
      ? [
          {
            key: 'Kết thúc',
            value: [asked.endedBy, formatDateTime(asked.endedAt)].filter(Boolean).join(', '),
          },
        ]
      : []),
    ...(asked.fileId === null
      ? []
      : [{ key: 'Tệp', value: <Link href={filePaths.one(number, asked.fileId)}>{asked.fileName}</Link> }]),
  ];
}

type OneProps = { readonly view: DossierFormView; readonly asked: Consultation };

function AnswerForm({ view, asked }: OneProps) {
  const { field } = view;
  return (
    <DossierForm
      view={view}
      action={consultationPaths.one(view.dossier.state.number, asked.id)}
      submitText="Gửi ý kiến"
      upload
    >
      <TextArea {...field('answer')} label="Ý kiến của đơn vị" rows={6} required />
      <FileUpload
        {...field('file')}
        label="Tệp kèm theo"
        accept={ACCEPT}
        maxSize={LARGEST_FILE_WORDS}
        hint={`${ACCEPTED_NAMES}.`}
        required={false}
      />
    </DossierForm>
  );
}

function EndForm({ view, asked, offer }: OneProps & { readonly offer: Offer }) {
  const { field, formId } = view;
  return (
    <Panel title={offer.waive ? 'Không chờ ý kiến này nữa' : 'Rút câu hỏi'}>
      <Form action={consultationPaths.end(view.dossier.state.number, asked.id)} formId={formId}>
        <TextArea {...field('reason')} label="Lý do" rows={2} required />
        <ButtonGroup>
          {offer.waive ? (
            <Button variant="secondary" name="how" value="waived">
              Cho qua, không chờ ý kiến
            </Button>
          ) : null}
          {offer.withdraw ? (
            <Button variant="secondary" name="how" value="withdrawn">
              Rút câu hỏi
            </Button>
          ) : null}
        </ButtonGroup>
      </Form>
    </Panel>
  );
}

type BoxView = {
  readonly rows: readonly Consultation[];
  readonly tab: ConsultationTab;
  readonly asked: number;
  readonly late: number;
  readonly unitName: (unitId: number) => string;
  readonly now: Date;
};

/** The box: what we are asked, what we ask, what is over. */
export function BoxContent({ view }: { view: BoxView }) {
  const { rows, tab, unitName, now } = view;
  // A table's keys are exactly its codes.
  const tabs = (Object.keys(CONSULTATION_TABS) as ConsultationTab[]).map((code) => ({
    href: code === 'asked' ? consultationPaths.box : `${consultationPaths.box}?tab=${code}`,
    text: CONSULTATION_TABS[code],
    current: code === tab,
    ...(code === 'asked' ? { count: view.asked, hot: view.late > 0 } : {}),
  }));
  return (
    <>
      <Tabs tabs={tabs} label="Phần của hộp ý kiến" />
      <DataTable
        caption={CONSULTATION_TABS[tab]}
        rows={rows}
        rowKey={(row) => String(row.id)}
        rowHref={(row) => consultationPaths.one(row.number, row.id)}
        rowTone={(row) => (row.state === 'open' && row.dueAt < now ? 'late' : undefined)}
        empty={<EmptyState title="Không có câu hỏi nào ở phần này" />}
        columns={[
          {
            key: 'number',
            header: 'Hồ sơ',
            nowrap: true,
            cell: (row) => <Link href={consultationPaths.one(row.number, row.id)}>{row.number}</Link>,
          },
          {
            key: 'question',
            header: 'Nội dung hỏi',
            cell: (row) => (
              <>
                {row.question.length > 160 ? `${row.question.slice(0, 160)}…` : row.question}
                {row.isRequired ? <Note>phải có ý kiến mới chuyển bước</Note> : null}
              </>
            ),
          },
          {
            key: 'who',
            header: 'Hỏi → được hỏi',
            cell: (row) => `${unitName(row.fromUnitId)} → ${unitName(row.toUnitId)}`,
          },
          {
            key: 'due',
            header: tab === 'ended' ? 'Kết thúc' : 'Hạn trả lời',
            cell: (row) => formatDateTime(row.endedAt ?? row.dueAt),
          },
          { key: 'state', header: 'Trạng thái', cell: (row) => <ConsultationTag asked={row} now={now} /> },
        ]}
      />
    </>
  );
}
