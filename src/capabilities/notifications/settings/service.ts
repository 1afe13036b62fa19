import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { SettingsInput } from './schema.ts';
import { insertSettings, lockSettings, readAllSettings, type SettingsRow, updateSettings } from './store.ts';

/** How notices were, are and will be sent, oldest first. */
export async function noticeSettings(ctx: Context): Promise<readonly SettingsRow[]> {
  await authorise(ctx, 'notification.manage');
  return readAllSettings(ctx.db);
}

/** How notices are sent from a day on, today or later. What begins on that same day is replaced. */
export async function saveSettings(ctx: Context, { known, ...settings }: SettingsInput): Promise<void> {
  await authorise(ctx, 'notification.manage');
  if (settings.validFrom < localDateOf(ctx.now)) {
    const sentence = 'Cách gửi mới áp dụng từ hôm nay hoặc một ngày sau đó.';
    refuse('invalid', sentence, { validFrom: sentence });
  }
  await inTransaction(ctx, async (tx) => {
    const before = await lockSettings(tx.db);
    if (knownSettings(before) !== known) {
      refuse('conflict', 'Người khác vừa sửa cách gửi. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
    }
    const same = before.find(({ validFrom }) => validFrom === settings.validFrom);
    const payload = { ...settings };
    if (same === undefined) {
      const id = await insertSettings(tx.db, { ...settings, sequence: 1 });
      await record(tx, { name: 'notice-settings', id, after: 0 }, [{ kind: 'added', payload }]);
      return;
    }
    const stream = { name: 'notice-settings', id: same.id, after: same.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'changed', payload }]);
    await updateSettings(tx.db, same.id, { ...settings, sequence });
  });
}

/** What a page has seen, so that it can say so when it sends a change. */
export function knownSettings(rows: readonly Pick<SettingsRow, 'id' | 'sequence'>[]): string {
  return rows.map(({ id, sequence }) => `${id}.${sequence}`).join(' ');
}
