import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line of the log says of the trace it belongs to. */
export type TraceFields = { readonly traceId: string; readonly spanId: string };

/** The span that runs now, as far as the log needs it, with whatever the tracer keeps beside it. */
export type RunningSpan = { readonly fields: TraceFields; readonly kept: unknown };

export const runningSpan = new AsyncLocalStorage<RunningSpan>();

/** For lines of the log; nothing while no traces are made. */
export function traceFields(): TraceFields | Record<string, never> {
  return runningSpan.getStore()?.fields ?? {};
}
