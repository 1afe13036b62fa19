import type { Declaration, Row } from '#foundation/history/replayed.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { offeringsAfter } from './offerings/replay.ts';

/** A procedure with every version it ever had and every counter that receives it. */
export const procedureRecords: Declaration = {
  stream: 'procedure',
  name: 'Thủ tục',
  tables: {
    procedures: { owner: 'id', key: 'id', unproven: {} },
    procedure_versions: { owner: 'procedure_id', key: 'number', unproven: {} },
    offerings: { owner: 'procedure_id', key: 'id', unproven: { id: 'số thứ tự bên trong' } },
  },
  label: ({ slug }) => String(slug),
  replay: (id, events) => {
    const [first] = events;
    if (first?.kind !== 'created') throw new Error('A procedure begins with its creation');
    const { slug, code } = events.reduce<Row>(
      (known, { kind, payload }) =>
        kind === 'created' || kind === 'coded' ? { ...known, ...payload } : known,
      {},
    );
    return {
      procedures: [{ id, slug, code, sequence: events.length }],
      procedure_versions: [...events.reduce(applyToVersions, new Map<unknown, Row>()).values()].map(
        (version) => ({ ...version, procedureId: id }),
      ),
      offerings: offeringsAfter(events).map((offering) => ({ ...offering, procedureId: id })),
    };
  },
};

function applyToVersions(
  versions: ReadonlyMap<unknown, Row>,
  event: HistoryEvent,
): ReadonlyMap<unknown, Row> {
  const { number } = event.payload;
  if (number === undefined) return versions;
  return new Map(versions).set(number, versionAfter(versions.get(number), event));
}

const BLANK = {
  state: 'draft',
  validTo: null,
  decision: '',
  decisionDate: null,
  endDecision: '',
  revision: 1,
};

function versionAfter(version: Row | undefined, { kind, payload, at }: HistoryEvent): Row {
  if (kind === 'drafted') {
    const { versionId, ...facts } = payload;
    return { ...BLANK, publishedAt: null, id: versionId, ...facts };
  }
  if (version === undefined) throw new Error(`A version begins with its draft, not with ${kind}`);
  switch (kind) {
    case 'edited': {
      const { revision, validFrom, changes } = payload;
      return {
        ...version,
        revision,
        validFrom,
        content: { ...asRow(version['content']), ...asRow(changes) },
      };
    }
    case 'discarded':
      return { ...version, state: 'discarded' };
    case 'published': {
      const { validFrom, validTo, decision, decisionDate } = payload;
      return { ...version, state: 'published', publishedAt: at, validFrom, validTo, decision, decisionDate };
    }
    case 'closed':
      return { ...version, validTo: payload['validTo'] };
    case 'ended':
      return { ...version, validTo: payload['validTo'], endDecision: payload['decision'] };
    default:
      throw new Error(`Versions know no deed ${kind}`);
  }
}

function asRow(value: unknown): Row {
  if (typeof value !== 'object' || value === null) throw new Error('Not the content of a version');
  return { ...value };
}
