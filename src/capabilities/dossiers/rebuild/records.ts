import type { Context } from '#foundation/context.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Declaration, ReplayedTable, Row } from '#foundation/history/replayed.ts';
import { asDossierEvent, type DossierEvent } from '../deeds.ts';
import { CLOCK_TABLES, clockRows } from '../clock/records.ts';
import { replay } from '../fold.ts';
import { pausedForOf, unitsOf, workInHand } from '../rules.ts';
import type { Definitions } from '../run/fold.ts';
import { readDefinitions } from '../run/store.ts';
import type { DossierState } from '../schema.ts';
import { guestRows, guestsIn, GUEST_TABLES } from './guests.ts';
import { readVersionFacts, type VersionFacts } from './store.ts';

const PERSONAL = 'dữ liệu cá nhân không vào lịch sử, để xóa được';
const INTERNAL = 'số thứ tự bên trong';
const REMARK = 'lời ghi của quầy, có thể có dữ liệu cá nhân';

const TABLES = {
  dossiers: {
    owner: 'id',
    key: 'id',
    unproven: {
      checkCode: 'mã bí mật của biên nhận',
      localityUnitId: 'suy ra từ đơn vị của các bước, đã so ở đó',
      applicantId: PERSONAL,
      applicantName: PERSONAL,
      dueExplanation: 'lời giải thích hạn trả; chính hạn trả được so',
      summary: PERSONAL,
      note: REMARK,
      searchText: PERSONAL,
      bookLine: 'số dòng trong sổ, liên tục do cơ sở dữ liệu giữ',
    },
  },
  dossier_steps: { owner: 'dossier_id', key: 'position', unproven: { id: INTERNAL } },
  dossier_handovers: { owner: 'dossier_id', key: 'id', unproven: { id: INTERNAL } },
  dossier_results: { owner: 'dossier_id', key: 'dossierId', unproven: {} },
  dossier_returns: {
    owner: 'dossier_id',
    key: 'dossierId',
    unproven: { recipient: PERSONAL, relation: PERSONAL, sealedIdNumber: PERSONAL, note: REMARK },
  },
  dossier_papers: { owner: 'dossier_id', key: 'position', unproven: { note: REMARK } },
  dossier_fees: {
    owner: 'dossier_id',
    key: 'position',
    unproven: {
      exemption: 'lý do miễn giảm không vào lịch sử',
      collected: 'việc thu tại quầy do sổ thu phí giữ',
    },
  },
  dossier_files: {
    owner: 'dossier_id',
    key: 'id',
    unproven: {
      name: PERSONAL,
      mediaType: 'suy ra từ nội dung tệp; nội dung được so bằng mã băm',
      size: 'suy ra từ nội dung tệp; nội dung được so bằng mã băm',
      paperPosition: 'chỗ xếp tệp trong danh sách giấy tờ',
    },
  },
  dossier_units: { owner: 'dossier_id', key: 'unitId', unproven: {} },
  dossier_work: { owner: 'dossier_id', key: 'stepPosition', unproven: { applicantName: PERSONAL } },
  dossier_runs: { owner: 'dossier_id', key: 'dossierId', unproven: {} },
  dossier_timers: { owner: 'dossier_id', key: 'node', unproven: {} },
  dossier_pauses: { owner: 'dossier_id', key: 'position', unproven: {} },
  ...GUEST_TABLES,
  ...CLOCK_TABLES,
} as const satisfies Readonly<Record<string, ReplayedTable>>;

/** Dossiers by all that their histories lead to: state, steps, custody, files, results, boxes. */
export async function dossierRecords(ctx: Context): Promise<Declaration> {
  let known = await knownNow(ctx.db);
  return {
    stream: 'dossier',
    name: 'Hồ sơ',
    tables: TABLES,
    label: ({ number }) => String(number),
    refresh: async (db) => {
      known = await knownNow(db);
    },
    replay: (id, events) => replayRows(id, events.map(asDossierEvent), known),
  };
}

/** Versions of procedures and kept definitions: a dossier may begin on one that is new since the last look. */
async function knownNow(db: Database): Promise<Known> {
  const versions = await readVersionFacts(db);
  const kept = await readDefinitions(db);
  const definitions: Definitions = (id) => {
    const definition = kept.get(id);
    if (!definition) throw new Error(`No process definition ${id}`);
    return definition;
  };
  return { versions, definitions };
}

type Received = Extract<DossierEvent, { kind: 'received' }>;
type Known = { readonly versions: ReadonlyMap<number, VersionFacts>; readonly definitions: Definitions };

