import {
  failures,
  jobs,
  type JobSeen,
  listenTo,
  type RequestSeen,
  requests,
  type StatementSeen,
  statements,
  type Unwatch,
  uploads,
  type UploadSeen,
} from '#platform/tracing/channels.ts';
import { type Metrics, SECONDS } from './metrics.ts';

/** A statement that takes longer is slow: a page waits for it, and a person notices (milliseconds). */
export const SLOW_STATEMENT = 500;

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Answers that say no, by what they mean; the words of `Refusal` where there is one. */
const REFUSALS: Readonly<Record<number, string>> = {
  403: 'forbidden',
  404: 'missing',
  408: 'too-slow',
  409: 'conflict',
  413: 'too-large',
  422: 'invalid',
  429: 'too-often',
  503: 'busy',
};

/** Counts what the product says of itself from now on. */
export function watchAll(metrics: Metrics): Unwatch {
  const ended = [watchRequests(metrics), watchStatements(metrics), watchJobs(metrics), watchUploads(metrics)];
  return () => {
    for (const end of ended) end();
  };
}

function watchRequests(metrics: Metrics): Unwatch {
  const answered = metrics.counter('motcua_http_requests_total', 'Requests by pattern of their address.');
  const seconds = metrics.histogram('motcua_http_request_duration_seconds', 'Time to an answer.', SECONDS);
  const failed = metrics.counter(
    'motcua_http_failures_total',
    'Requests that failed in a way nobody foresaw.',
  );
  const refused = metrics.counter('motcua_http_refusals_total', 'Answers that say no, by kind.');
  failed.add({ route: 'none' }, 0);
  const asyncEnd = ({ method: sent, began, outcome }: RequestSeen): void => {
    const { route, status } = outcome ?? { route: 'none', status: 500 };
    const method = METHODS.has(sent) ? sent : 'other';
    answered.add({ method, route, status: String(status) });
    seconds.observe((performance.now() - began) / 1000, { method, route });
    const kind = REFUSALS[status];
    if (kind !== undefined) refused.add({ kind });
  };
  const ends = [
    listenTo(requests.asyncEnd, asyncEnd),
    listenTo(failures, ({ route }) => failed.add({ route })),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function watchStatements(metrics: Metrics): Unwatch {
  const seconds = metrics.histogram('motcua_statement_duration_seconds', 'Time of SQL statements.', SECONDS);
  const slow = metrics.counter(
    'motcua_slow_statements_total',
    `Statements longer than ${SLOW_STATEMENT} milliseconds.`,
  );
  const failed = metrics.counter('motcua_failed_statements_total', 'Statements answered with an error.');
  slow.add({}, 0);
  failed.add({}, 0);
  const told = ({ milliseconds, hasFailed }: StatementSeen): void => {
    seconds.observe(milliseconds / 1000);
    if (milliseconds > SLOW_STATEMENT) slow.add();
    if (hasFailed) failed.add();
  };
  return listenTo(statements, told);
}

function watchJobs(metrics: Metrics): Unwatch {
  const runs = metrics.counter('motcua_job_runs_total', 'Background jobs that ran, by what came of them.');
  const seconds = metrics.histogram(
    'motcua_job_duration_seconds',
    'Time of background jobs.',
    [0.01, 0.1, 1, 10, 60, 600, 3600],
  );
  const asyncEnd = (seen: JobSeen & { readonly error?: unknown }): void => {
    const { task, began } = seen;
    runs.add({ task, outcome: seen.error === undefined ? 'done' : 'failed' });
    seconds.observe((performance.now() - began) / 1000, { task });
  };
  return listenTo(jobs.asyncEnd, asyncEnd);
}

function watchUploads(metrics: Metrics): Unwatch {
  const count = metrics.counter('motcua_uploads_total', 'Files that were examined, by what came of them.');
  const bytes = metrics.counter('motcua_upload_bytes_total', 'Bytes of files that were examined.');
  bytes.add({}, 0);
  const told = ({ outcome, size }: UploadSeen): void => {
    count.add({ outcome });
    bytes.add({}, size);
  };
  return listenTo(uploads, told);
}
