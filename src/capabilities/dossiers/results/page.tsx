import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { CHANGE_KIND_LABELS, type ResultChange } from '#capabilities/results/changes/schema.ts';
import { codeWords, stateOf } from '#capabilities/results/words.ts';
import {
  bookWords,
  RESULT_KIND_LABELS,
  RESULT_STATE_LABELS,
  type Result,
  resultPaths,
  verifyPaths,
} from '#capabilities/results/schema.ts';
import { isIncomplete } from '#capabilities/results/service.ts';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, newFormId } from '#foundation/submit.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { sizeWords } from '../files/rules.ts';
import { dossierPath } from '../schema.ts';
import type { ResultPage } from './service.ts';
import { correctionWords, periodWords, STATE_TONES } from './words.ts';

export type ResultView = {
  readonly page: ResultPage;
  readonly unitName: (unitId: number) => string;
  readonly today: LocalDate;
  readonly values: FormValues;
  readonly problem: FormProblem;
};

/** One result: what the register says, its electronic document, what was decided about it. */
export function ResultContent({ view }: { view: ResultView }) {
  const { page, problem } = view;
  const { result, acts, changes } = page;
  const open = changes.find(({ outcome }) => outcome === null);
  return (
    <>
      <ProblemSummary problem={problem} />
      {acts.enter && isIncomplete(result) ? (
        <Banner kind="info" title="Sổ còn thiếu người ký">
          <p>
            <Link href={resultPaths.complete(result.id)}>Ghi người ký, loại kết quả và thời hạn</Link>
          </p>
        </Banner>
      ) : null}
      {open ? <OpenChange change={open} view={view} /> : null}
      <Columns side={<Side view={view} />}>
        <Panel title="Trong sổ đăng ký kết quả">
          <SummaryList rows={factRows(view)} />
        </Panel>
        {changes.length > 0 ? (
          <Panel title="Đính chính, thu hồi, hủy bỏ">
            <Timeline entries={changes.map(changeEntry)} label="Đính chính, thu hồi, hủy bỏ" />
          </Panel>
        ) : null}
      </Columns>
    </>
  );
}

function factRows({ page: { result, download }, unitName, today }: ResultView): readonly SummaryRow[] {
  const state = stateOf(result, today);
  const facts: readonly (readonly [string, preact.ComponentChildren])[] = [
    ['Số vào sổ', bookWords(result)],
    ['Đơn vị cấp', unitName(result.unitId)],
    ['Loại', RESULT_KIND_LABELS[result.kind]],
    ['Số, ký hiệu', result.documentNumber],
    ['Ngày ký', formatDate(result.issuedOn)],
    ['Người ký', result.signer],
    ['Cấp cho', result.holder],
    ['Hiệu lực', periodWords(result)],
    ['Trạng thái', <StateTag tone={STATE_TONES[state]} text={RESULT_STATE_LABELS[state]} />],
    ['Hồ sơ', <Link href={dossierPath(result.dossierNumber)}>{result.dossierNumber}</Link>],
    ['Vào sổ lúc', formatDateTime(result.enteredAt)],
    [
      'Người nộp tải bản điện tử',
      download === null ? '' : `${formatDateTime(download.firstAt)} (${download.times} lần)`,
    ],
  ];
  return facts.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value }));
}

function Side({ view: { page } }: { view: ResultView }) {
  const { result, acts } = page;
  return (
    <>
      <Panel title="Bản điện tử">
        {result.file === null ? (
          <p>Chưa có tệp PDF. Thêm tệp “Kết quả giải quyết” ở trang hồ sơ thì sổ nhận theo.</p>
        ) : (
          <p>
            <Link href={resultPaths.file(result.id)} newTab>
              {result.file.name}
            </Link>{' '}
            ({sizeWords(result.file.size)})
          </p>
        )}
      </Panel>
      <Verification result={result} />
      {acts.propose ? (
        <Panel title="Thay đổi kết quả">
          <p>
            <Link href={resultPaths.change(result.id)}>Đề nghị đính chính, thu hồi, hủy bỏ</Link>
          </p>
        </Panel>
      ) : null}
    </>
  );
}

function Verification({ result }: { result: Result }) {
  if (result.disposedAt !== null) return null;
  return (
    <Panel title="Để người khác xác minh">
      <p>
        Mã xác minh: <span class="mc-unbroken">{codeWords(result.verifyCode)}</span>
      </p>
      <ul class="govuk-list">
        <li>
          <Link href={resultPaths.sheet(result.id)} newTab>
            In phiếu xác minh có mã QR
          </Link>
        </li>
        <li>
          <Link href={verifyPaths.one(result.verifyCode)} newTab>
            Xem như người xác minh
          </Link>
        </li>
      </ul>
    </Panel>
  );
}

function changeEntry(change: ResultChange) {
  const { kind, decisionNumber, decidedOn, reason, outcome, proposerName, proposedAt } = change;
  const answered =
    outcome === null
      ? 'Chờ quyết định'
      : `${outcome === 'approved' ? 'Đã có hiệu lực' : 'Không đồng ý'}: ${change.answererName ?? ''}, ${change.answeredAt ? formatDateTime(change.answeredAt) : ''}`;
  return {
    state:
      outcome === null ? ('now' as const) : outcome === 'approved' ? ('done' as const) : ('warn' as const),
    title: `${CHANGE_KIND_LABELS[kind]} theo ${decisionNumber} ngày ${formatDate(decidedOn)}`,
    note: `${proposerName} đề nghị ${formatDateTime(proposedAt)}. ${answered}`,
    children: <ChangeWords change={change} reason={reason} />,
  };
}

function ChangeWords({ change, reason }: { change: ResultChange; reason: string }) {
  const lines = [
    ...correctionWords(change),
    ...(reason ? [`Lý do: ${reason}`] : []),
    ...(change.answer ? [`Ý kiến: ${change.answer}`] : []),
  ];
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const ANSWERS = [
  { value: 'approved', text: 'Đồng ý, có hiệu lực ngay' },
  { value: 'rejected', text: 'Không đồng ý' },
] as const;

/** The proposal that waits, and the answer of whoever may decide. */
function OpenChange({ change, view }: { change: ResultChange; view: ResultView }) {
  const { page, values, problem } = view;
  const field = fieldsOf(values, problem);
  return (
    <Panel title={`Chờ quyết định: ${CHANGE_KIND_LABELS[change.kind].toLowerCase()}`} accent="gold">
      <p>
        {change.proposerName} đề nghị theo {change.decisionNumber} ngày {formatDate(change.decidedOn)}.
      </p>
      <ChangeWords change={change} reason={change.reason} />
      {page.acts.answer ? (
        <Form action={resultPaths.answer(page.result.id)} formId={newFormId()} label="Quyết định">
          <RadioGroup {...field('outcome')} label="Quyết định" options={ANSWERS} small />
          <TextArea {...field('answer')} label="Ý kiến" hint="Bắt buộc khi không đồng ý" />
          <ButtonGroup>
            <Button>Ghi quyết định</Button>
          </ButtonGroup>
        </Form>
      ) : (
        <p>Người có thẩm quyền của đơn vị cấp, không phải người đề nghị, sẽ quyết định.</p>
      )}
    </Panel>
  );
}
