import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { historyOf } from '#foundation/history/service.ts';
import { Panel } from '#web/ui/panel.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { asDossierEvent, type DossierEvent } from '../deeds.ts';
import type { CitizenPanel } from '../lookup/panels.ts';

type Moved = Extract<DossierEvent, { kind: 'due-moved' | 'migrated' }>;

/** When the promise was moved by the calendar or by another version of the process: none of it is silent. */
export const citizenDuePanel: CitizenPanel = async (ctx, { dossierId }) => {
  const events = (await historyOf(ctx, 'dossier', dossierId)).map(asDossierEvent);
  const moved = events.filter(isMoved).filter((event) => promiseBefore(events, event) !== dueOf(event));
  if (moved.length === 0) return null;
  return (
    <Panel title="Ngày hẹn trả đã thay đổi">
      <Timeline
        label="Các lần thay đổi ngày hẹn trả"
        entries={moved.map((event) => ({
          state: 'done',
          title: `Hẹn trả ${formatDateTime(new Date(event.payload.dueAt))}`,
          note: `${formatDateTime(event.at)} · ${whyOf(event)}`,
        }))}
      />
    </Panel>
  );
};

function isMoved(event: DossierEvent): event is Moved {
  return event.kind === 'due-moved' || event.kind === 'migrated';
}

function whyOf(event: Moved): string {
  return event.kind === 'due-moved'
    ? event.payload.why
    : 'Hồ sơ chuyển sang phiên bản mới của thủ tục, quy trình';
}

/** What was promised before a move. */
function promiseBefore(events: readonly DossierEvent[], move: Moved): string | undefined {
  const earlier = events.filter(({ sequence }) => sequence < move.sequence);
  return earlier.map(dueOf).findLast((due) => due !== undefined);
}

function dueOf(event: DossierEvent): string | undefined {
  const promises =
    event.kind === 'received' || isMoved(event) || event.kind === 'resumed' || event.kind === 'extended';
  return promises ? event.payload.dueAt : undefined;
}
