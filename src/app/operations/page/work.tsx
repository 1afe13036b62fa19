import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { newFormId } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { errorWords } from '../rules/error-words.ts';
import { isGivenUp, isTriedAgain, isWaiting } from '../rules/jobs.ts';
import { span } from '../rules/spans.ts';
import { discardPath, type Failure, type Job, retryPath, type SlowStatement, taskWords } from '../schema.ts';

type JobsProps = Readonly<{ jobs: readonly Job[]; now: Date }>;

/** Rows shown of a list at most; the figures above count all. */
const MOST_ROWS = 30;

/** Background jobs that need somebody: given up, tried again, late. The rest is one sentence. */
export function Jobs({ jobs, now }: JobsProps) {
  const troubled = jobs.filter((job) => isGivenUp(job) || isTriedAgain(job));
  const waiting = jobs.filter((job) => !troubled.includes(job) && isWaiting(job, now)).length;
  const planned = jobs.length - troubled.length - waiting;
  return (
    <Panel id="viec-nen" title="Việc nền">
      <p class="govuk-body">
        {`${formatNumber(waiting)} việc đến lượt, ${formatNumber(planned)} việc đang làm hoặc hẹn giờ.`}
      </p>
      <DataTable
        caption="Việc nền bị lỗi"
        rows={troubled.slice(0, MOST_ROWS)}
        rowKey={({ id }) => String(id)}
        rowTone={(job) => (isGivenUp(job) ? 'late' : 'soon')}
        empty={<p class="govuk-body">Không có việc nào bị lỗi.</p>}
        columns={[
          { key: 'task', header: 'Việc', cell: (job) => <TaskCell job={job} /> },
          { key: 'state', header: 'Tình trạng', cell: (job) => <StateCell job={job} /> },
          { key: 'error', header: 'Lỗi', cell: ({ lastError }) => errorWords(lastError) },
          { key: 'acts', header: 'Xử lý', cell: (job) => <JobActs job={job} /> },
        ]}
      />
    </Panel>
  );
}

function TaskCell({ job }: Readonly<{ job: Job }>) {
  return (
    <>
      {taskWords(job.task)}
      <Note>{`Số ${job.id}, từ ${formatDateTime(job.createdAt)}`}</Note>
    </>
  );
}

function StateCell({ job }: Readonly<{ job: Job }>) {
  const times = `đã thử ${formatNumber(job.attempts)}/${formatNumber(job.maxAttempts)} lần`;
  if (isGivenUp(job)) {
    return (
      <>
        <StateTag tone="late" text="Hỏng hẳn" />
        <Note>{times}</Note>
      </>
    );
  }
  return (
    <>
      <StateTag tone="soon" text={job.isRunning ? 'Đang thử lại' : 'Chờ thử lại'} />
      <Note>{`${times}, lần tới ${formatDateTime(job.runAt)}`}</Note>
    </>
  );
}

function JobActs({ job }: Readonly<{ job: Job }>) {
  return (
    <Form action={retryPath(job.id)} formId={newFormId()} label={`Việc số ${job.id}`}>
      <ButtonGroup>
        <Button variant="secondary">Làm lại</Button>
        <Button variant="link" href={discardPath(job.id)}>
          Bỏ việc này
        </Button>
      </ButtonGroup>
    </Form>
  );
}

/** Requests that failed within a day, to be found in the log by their ids. */
export function Failures({ failures }: Readonly<{ failures: readonly Failure[] }>) {
  return (
    <Panel id="loi" title="Lỗi ngoài dự kiến trong 24 giờ">
      <DataTable
        caption="Lỗi ngoài dự kiến trong 24 giờ"
        rows={failures.slice(0, MOST_ROWS)}
        rowKey={({ requestId }) => requestId}
        empty={<p class="govuk-body">Không có lỗi nào.</p>}
        columns={[
          { key: 'at', header: 'Lúc', nowrap: true, cell: ({ at }) => formatDateTime(at) },
          { key: 'route', header: 'Trang', cell: ({ method, route }) => `${method} ${route}` },
          { key: 'kind', header: 'Lỗi', cell: (failure) => <FailureCell failure={failure} /> },
          { key: 'id', header: 'Mã yêu cầu', cell: ({ requestId }) => <code>{requestId}</code> },
        ]}
      />
      {failures.length > 0 ? (
        <Note>
          Tìm chi tiết bằng mã yêu cầu: <code>journalctl -u motcua -g MÃ</code>
        </Note>
      ) : null}
    </Panel>
  );
}

function FailureCell({ failure: { kind, place } }: Readonly<{ failure: Failure }>) {
  return (
    <>
      {kind}
      {place ? <Note>{place}</Note> : null}
    </>
  );
}

/** Statements that took long today, without their values; folded, since few read SQL. */
export function SlowStatements({ slow }: Readonly<{ slow: readonly SlowStatement[] }>) {
  const runs = slow.reduce((sum, statement) => sum + statement.runs, 0);
  return (
    <Panel id="cham" title="Câu lệnh chậm hôm nay">
      <p class="govuk-body">
        {runs === 0
          ? 'Không có câu lệnh cơ sở dữ liệu nào lâu hơn nửa giây.'
          : `${formatNumber(runs)} lần có câu lệnh cơ sở dữ liệu lâu hơn nửa giây.`}
      </p>
      {slow.slice(0, MOST_ROWS).map(({ statement, runs: times, longestMs, totalMs }) => (
        <Details
          key={statement}
          summary={`${statement.slice(0, 60)}… ${formatNumber(times)} lần, lâu nhất ${span(longestMs)}, tổng ${span(totalMs)}`}
        >
          <p class="govuk-body">
            <code>{statement}</code>
          </p>
        </Details>
      ))}
    </Panel>
  );
}
