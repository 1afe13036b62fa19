import type { Declaration, Row } from '#foundation/history/replayed.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';

/** The process of a procedure with every version it ever had. */
export const processRecords: Declaration = {
  stream: 'process',
  name: 'Quy trình',
  tables: {
    processes: { owner: 'procedure_id', key: 'procedureId', unproven: {} },
    process_versions: { owner: 'procedure_id', key: 'number', unproven: {} },
  },
  replay: (id, events) => ({
    processes: [{ procedureId: id, sequence: events.length }],
    process_versions: [...events.reduce(applyToVersions, new Map<unknown, Row>()).values()].map(
      (version) => ({ ...version, procedureId: id }),
    ),
  }),
};

function applyToVersions(
  versions: ReadonlyMap<unknown, Row>,
  event: HistoryEvent,
): ReadonlyMap<unknown, Row> {
  const { number } = event.payload;
  return new Map(versions).set(number, versionAfter(versions.get(number), event));
}

const BLANK = {
  state: 'draft',
  validTo: null,
  definitionId: null,
  decision: '',
  decisionDate: null,
  revision: 1,
  publishedAt: null,
};

function versionAfter(version: Row | undefined, { kind, payload, at }: HistoryEvent): Row {
  if (kind === 'drafted') {
    const { versionId, ...facts } = payload;
    return { ...BLANK, id: versionId, ...facts };
  }
  if (version === undefined) throw new Error(`A version begins with its draft, not with ${kind}`);
  switch (kind) {
    case 'edited': {
      const { what: _words, ...facts } = payload;
      return { ...version, ...facts };
    }
    case 'discarded':
      return { ...version, state: 'discarded' };
    case 'published': {
      const { number: _number, ...facts } = payload;
      return { ...version, ...facts, state: 'published', publishedAt: at };
    }
    case 'closed':
      return { ...version, validTo: payload['validTo'] };
    default:
      throw new Error(`Versions know no deed ${kind}`);
  }
}
