import type { Log } from '#platform/log/log.ts';

export type TracingOptions = {
  /** Where spans go (OTLP over HTTP, JSON): the address without `/v1/traces`. */
  readonly endpoint: string;
  /** Whether the `traceparent` of whoever asks is believed: only behind a proxy that writes it itself. */
  readonly believesParent: boolean;
  /** Which part of the traces that begin here is kept, 0 to 1. */
  readonly ratio: number;
  readonly version: string;
  readonly log: Log;
};

export type Tracing = { readonly close: () => Promise<void> };

/**
 * Makes traces of requests, statements and jobs from now on. The packages of OpenTelemetry are read only here, so that an
 * installation without traces starts as fast as one that does not have them.
 */
export async function openTracing(options: TracingOptions): Promise<Tracing> {
  const { startTracing } = await import('./opentelemetry.ts');
  return startTracing(options);
}
