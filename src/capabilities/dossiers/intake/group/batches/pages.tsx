import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { withQuery } from '#web/http/list-state.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Refreshed } from '#web/ui/refreshed.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { dossierPath } from '../../../schema.ts';
import { intakePaths } from '../../schema.ts';
import {
  type Batch,
  type BatchState,
  type CheckedLine,
  groupPaths,
  type LineField,
  type LineOutcome,
  OUTCOME_LABELS,
  STATE_LABELS,
} from '../schema.ts';
import { COLUMNS } from '../workbook/columns.ts';
import type { WorkbookPlan } from '../workbook/service.ts';
import type { BatchLine } from './store.ts';

const STATE_TONES = {
  planned: 'soon',
  receiving: 'wait',
  done: 'fine',
  withdrawn: 'neutral',
} as const satisfies Readonly<Record<BatchState, Tone>>;

/** Groups of a counter, the newest first. */
export function BatchListContent({ batches }: { readonly batches: readonly Batch[] }) {
  return (
    <DataTable
      caption="Nhóm hồ sơ"
      rows={batches}
      rowKey={({ number }) => number}
      rowHref={({ number }) => groupPaths.one(number)}
      columns={[
        {
          key: 'number',
          header: 'Số nhóm',
          nowrap: true,
          cell: ({ number }) => <Link href={groupPaths.one(number)}>{number}</Link>,
        },
        { key: 'procedure', header: 'Thủ tục', cell: (batch) => <Procedure batch={batch} /> },
        { key: 'at', header: 'Lập lúc', nowrap: true, cell: ({ createdAt }) => formatDateTime(createdAt) },
        { key: 'by', header: 'Người lập', cell: ({ officerName }) => officerName },
        { key: 'total', header: 'Dòng', numeric: true, cell: ({ total }) => formatNumber(total) },
        { key: 'received', header: 'Đã nhận', numeric: true, cell: ({ received }) => formatNumber(received) },
        {
          key: 'state',
          header: 'Tình trạng',
          cell: ({ state }) => <StateTag tone={STATE_TONES[state]} text={STATE_LABELS[state]} />,
        },
      ]}
      empty={
        <EmptyState
          title="Chưa có nhóm hồ sơ nào"
          text="Ở trang tiếp nhận của một thủ tục, chọn “Nhiều người cùng lúc” hoặc “Nhập từ tệp Excel”."
        />
      }
    />
  );
}

function Procedure({ batch }: { readonly batch: Batch }) {
  return (
    <>
      {batch.procedureName}
      <Note>
        {batch.source === 'sheet' ? 'Nhập tại quầy' : 'Nhập từ tệp'}
        {batch.earlier ? ', hồ sơ cũ' : ''}
      </Note>
    </>
  );
}

type PlanView = { readonly plan: WorkbookPlan; readonly problem: FormProblem; readonly formId: string };

