import type { TracingChannel } from 'node:diagnostics_channel';
import {
  type Context,
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Log } from '#platform/log/log.ts';
import { type JobSeen, jobs, listenTo, type RequestSeen, requests, statements } from './channels.ts';
import type { Tracing, TracingOptions } from './open-tracing.ts';
import { type RunningSpan, runningSpan } from './trace-fields.ts';
import { parseTraceParent } from './traceparent.ts';

/** Statements are long texts; what matters stands at their beginning. */
const LONGEST_ATTRIBUTE = 2000;
const BETWEEN_TROUBLES_MS = 5 * 60_000;

/** The tracer of this process, listening to what the product says of itself. For `openTracing` alone. */
export function startTracing({ endpoint, believesParent, ratio, version, log }: TracingOptions): Tracing {
  tellTroubles(log);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'motcua', 'service.version': version }))
      .merge(detectResources({ detectors: [envDetector] })), // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
    spanLimits: { attributeValueLengthLimit: LONGEST_ATTRIBUTE },
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('motcua', version);
  const ends = [traceRequests(tracer, believesParent), traceStatements(tracer), traceJobs(tracer)];
  return {
    close: async () => {
      for (const end of ends) end();
      await provider.shutdown().catch((error: unknown) => log.warn({ error }, 'Chưa gửi hết dấu vết'));
    },
  };
}

/** A collector that is away is told of now and then, not with every batch. */
function tellTroubles(log: Log): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (message: string): void => {
    if (performance.now() - toldAt < BETWEEN_TROUBLES_MS) return;
    toldAt = performance.now();
    log.warn({ reason: message }, 'Chưa gửi được dấu vết OpenTelemetry');
  };
  const nothing = (): void => undefined;
  diag.setLogger(
    { error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing },
    DiagLogLevel.WARN,
  );
}

function traceRequests(tracer: Tracer, believesParent: boolean): () => void {
  const begin = ({ method, traceparent }: RequestSeen): Span => {
    const attributes = { 'http.request.method': method };
    const parent = believesParent ? parentOf(traceparent) : ROOT_CONTEXT;
    return tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
  };
  const end = (span: Span, { method, outcome }: RequestSeen): void => {
    if (outcome === undefined) return;
    const { route, status, requestId } = outcome;
    span.updateName(`${method} ${route}`);
    span.setAttributes({
      'http.route': route,
      'http.response.status_code': status,
      'motcua.request_id': requestId,
    });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  };
  return traceWork(requests, { begin, end });
}

function traceJobs(tracer: Tracer): () => void {
  const begin = ({ task, jobId }: JobSeen): Span =>
    tracer.startSpan(
      `job ${task}`,
      { kind: SpanKind.CONSUMER, attributes: { 'motcua.task': task, 'motcua.job_id': jobId } },
      ROOT_CONTEXT,
    );
  return traceWork(jobs, { begin, end: () => undefined });
}

type Ways<Seen> = {
  readonly begin: (seen: Seen) => Span;
  readonly end: (span: Span, seen: Seen) => void;
};

/** A span around each piece of work; what runs inside finds it in `runningSpan`. */
function traceWork<Seen extends object>(
  channel: TracingChannel<RunningSpan, Seen>,
  { begin, end }: Ways<Seen>,
): () => void {
  const spans = new WeakMap<Seen, Span>();
  const starting = (seen: Seen): RunningSpan => {
    const span = begin(seen);
    spans.set(seen, span);
    const { traceId, spanId } = span.spanContext();
    return { fields: { traceId, spanId }, kept: trace.setSpan(ROOT_CONTEXT, span) };
  };
  const unwatch = listenTo(channel.asyncEnd, (seen: Seen & { readonly error?: unknown }) => {
    const span = spans.get(seen);
    if (span === undefined) return;
    // The kind of an error only: its words may hold what a person typed.
    if (seen.error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(seen.error) });
    end(span, seen);
    span.end();
  });
  channel.start.bindStore(runningSpan, starting);
  return () => {
    channel.start.unbindStore(runningSpan);
    unwatch();
  };
}

/** Statements are told when they are over, so their spans are made backwards. Outside of a request or a job there are none. */
function traceStatements(tracer: Tracer): () => void {
  return listenTo(statements, ({ text, milliseconds, hasFailed }) => {
    const running = runningSpan.getStore();
    if (running === undefined) return;
    const ended = Date.now();
    const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text };
    const options = { kind: SpanKind.CLIENT, attributes, startTime: ended - milliseconds };
    const span = tracer.startSpan(summaryOf(text), options, running.kept as Context); // Put there by `traceWork`.
    if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(ended);
  });
}

/** `select dossiers`, as far as it can be seen from the text. */
function summaryOf(text: string): string {
  const [verb = 'sql'] = /\w+/.exec(text) ?? [];
  const [, table] = /\b(?:from|into|update)\s+"?([a-z_]+)/i.exec(text) ?? [];
  return table === undefined ? verb.toLowerCase() : `${verb.toLowerCase()} ${table}`;
}

function parentOf(header: string | undefined): Context {
  const parent = parseTraceParent(header);
  if (parent === null) return ROOT_CONTEXT;
  const { traceId, spanId, isSampled } = parent;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