function replayRows(
  id: number,
  events: readonly DossierEvent[],
  { versions, definitions }: Known,
): Readonly<Record<keyof typeof TABLES, readonly Row[]>> {
  const state = replay(events, definitions);
  const [received] = events;
  if (received?.kind !== 'received') throw new Error('A dossier history begins with its reception');
  const { payload } = received;
  const version = versions.get(payload.procedureVersionId);
  // A version is never taken away, so this is damage of the catalogue.
  if (!version) throw new Error(`No version ${payload.procedureVersionId}`);
  const of = <Of extends object>(rows: readonly Of[]) => rows.map((row) => ({ dossierId: id, ...row }));
  const placed = <Of extends object>(rows: readonly Of[]) =>
    of(rows.map((row, position) => ({ position, ...row })));
  return {
    dossiers: [
      { id, ...headOf(state, received, version), ...enteredIn(received), disposedAt: disposedAt(events) },
    ],
    dossier_steps: of(state.steps),
    dossier_handovers: of(state.handovers),
    dossier_results: state.result === null ? [] : of([state.result]),
    dossier_returns: of(returnsIn(events)),
    dossier_papers: placed(payload.papers),
    dossier_fees: placed(payload.fees),
    dossier_files: of(filesIn(events)),
    dossier_units: of(
      [...new Set([...unitsOf(state), ...guestsIn(events)])].map((unitId) => ({
        unitId,
        receivedAt: state.receivedAt,
      })),
    ),
    ...guestRows(id, events),
    dossier_work: of(workOf(state, version)),
    dossier_runs:
      state.run === null ? [] : of([{ definitionId: state.run.definitionId, instance: state.run.instance }]),
    dossier_timers: of(state.timers),
    dossier_pauses: placed(
      state.pauses.map(({ reason, from, to, until }) => ({ reason, fromAt: from, toAt: to, untilOn: until })),
    ),
    ...clockRows(id, events),
  };
}

function headOf(state: DossierState, { payload }: Received, version: VersionFacts): Row {
  const { number, parentId, receivingUnitId, sequence, receivedAt, receivedBy, dueAt } = state;
  const { finishedAt, timeliness, returnedAt, phase, closed } = state;
  const { procedureVersionId, channel, returnMethod, copies } = payload;
  const { procedureId, title, domain } = version;
  return {
    number,
    parentId,
    receivingUnitId,
    sequence,
    receivedAt,
    receivedBy,
    dueAt,
    finishedAt,
    timeliness,
    returnedAt,
    pausedFor: pausedForOf(state),
    closedHow: closed?.how ?? null,
    closedAt: closed?.at ?? null,
    withdrawalAskedAt: state.withdrawalAskedAt,
    reappointedAt: state.reappointedAt,
    state: phase,
    procedureId,
    procedureVersionId,
    channel,
    returnMethod,
    copies,
    title,
    domain,
  };
}

/** Of a dossier that had been received on paper: its number there, and when it was entered here. */
function enteredIn({ payload, at }: Received): Row {
  const { earlier } = payload;
  return { paperNumber: earlier?.paperNumber ?? null, enteredAt: earlier ? at : null };
}

/** What speaks of people is gone with a disposal; numbers, times, units, steps and fees stay. */
function disposedAt(events: readonly DossierEvent[]): Date | null {
  return events.find(({ kind }) => kind === 'disposed')?.at ?? null;
}

function returnsIn(events: readonly DossierEvent[]): readonly Row[] {
  if (disposedAt(events) !== null) return [];
  return events.flatMap((event) =>
    event.kind === 'returned'
      ? [
          {
            acknowledgement: event.payload.acknowledgement,
            returnedBy: event.officerId,
            returnedAt: event.at,
          },
        ]
      : [],
  );
}

function filesIn(events: readonly DossierEvent[]): readonly Row[] {
  if (disposedAt(events) !== null) return [];
  const removed = new Map(
    events.flatMap((event) =>
      event.kind === 'file-removed' ? [[event.payload.fileId, event.at] as const] : [],
    ),
  );
  return events.flatMap((event) => {
    if (event.kind !== 'file-added') return [];
    const { fileId, purpose, hash } = event.payload;
    const removedAt = removed.get(fileId) ?? null;
    return [{ id: fileId, purpose, hash, addedBy: event.officerId, addedAt: event.at, removedAt }];
  });
}

/** The rows of the work in hand, until the dossier has ended. */
function workOf(state: DossierState, { title, domain }: VersionFacts): readonly Row[] {
  return workInHand(state).map((work) => ({ ...work, title, domain }));
}
