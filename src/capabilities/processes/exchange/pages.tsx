import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import type { ImportedProcess } from '#kernel/bpmn/import.ts';
import { type Outcome, OUTCOME_LABELS, type ReportLine } from '#kernel/bpmn/report.ts';
import { codesOf } from '#kernel/labels.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Details } from '#web/ui/details.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FileUpload } from '#web/ui/file-upload.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import { ProcessFigure } from '../parts/picture.tsx';
import { processPaths } from '../schema.ts';

type UploadView = {
  readonly slug: string;
  readonly number: number;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Choosing the file; the draft is not changed before its contents were looked at. */
export function ImportPage({ view: { slug, number, problem, formId } }: { readonly view: UploadView }) {
  const { value: _value, ...field } = fieldsOf({}, problem)('file');
  return (
    <>
      <ProblemSummary problem={problem} />
      <p>
        Nhận tệp BPMN 2.0 (.bpmn) từ mọi công cụ vẽ quy trình. Hệ thống cho xem từng phần tử được giữ, được
        chuyển đổi hay không nhận, rồi mới thay nội dung của bản dự thảo.
      </p>
      <Form action={processPaths.import(slug, number)} formId={formId} upload label="Chọn tệp">
        <FileUpload {...field} label="Tệp BPMN" accept=".bpmn,.xml" maxSize="2 MB" />
        <ButtonGroup>
          <Button>Xem trước</Button>
          <Button href={processPaths.version(slug, number)} variant="secondary">
            Hủy
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

type PlanView = UploadView & {
  readonly hash: string;
  readonly name: string;
  readonly revision: number;
  readonly plan: ImportedProcess;
};

const TONES = { kept: 'fine', adapted: 'soon', dropped: 'neutral', refused: 'late' } as const;

/** What became of every element of the file, and the picture of what would be the draft. */
export function PlanPage({ view }: { readonly view: PlanView }) {
  const { plan, slug, number, hash } = view;
  const count = (outcome: Outcome) => plan.report.filter((line) => line.outcome === outcome).length;
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <StatisticTiles
        statistics={codesOf(OUTCOME_LABELS).map((outcome) => ({
          label: OUTCOME_LABELS[outcome],
          value: count(outcome),
          tone: count(outcome) > 0 ? TONES[outcome] : 'neutral',
        }))}
      />
      {count('refused') > 0 ? (
        <Banner kind="warning" title={`${count('refused')} phần tử không nhận được`}>
          <p>Phần còn lại vẫn nhập được; sau khi nhập hãy nối lại trong bảng các bước.</p>
        </Banner>
      ) : null}
      <Form
        action={processPaths.importPlan(slug, number, hash)}
        formId={view.formId}
        hidden={[
          { name: 'revision', value: String(view.revision) },
          { name: 'name', value: view.name },
        ]}
        label="Nhập vào bản dự thảo"
      >
        <ButtonGroup>
          <Button>Thay nội dung bản dự thảo</Button>
          <Button href={processPaths.import(slug, number)} variant="secondary">
            Chọn tệp khác
          </Button>
        </ButtonGroup>
      </Form>
      <Panel title="Quy trình sau khi nhập">
        <ProcessFigure definition={plan.definition} />
      </Panel>
      <ReportPanel plan={plan} />
    </>
  );
}

const ORDER = ['refused', 'adapted', 'dropped'] as const;

/** What was not taken over as it stands; the rest is there to be looked up. */
function ReportPanel({ plan }: { readonly plan: ImportedProcess }) {
  const kept = plan.report.filter(({ outcome }) => outcome === 'kept');
  const changed = ORDER.flatMap((wanted) => plan.report.filter(({ outcome }) => outcome === wanted));
  return (
    <Panel title="Từng phần tử">
      {changed.length === 0 ? <p>Mọi phần tử của tệp được giữ nguyên.</p> : <ReportTable lines={changed} />}
      <Details summary={`${kept.length} phần tử giữ nguyên`}>
        <ReportTable lines={kept} />
      </Details>
    </Panel>
  );
}

function ReportTable({ lines }: { readonly lines: readonly ReportLine[] }) {
  return (
    <DefinitionTable
      caption="Từng phần tử của tệp"
      head={['Phần tử', 'Loại trong tệp', 'Kết quả', 'Lý do']}
      rows={lines.map(({ outcome, id, type, name, reason }) => [
        name || id || '–',
        <code>{type}</code>,
        <StateTag tone={TONES[outcome]} text={OUTCOME_LABELS[outcome]} />,
        reason || '–',
      ])}
    />
  );
}