/** What the workbook would become; nothing is received yet. */
export function PlanContent({ view }: { readonly view: PlanView }) {
  const { plan, problem, formId } = view;
  const { batch, lines, wrong } = plan;
  const right = lines.length - wrong.length;
  const stopped = wrong.length > 0 ? `Còn ${formatNumber(wrong.length)} dòng chưa đúng` : undefined;
  return (
    <>
      <ProblemSummary problem={problem} />
      <StatisticTiles
        statistics={[
          { label: 'Dòng trong tệp', value: formatNumber(lines.length) },
          { label: 'Tiếp nhận được', value: formatNumber(right), tone: 'fine' },
          {
            label: 'Chưa đúng',
            value: formatNumber(wrong.length),
            tone: wrong.length > 0 ? 'late' : 'neutral',
          },
        ]}
      />
      <WrongLines wrong={wrong} />
      <RightLines lines={lines.filter((line) => !wrong.includes(line))} />
      <Form action={groupPaths.one(batch.number, 'start')} formId={formId}>
        <ButtonGroup>
          <Button name="mode" value="all" disabledBecause={stopped}>
            Tiếp nhận tất cả
          </Button>
          {right > 0 && wrong.length > 0 ? (
            <Button name="mode" value="good" variant="secondary">
              {`Chỉ tiếp nhận ${formatNumber(right)} dòng đúng`}
            </Button>
          ) : null}
          <Button variant="secondary" href={groupPaths.import(batch.slug)}>
            Tải tệp đã sửa lên
          </Button>
          <Button variant="link" formAction={groupPaths.one(batch.number, 'withdrawal')}>
            Bỏ đợt nhập này
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

/** As many lines as are looked at one by one; the rest is like them. */
const MOST_SHOWN = 200;

function WrongLines({ wrong }: { readonly wrong: readonly CheckedLine[] }) {
  if (wrong.length === 0) return null;
  return (
    <Panel title="Ô cần sửa" accent="red">
      <DefinitionTable
        caption="Ô cần sửa trong tệp"
        head={['Dòng', 'Cột', 'Đang ghi', 'Sai gì, sửa thế nào']}
        rows={wrong.slice(0, MOST_SHOWN).flatMap(({ line, problems }) =>
          Object.entries(problems).map(([field, message]) => [
            String(line.line),
            headerOf(field),
            line[field as LineField] || '–', // Problems are named by the fields of a line.
            message,
          ]),
        )}
      />
      {wrong.length > MOST_SHOWN ? (
        <Note>Còn {formatNumber(wrong.length - MOST_SHOWN)} dòng nữa.</Note>
      ) : null}
    </Panel>
  );
}

function headerOf(field: string): string {
  return COLUMNS[field as LineField].header; // Problems are named by the fields of a line.
}

function RightLines({ lines }: { readonly lines: readonly CheckedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Details summary={`Các dòng tiếp nhận được (${formatNumber(lines.length)})`}>
      <DefinitionTable
        caption="Các dòng tiếp nhận được"
        head={['Dòng', COLUMNS.fullName.header, COLUMNS.address.header, COLUMNS.summary.header]}
        rows={lines
          .slice(0, MOST_SHOWN)
          .map(({ line }) => [String(line.line), line.fullName, line.address, line.summary || '–'])}
      />
      {lines.length > MOST_SHOWN ? (
        <Note>Còn {formatNumber(lines.length - MOST_SHOWN)} dòng nữa.</Note>
      ) : null}
    </Details>
  );
}

type BatchView = {
  readonly batch: Batch;
  readonly lines: readonly BatchLine[];
  readonly atOnce: number;
};

/** How far it is, or what came of it, line by line. */
export function BatchContent({ view }: { readonly view: BatchView }) {
  const { batch } = view;
  const body = (
    <>
      <Progress batch={batch} />
      <Acts view={view} />
      <LineTable view={view} />
    </>
  );
  // What is done stays a part of that kind: the last look has to find it.
  return <Refreshed every={batch.state === 'receiving' ? 3 : 600}>{body}</Refreshed>;
}

function Progress({ batch }: { readonly batch: Batch }) {
  const { state, received, refused, total } = batch;
  return (
    <>
      {state === 'receiving' ? (
        <Banner kind="info" title="Đang tiếp nhận">
          <p>
            Đã xong {formatNumber(received + refused)} trên {formatNumber(total)} dòng. Có thể rời trang này;
            việc vẫn chạy tiếp.
          </p>
        </Banner>
      ) : null}
      <StatisticTiles
        statistics={[
          { label: 'Tình trạng', value: STATE_LABELS[state], tone: STATE_TONES[state] },
          { label: 'Đã tiếp nhận', value: formatNumber(received), tone: 'fine' },
          { label: 'Chưa tiếp nhận', value: formatNumber(refused), tone: refused > 0 ? 'late' : 'neutral' },
        ]}
      />
    </>
  );
}

function Acts({ view: { batch, atOnce } }: { readonly view: BatchView }) {
  const parts = batch.earlier ? 0 : Math.ceil(batch.received / atOnce);
  const receipts = groupPaths.one(batch.number, 'receipts.pdf');
  const again = withQuery(groupPaths.sheet(batch.slug), { from: batch.number });
  return (
    <ButtonGroup>
      {Array.from({ length: parts }, (_, index) => (
        <Button
          key={index}
          href={withQuery(receipts, { part: index === 0 ? null : index + 1 })}
          icon="print"
          variant={index === 0 ? 'primary' : 'secondary'}
        >
          {parts === 1 ? 'In giấy tiếp nhận' : `In giấy tiếp nhận, phần ${index + 1}`}
        </Button>
      ))}
      <Button href={groupPaths.one(batch.number, 'result.xlsx')} variant="secondary">
        Tải kết quả (Excel)
      </Button>
      {batch.source === 'sheet' && batch.refused > 0 && batch.fileHash !== null ? (
        <Button href={again} variant="secondary">
          Sửa và tiếp nhận các dòng còn lại
        </Button>
      ) : null}
      <Button href={intakePaths.choice} variant="link">
        Tiếp nhận tiếp
      </Button>
    </ButtonGroup>
  );
}

const OUTCOME_TONES = {
  waiting: 'wait',
  received: 'fine',
  refused: 'late',
} as const satisfies Readonly<Record<LineOutcome, Tone>>;

function LineTable({ view: { lines } }: { readonly view: BatchView }) {
  return (
    <DataTable
      caption="Từng dòng của nhóm"
      rows={lines}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', header: 'Dòng', numeric: true, cell: ({ line }) => String(line) },
        {
          key: 'outcome',
          header: 'Kết quả',
          cell: ({ outcome }) => <StateTag tone={OUTCOME_TONES[outcome]} text={OUTCOME_LABELS[outcome]} />,
        },
        { key: 'name', header: 'Người nộp', cell: ({ applicantName }) => applicantName ?? '–' },
        {
          key: 'number',
          header: 'Mã hồ sơ',
          nowrap: true,
          cell: ({ number }) => (number === null ? '–' : <Link href={dossierPath(number)}>{number}</Link>),
        },
        {
          key: 'due',
          header: 'Hẹn trả',
          nowrap: true,
          cell: ({ dueAt }) => (dueAt === null ? '–' : formatDateTime(dueAt)),
        },
        { key: 'problem', header: 'Ghi chú', cell: ({ problem }) => problem || '–' },
      ]}
      empty={<EmptyState title="Nhóm này không có dòng nào" text="Đợt nhập đã bỏ trước khi tiếp nhận." />}
    />
  );
}
