import { formatNumber } from '#kernel/vietnamese/format.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { CERTAINTY_LABELS, FIELD_TYPE_LABELS, LEVEL_LABELS, ONLINE_LEVEL_LABELS } from '../labels.ts';
import type { Section } from '../rules.ts';
import type { LifeEvent, ProcedureContent } from '../schema.ts';
import {
  applicantWords,
  feeWords,
  hoursWords,
  legalWords,
  limitWords,
  paperKindWords,
  stepAgent,
} from '../words.ts';

type PanelsProps = {
  readonly content: ProcedureContent;
  readonly code: string | null;
  readonly lifeEvents: readonly LifeEvent[];
  /** Where a part is edited; without it nothing can be. */
  readonly editHref?: (section: Section) => string;
};

/** The whole content of a version, part by part as Decree 63/2010/ND-CP, Art. 8 names them. */
export function ContentPanels(props: PanelsProps) {
  const { content } = props;
  return (
    <>
      <GeneralPanel {...props} />
      <Panel title="Thời hạn giải quyết" aside={edit(props, 'time')}>
        <p>
          <b>{limitWords(content)}</b>
        </p>
        {content.timeLimit.note ? <p>{content.timeLimit.note}</p> : null}
        {content.extensions.length > 0 ? <Extensions extensions={content.extensions} /> : null}
      </Panel>
      <Panel title="Thành phần hồ sơ" aside={edit(props, 'papers')}>
        <PapersTable papers={content.papers} />
      </Panel>
      <Panel title="Trình tự thực hiện" aside={edit(props, 'steps')}>
        <StepsTable steps={content.steps} />
      </Panel>
      <Panel title="Phí, lệ phí" aside={edit(props, 'fees')}>
        <FeesTable fees={content.fees} />
      </Panel>
      <Panel title="Kết quả, yêu cầu, mẫu đơn" aside={edit(props, 'results')}>
        <SummaryList
          rows={[
            { key: 'Kết quả', value: <Lines items={content.results.map(({ name }) => name)} /> },
            { key: 'Yêu cầu, điều kiện', value: content.conditions || 'Không' },
            { key: 'Mẫu đơn, tờ khai', value: <Lines items={content.forms.map(({ name }) => name)} /> },
          ]}
        />
      </Panel>
      <Panel title="Căn cứ pháp lý" aside={edit(props, 'legal')}>
        <Lines items={content.legalBasis.map(legalWords)} />
      </Panel>
      <FormPanel {...props} />
      <CertaintyPanel content={content} />
    </>
  );
}

function edit({ editHref }: PanelsProps, section: Section) {
  return editHref ? <Link href={editHref(section)}>Sửa</Link> : null;
}

function Extensions({ extensions }: Pick<ProcedureContent, 'extensions'>) {
  const words = extensions.map(
    ({ when, addWorkingDays }) => `${when}: thêm ${formatNumber(addWorkingDays)} ngày làm việc`,
  );
  return <Lines items={words} />;
}

function GeneralPanel(props: PanelsProps) {
  const { content, code, lifeEvents } = props;
  const events = lifeEvents.filter((event) => content.lifeEvents.includes(event.code));
  return (
    <Panel title="Thông tin chung" aside={edit(props, 'general')}>
      <SummaryList
        rows={[
          { key: 'Tên thủ tục', value: content.name },
          { key: 'Mã thủ tục', value: code ?? 'Chưa xác minh được mã quốc gia' },
          { key: 'Lĩnh vực', value: content.domain },
          { key: 'Cấp giải quyết', value: LEVEL_LABELS[content.level] },
          { key: 'Đối tượng thực hiện', value: applicantWords(content.applicants) },
          {
            key: 'Cách thức thực hiện',
            value: [
              'Trực tiếp',
              content.onlineLevel === 'none' ? '' : ONLINE_LEVEL_LABELS[content.onlineLevel],
              content.postal ? 'Bưu chính công ích' : '',
            ]
              .filter(Boolean)
              .join('; '),
          },
          { key: 'Sự kiện đời sống', value: events.map(({ title }) => title).join('; ') || 'Chưa chọn' },
          { key: 'Cách gọi khác', value: content.synonyms.join('; ') || 'Chưa có' },
        ]}
      />
    </Panel>
  );
}

