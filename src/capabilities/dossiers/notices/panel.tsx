import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import {
  CHANNEL_LABELS,
  DELIVERY_LABELS,
  noticePaths,
  templateWords,
} from '#capabilities/notifications/schema.ts';
import type { NoticeRow } from '#capabilities/notifications/list/schema.ts';
import { noticesOf } from '#capabilities/notifications/list/service.ts';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/timeline.tsx';
import type { CitizenPanel } from '../lookup/panels.ts';
import type { DossierPanel } from '../view/panels.ts';

/** What the applicant and officers were told of the dossier, and what became of it. */
export const noticePanel: DossierPanel = {
  place: 'side',
  render: async (ctx, { id }) => {
    const notices = await noticesOf(ctx, id);
    if (notices.length === 0) return null;
    return (
      <Panel title="Thông báo đã gửi">
        <Timeline label="Thông báo đã gửi" entries={notices.toReversed().map(entryForOfficers)} />
      </Panel>
    );
  },
};

/** The same for the applicant, without what officers were told. */
export const citizenNoticePanel: CitizenPanel = async (ctx: Context, { dossierId }) => {
  const notices = (await noticesOf(ctx, dossierId)).filter(({ officerId }) => officerId === null);
  const reached = notices.filter(({ channel }) => channel !== null);
  if (reached.length === 0) return null;
  return (
    <Panel title="Chúng tôi đã báo cho bạn">
      <Timeline label="Chúng tôi đã báo cho bạn" entries={reached.toReversed().map(entryForCitizens)} />
    </Panel>
  );
};

function entryForOfficers(notice: NoticeRow): TimelineEntry {
  return {
    state: stateOf(notice),
    title: <Link href={noticePaths.one(notice.id)}>{templateWords(notice.template)}</Link>,
    note: `${formatDateTime(notice.createdAt)}: ${notice.officerName ?? 'người nộp'}, ${outcome(notice)}`,
  };
}

function entryForCitizens(notice: NoticeRow): TimelineEntry {
  return {
    state: stateOf(notice),
    title: templateWords(notice.template),
    note: `${formatDateTime(notice.createdAt)}: ${outcome(notice)}`,
  };
}

function outcome({ channel, address, state }: NoticeRow): string {
  const way = channel === null ? '' : `${CHANNEL_LABELS[channel].toLowerCase()} ${address} – `;
  return `${way}${DELIVERY_LABELS[state].toLowerCase()}`;
}

function stateOf({ state }: NoticeRow): TimelineEntry['state'] {
  if (state === 'given-up' || state === 'retrying') return 'warn';
  return state === 'queued' ? 'todo' : 'done';
}
