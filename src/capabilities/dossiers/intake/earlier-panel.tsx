import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { Panel } from '#web/ui/panel.tsx';
import { asDossierEvent } from '../deeds.ts';
import type { DossierPanel } from '../view/panels.ts';

/** That a dossier had been received on paper: its number there, and when it was entered here. */
export const earlierPanel: DossierPanel = {
  place: 'side',
  render: async (_ctx, { events }) => {
    const [first] = events;
    const event = first ? asDossierEvent(first) : null;
    const earlier = event?.kind === 'received' ? event.payload.earlier : undefined;
    if (!event || !earlier) return null;
    return (
      <Panel title="Hồ sơ cũ nhập lại" accent="gold">
        <p class="govuk-body">
          Số trên giấy {earlier.paperNumber}, nhận ngày {formatDate(new Date(earlier.receivedAt))}; nhập vào
          hệ thống lúc {formatDateTime(event.at)}.
        </p>
      </Panel>
    );
  },
};