/** What one hands in, with when it is needed. */
export function PapersTable({ papers }: Pick<ProcedureContent, 'papers'>) {
  if (papers.length === 0) return <EmptyState title="Chưa có thành phần hồ sơ" />;
  return (
    <DefinitionTable
      caption="Thành phần hồ sơ"
      head={['Giấy tờ', 'Loại, số bản', 'Nộp khi']}
      rows={papers.map((paper) => [
        paper.name,
        paperKindWords(paper),
        <>
          {paper.required ? 'Bắt buộc' : 'Tùy trường hợp'}
          {paper.condition ? <Note>{paper.condition}</Note> : null}
        </>,
      ])}
    />
  );
}

/** Who does what, and how long it may take. */
export function StepsTable({ steps }: Pick<ProcedureContent, 'steps'>) {
  if (steps.length === 0) return <EmptyState title="Chưa có trình tự thực hiện" />;
  return (
    <DefinitionTable
      caption="Trình tự thực hiện"
      head={['Bước', 'Việc', 'Người thực hiện', 'Thời gian']}
      rows={steps.map((step, index) => [
        index + 1,
        step.name,
        stepAgent(step),
        hoursWords(step.workingHours),
      ])}
      numeric={[3]}
    />
  );
}

/** What it costs, with exemptions in full. */
export function FeesTable({ fees }: Pick<ProcedureContent, 'fees'>) {
  if (fees.length === 0) return <p>Không thu phí, lệ phí.</p>;
  return (
    <DefinitionTable
      caption="Phí, lệ phí"
      head={['Khoản thu', 'Mức thu', 'Miễn, giảm, ghi chú']}
      rows={fees.map((fee) => [
        fee.name,
        feeWords(fee),
        <>
          {fee.note || '–'}
          {fee.setBy && fee.amountVnd !== null ? <Note>{fee.setBy}</Note> : null}
        </>,
      ])}
    />
  );
}

function FormPanel(props: PanelsProps) {
  const { eform } = props.content;
  return (
    <Panel title="Biểu mẫu điện tử" aside={edit(props, 'eform')}>
      {eform.length === 0 ? <p>Chưa có biểu mẫu điện tử.</p> : null}
      {eform.length > 0 ? (
        <Details summary={`${eform.length} trường thông tin`}>
          <DefinitionTable
            caption="Trường của biểu mẫu điện tử"
            head={['Nhãn', 'Kiểu', 'Bắt buộc', 'Gợi ý, lựa chọn']}
            rows={eform.map((field) => [
              field.label,
              FIELD_TYPE_LABELS[field.type],
              field.required ? 'Có' : 'Không',
              [field.hint, field.options.join('; ')].filter(Boolean).join('. ') || '–',
            ])}
          />
        </Details>
      ) : null}
    </Panel>
  );
}

/** How sure the text is, so that whoever keeps the catalogue knows what to check first. */
function CertaintyPanel({ content: { certainty } }: Pick<PanelsProps, 'content'>) {
  return (
    <Panel title="Nguồn và độ tin cậy">
      <SummaryList
        rows={[
          { key: 'Mã thủ tục', value: CERTAINTY_LABELS[certainty.code] },
          { key: 'Thời hạn', value: CERTAINTY_LABELS[certainty.timeLimit] },
          { key: 'Phí, lệ phí', value: CERTAINTY_LABELS[certainty.fees] },
          { key: 'Thành phần hồ sơ', value: CERTAINTY_LABELS[certainty.papers] },
          { key: 'Nguồn', value: <Lines items={certainty.sources} /> },
          { key: 'Ghi chú', value: certainty.note || '–' },
        ]}
      />
    </Panel>
  );
}

/** Short texts one below the other. */
export function Lines({ items }: { readonly items: readonly string[] }) {
  if (items.length === 0) return <>–</>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
