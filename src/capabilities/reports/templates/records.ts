import type { Declaration, Row } from '#foundation/history/replayed.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';

/** Templates of reports with every version they ever had. */
export const reportTemplateRecords: Declaration = {
  stream: 'report-template',
  name: 'Mẫu báo cáo',
  label: ({ name }) => String(name),
  tables: {
    report_templates: { owner: 'id', key: 'id', unproven: {} },
    report_template_versions: { owner: 'template_id', key: 'number', unproven: {} },
  },
  replay: (id, events) => {
    const [first] = events;
    if (first?.kind !== 'added') throw new Error('A template begins by being added');
    const name = events.findLast(({ kind }) => kind === 'renamed')?.payload['name'] ?? first.payload['name'];
    const { code, kind } = first.payload;
    const versions = events.reduce(applyToVersions, new Map<unknown, Row>());
    return {
      report_templates: [{ id, code, name, kind, sequence: events.length }],
      report_template_versions: [...versions.values()].map((version) => ({ ...version, templateId: id })),
    };
  },
};

function applyToVersions(
  versions: ReadonlyMap<unknown, Row>,
  event: HistoryEvent,
): ReadonlyMap<unknown, Row> {
  if (event.kind === 'added' || event.kind === 'renamed') return versions;
  const { number } = event.payload;
  return new Map(versions).set(number, versionAfter(versions.get(number), event));
}

function versionAfter(version: Row | undefined, { kind, payload, at }: HistoryEvent): Row {
  if (kind === 'drafted') {
    const { versionId, ...facts } = payload;
    return { state: 'draft', revision: 1, publishedAt: null, id: versionId, ...facts };
  }
  if (version === undefined) throw new Error(`A version begins with its draft, not with ${kind}`);
  switch (kind) {
    case 'edited': {
      const { what: _words, ...facts } = payload;
      return { ...version, ...facts };
    }
    case 'discarded':
    case 'retired':
      return { ...version, state: kind };
    case 'published':
      return { ...version, state: 'published', publishedAt: at };
    default:
      throw new Error(`Versions know no deed ${kind}`);
  }
}
