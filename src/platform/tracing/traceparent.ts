/** Where a trace came from (W3C Trace Context, `traceparent`). */
export type TraceParent = { readonly traceId: string; readonly spanId: string; readonly isSampled: boolean };

const SHAPE = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** Reads the header; null when it is none, or one that the standard calls invalid. */
export function parseTraceParent(header: string | undefined): TraceParent | null {
  const [, version = '', traceId = '', spanId = '', flags = ''] = SHAPE.exec(header ?? '') ?? [];
  if (version === '' || version === 'ff' || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  // Version 00 ends here; later ones may say more.
  if (version === '00' && header?.length !== 55) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
