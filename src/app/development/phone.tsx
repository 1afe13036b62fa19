import { Hono } from 'hono';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { AppEnv } from '#foundation/http.ts';
import { type KeptMessage, messagesIn } from '#platform/messaging/simulated-phone.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';

const CHANNELS = { sms: 'SMS', zalo: 'Zalo' } as const;

/** What would have gone to telephones, while developing. */
export function phoneRoutes(folder: string) {
  return new Hono<AppEnv>().get('/development/phone', async (c) => {
    const messages = await messagesIn(folder);
    return c.get('citizenPage')(
      {
        title: 'Điện thoại mô phỏng',
        lead: 'Chỉ có khi phát triển: không tin nào ra khỏi máy này.',
        width: 'wide',
      },
      <PhoneContent messages={messages} />,
    );
  });
}

function PhoneContent({ messages }: { readonly messages: readonly KeptMessage[] }) {
  return (
    <DataTable
      caption="Tin nhắn"
      rows={messages}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Chưa có tin nhắn nào" />}
      columns={[
        { key: 'at', header: 'Lúc', nowrap: true, cell: ({ at }) => formatDateTime(new Date(at)) },
        { key: 'to', header: 'Đến', nowrap: true, cell: ({ to, channel }) => `${to} (${CHANNELS[channel]})` },
        { key: 'text', header: 'Nội dung', cell: ({ text }) => text },
      ]}
    />
  );
}
