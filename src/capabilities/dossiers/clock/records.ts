/** The rows of the clock as the history of a dossier makes them, for comparing. */
import type { ReplayedTable, Row } from '#foundation/history/replayed.ts';
import type { DossierEvent } from '../deeds.ts';
import type { SupplementEnd } from './schema.ts';

const PERSONAL = 'dữ liệu cá nhân không vào lịch sử, để xóa được';

export const CLOCK_TABLES = {
  dossier_proposals: { owner: 'dossier_id', key: 'ordinal', unproven: { details: PERSONAL } },
  dossier_supplements: { owner: 'dossier_id', key: 'ordinal', unproven: { lines: PERSONAL } },
  dossier_letters: { owner: 'dossier_id', key: 'ordinal', unproven: { content: PERSONAL } },
} as const satisfies Readonly<Record<string, ReplayedTable>>;

/** Proposals, supplement requests and letters of one dossier. */
export function clockRows(
  dossierId: number,
  events: readonly DossierEvent[],
): Readonly<Record<keyof typeof CLOCK_TABLES, readonly Row[]>> {
  const of = (rows: readonly Row[]) => rows.map((row) => ({ dossierId, ...row }));
  return {
    dossier_proposals: of(events.flatMap((event) => proposalIn(event, events))),
    dossier_supplements: of(supplementsIn(events)),
    dossier_letters: of(events.flatMap(letterIn)),
  };
}

function proposalIn(event: DossierEvent, events: readonly DossierEvent[]): readonly Row[] {
  if (event.kind !== 'proposed') return [];
  const { proposal, what, ...said } = event.payload;
  const decided = events.find((one) => one.kind === 'proposal-decided' && one.payload.proposal === proposal);
  const { outcome = null, note = '' } = decided?.kind === 'proposal-decided' ? decided.payload : {};
  return [
    {
      ...said,
      ordinal: proposal,
      kind: what,
      proposedBy: event.officerId,
      proposedAt: event.at,
      outcome,
      note,
      decidedBy: decided?.officerId ?? null,
      decidedAt: decided?.at ?? null,
    },
  ];
}

/** Each begins with its pause; what ends the pause ends it. */
function supplementsIn(events: readonly DossierEvent[]): readonly Row[] {
  const rows: Row[] = [];
  let complete = false;
  const end = (ended: SupplementEnd, endedAt: Date): void => {
    const last = rows.at(-1);
    if (last && last['ended'] === null) rows[rows.length - 1] = { ...last, ended, endedAt };
  };
  for (const event of events) {
    if (event.kind === 'paused' && event.payload.reason === 'supplement') {
      complete = false;
      const { until = null } = event.payload;
      rows.push({ ordinal: rows.length + 1, askedAt: event.at, answerBy: until, ended: null, endedAt: null });
    }
    if (event.kind === 'supplement-received') complete = event.payload.missing === 0;
    if (event.kind === 'resumed') end(complete ? 'complete' : 'given-up', event.at);
    if (event.kind === 'closed') end(event.payload.how === 'lapsed' ? 'lapsed' : 'given-up', event.at);
  }
  return rows;
}

function letterIn(event: DossierEvent): readonly Row[] {
  if (event.kind !== 'letter-issued') return [];
  const { letter, what, number } = event.payload;
  return [{ ordinal: letter, kind: what, number, issuedAt: event.at, issuedBy: event.officerId }];
}
