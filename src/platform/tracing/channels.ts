/**
 * Where the product says what it is doing, for whoever listens: metrics, traces, the operator's page. Nobody listening
 * costs next to nothing. No values of statements, no addresses with names in them, nothing of persons passes here.
 */
import { type Channel, channel, tracingChannel } from 'node:diagnostics_channel';
import type { RunningSpan } from './trace-fields.ts';

/** A request being answered. What came of it is known at its end. */
export type RequestSeen = {
  readonly method: string;
  /** W3C trace context of whoever asks, as sent; nobody has to believe it. */
  readonly traceparent: string | undefined;
  /** Milliseconds of `performance.now()`. */
  readonly began: number;
  outcome?: {
    /** Pattern of the address, such as `/dossiers/:number`; never the address. */
    readonly route: string;
    readonly status: number;
    readonly requestId: string;
  };
};

export type JobSeen = { readonly task: string; readonly jobId: string; readonly began: number };

/** A statement that was answered, without its values. */
export type StatementSeen = {
  readonly text: string;
  readonly milliseconds: number;
  readonly hasFailed: boolean;
};

/** Something that nobody foresaw, in a request. */
export type FailureSeen = {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly error: Error;
};

export type UploadSeen = { readonly outcome: UploadOutcome; /** In bytes. */ readonly size: number };
export type UploadOutcome = 'taken' | 'refused' | 'virus' | 'scanner-away';

export const requests = tracingChannel<RunningSpan, RequestSeen>('motcua:request');
export const jobs = tracingChannel<RunningSpan, JobSeen>('motcua:job');
// A channel is made untyped; only the functions below tell something on these.
export const statements = channel('motcua:statement') as Channel<unknown, StatementSeen>;
export const failures = channel('motcua:failure') as Channel<unknown, FailureSeen>;
export const uploads = channel('motcua:upload') as Channel<unknown, UploadSeen>;

/** Runs a job and tells how it went. */
export async function watchJob(task: string, jobId: string, work: () => Promise<void>): Promise<void> {
  const seen: JobSeen = { task, jobId, began: performance.now() };
  return jobs.tracePromise(work, seen);
}

export function tellStatement(seen: StatementSeen): void {
  if (statements.hasSubscribers) statements.publish(seen);
}

/** Runs a statement and tells how it went. */
export async function watchStatement<Result>(text: string, run: () => Promise<Result>): Promise<Result> {
  if (!statements.hasSubscribers) return run();
  const began = performance.now();
  const tell = (hasFailed: boolean): void =>
    tellStatement({ text, milliseconds: performance.now() - began, hasFailed });
  try {
    const result = await run();
    tell(false);
    return result;
  } catch (error) {
    tell(true);
    throw error;
  }
}

export function tellFailure(failure: FailureSeen): void {
  failures.publish(failure);
}

export function tellUpload(upload: UploadSeen): void {
  uploads.publish(upload);
}

/** Takes a listener away again. */
export type Unwatch = () => void;

/** Listens to a channel; its messages are of the one type that the channel carries. */
export function listenTo<Seen>(channel: Channel<unknown, Seen>, tell: (seen: Seen) => void): Unwatch {
  const listener = (message: unknown): void => tell(message as Seen);
  channel.subscribe(listener);
  return () => channel.unsubscribe(listener);
}
