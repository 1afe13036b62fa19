import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatClock, formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { noticePaths } from '../schema.ts';
import { SettingsContent } from './pages.tsx';
import { settingsInput } from './schema.ts';
import { knownSettings, noticeSettings, saveSettings } from './service.ts';
import type { SettingsRow } from './store.ts';

/** How notices are sent: data with a period. */
export const noticeSettingsRoutes = new Hono<AppEnv>()
  .get(noticePaths.settings, only('notification.manage'), async (c) => {
    const { options, content } = await page(c);
    return c.get('staffPage')(options, content);
  })
  .post(noticePaths.settings, only('notification.manage'), async (c) =>
    submit(c, {
      schema: settingsInput,
      read: ({ values }) => {
        const text = (name: string): string => valueOf(values, name).trim();
        return {
          validFrom: parseDate(text('validFrom')) ?? text('validFrom'),
          phoneChannel: text('phoneChannel'),
          smsPlain: text('smsPlain') === 'yes',
          smsParts: text('smsParts'),
          quietFrom: text('quietFrom'),
          quietUntil: text('quietUntil'),
          groupMinutes: text('groupMinutes'),
          digestAt: text('digestAt'),
          known: text('known'),
        };
      },
      run: async (ctx, input) => {
        await saveSettings(ctx, input);
        const notice = `Đã lưu cách gửi, áp dụng từ ${formatDate(input.validFrom)}.`;
        return { location: noticePaths.settings, notice };
      },
      redo: async (problem, values) => page(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  );

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

async function page(c: AppContext, typed?: Typed): Promise<Redo> {
  const ctx = c.get('ctx');
  const today = localDateOf(ctx.now);
  const rows = await noticeSettings(ctx);
  const current = rows.findLast(({ validFrom }) => validFrom <= today);
  const values = typed?.values ?? (current ? valuesOf(current, today) : {});
  const problem = typed?.problem ?? NO_PROBLEM;
  const { sms, zalo, receiptKey } = ctx.messaging;
  const way = (gateway: unknown, channel: 'sms' | 'zalo'): string => {
    if (gateway === null) return 'Chưa nối cổng tin nhắn';
    return receiptKey(channel) === null ? 'Điện thoại mô phỏng' : 'Qua cổng tin nhắn';
  };
  const view = {
    rows,
    ways: [
      ['SMS', way(sms, 'sms')],
      ['Zalo', way(zalo, 'zalo')],
    ] as const,
    today,
    field: fieldsOf(values, problem),
    problem,
    formId: newFormId(),
    known: valueOf(values, 'known') || knownSettings(rows),
  };
  return { options: { title: 'Cách gửi thông báo' }, content: <SettingsContent view={view} /> };
}

function valuesOf(row: SettingsRow, today: string): FormValues {
  return {
    validFrom: [formatDate(today)],
    phoneChannel: [row.phoneChannel],
    smsPlain: [row.smsPlain ? 'yes' : ''],
    smsParts: [String(row.smsParts)],
    quietFrom: [formatClock(row.quietFrom)],
    quietUntil: [formatClock(row.quietUntil)],
    groupMinutes: [String(row.groupMinutes)],
    digestAt: [formatClock(row.digestAt)],
  };
}
