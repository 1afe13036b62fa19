/** What a dossier's history says beside its state: discrepancies, opinions, links, notes, and which units see it for them. */
import type { ReplayedTable, Row } from '#foundation/history/replayed.ts';
import type { DossierEvent } from '../deeds.ts';

const PERSONAL = 'dữ liệu cá nhân không vào lịch sử, để xóa được';
const WORDS = 'lời của cán bộ, có thể có dữ liệu cá nhân';
const COPY = 'số hồ sơ, đã so ở chính hồ sơ đó';

export const GUEST_TABLES = {
  handover_discrepancies: {
    owner: 'dossier_id',
    key: 'id',
    unproven: { paper: PERSONAL, note: WORDS, answerNote: WORDS, settlement: WORDS },
  },
  consultations: {
    owner: 'dossier_id',
    key: 'id',
    unproven: { dossierNumber: COPY, question: WORDS, answer: WORDS },
  },
  dossier_links: { owner: 'parent_id', key: 'childId', unproven: { parentNumber: COPY } },
  dossier_notes: { owner: 'dossier_id', key: 'id', unproven: { text: WORDS } },
  dossier_tags: { owner: 'dossier_id', key: 'tag', unproven: {} },
} as const satisfies Readonly<Record<string, ReplayedTable>>;

type Events = readonly DossierEvent[];
type EventOf<Kind extends DossierEvent['kind']> = Extract<DossierEvent, { kind: Kind }>;

/** Units that see it without carrying out a step: asked for an opinion now, or at the other end of a link. */
export function guestsIn(events: Events): readonly number[] {
  const ended = new Set(ofKind(events, 'consultation-ended').map(({ payload }) => payload.consultationId));
  const asked = ofKind(events, 'consultation-asked')
    .filter(({ payload }) => !ended.has(payload.consultationId))
    .map(({ payload }) => payload.toUnitId);
  const parent = ofKind(events, 'received').flatMap(({ payload }) => payload.parent?.unitIds ?? []);
  const children = ofKind(events, 'linked-opened').flatMap(({ payload }) => payload.unitIds);
  return [...asked, ...parent, ...children];
}

/** The rows that these events call for; notes, tags and discrepancies are gone with a disposal. */
export function guestRows(
  id: number,
  events: Events,
): Readonly<Record<keyof typeof GUEST_TABLES, readonly Row[]>> {
  const disposed = events.some(({ kind }) => kind === 'disposed');
  const kept = <Of extends object>(rows: readonly Of[]) =>
    disposed ? [] : rows.map((row) => ({ dossierId: id, ...row }));
  return {
    handover_discrepancies: kept(discrepanciesIn(events)),
    consultations: kept(consultationsIn(events)),
    dossier_links: linksIn(id, events),
    dossier_notes: kept(notesIn(events)),
    dossier_tags: kept(tagsIn(events)),
  };
}

function ofKind<Kind extends DossierEvent['kind']>(events: Events, kind: Kind): readonly EventOf<Kind>[] {
  return events.filter((event): event is EventOf<Kind> => event.kind === kind);
}

function discrepanciesIn(events: Events): readonly Row[] {
  return ofKind(events, 'discrepancy-found').map(({ payload, officerId, at }) => {
    const of = ({ discrepancyId }: { readonly discrepancyId: number }) =>
      discrepancyId === payload.discrepancyId;
    const answered = ofKind(events, 'discrepancy-answered').findLast((event) => of(event.payload));
    const settled = ofKind(events, 'discrepancy-settled').findLast((event) => of(event.payload));
    return {
      id: payload.discrepancyId,
      kind: payload.kind,
      fromUnitId: payload.fromUnitId,
      toUnitId: payload.toUnitId,
      foundBy: officerId,
      foundAt: at,
      answer: answered?.payload.answer ?? null,
      answeredBy: answered?.officerId ?? null,
      answeredAt: answered?.at ?? null,
      settledBy: settled?.officerId ?? null,
      settledAt: settled?.at ?? null,
    };
  });
}

function consultationsIn(events: Events): readonly Row[] {
  return ofKind(events, 'consultation-asked').map(({ payload, officerId, at }) => {
    const ended = ofKind(events, 'consultation-ended').find(
      (event) => event.payload.consultationId === payload.consultationId,
    );
    return {
      id: payload.consultationId,
      stepPosition: payload.position,
      fromUnitId: payload.fromUnitId,
      toUnitId: payload.toUnitId,
      isRequired: payload.required,
      askedBy: officerId,
      askedAt: at,
      dueAt: new Date(payload.dueAt),
      state: ended?.payload.how ?? 'open',
      fileId: ended?.payload.fileId ?? null,
      endedBy: ended?.officerId ?? null,
      endedAt: ended?.at ?? null,
    };
  });
}

function linksIn(parentId: number, events: Events): readonly Row[] {
  return ofKind(events, 'linked-opened').map(({ payload, officerId, at }) => {
    const ended = ofKind(events, 'linked-ended').find((event) => event.payload.childId === payload.childId);
    const { childId, number, node, token } = payload;
    return {
      parentId,
      childId,
      childNumber: number,
      node,
      token,
      openedBy: officerId,
      openedAt: at,
      endedHow: ended?.payload.how ?? null,
      endedAt: ended?.at ?? null,
    };
  });
}

function notesIn(events: Events): readonly Row[] {
  const removed = new Map(
    ofKind(events, 'note-removed').map(({ payload, at }) => [payload.noteId, at] as const),
  );
  return ofKind(events, 'note-added').map(({ payload: { noteId, unitId }, officerId, at }) => ({
    id: noteId,
    unitId,
    addedBy: officerId,
    addedAt: at,
    removedAt: removed.get(noteId) ?? null,
  }));
}

function tagsIn(events: Events): readonly Row[] {
  const tags = new Set<string>();
  for (const event of events) {
    if (event.kind === 'tagged') tags.add(event.payload.tag);
    if (event.kind === 'untagged') tags.delete(event.payload.tag);
  }
  return [...tags].map((tag) => ({ tag }));
}
