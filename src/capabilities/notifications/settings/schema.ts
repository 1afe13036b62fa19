import { z } from 'zod';
import { isLocalDate } from '#kernel/local-date.ts';

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

const clock = z
  .string()
  .trim()
  .regex(CLOCK, 'Hãy ghi giờ, ví dụ 07:00.')
  .transform((text) => {
    const [, hours = '', minutes = ''] = CLOCK.exec(text) ?? [];
    return Number(hours) * 60 + Number(minutes);
  });

const whole = (least: number, most: number) => {
  const sentence = `Hãy ghi một số từ ${least} đến ${most}.`;
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
};

export const settingsInput = z.object({
  validFrom: z.string().refine(isLocalDate, 'Hãy ghi một ngày, ví dụ 28/4/2020.'),
  phoneChannel: z.enum(['sms', 'zalo'], 'Hãy chọn SMS hoặc Zalo.'),
  smsPlain: z.boolean(),
  smsParts: whole(1, 10),
  quietFrom: clock,
  quietUntil: clock,
  groupMinutes: whole(0, 120),
  digestAt: clock,
  known: z.string(),
});
export type SettingsInput = z.output<typeof settingsInput>;

export const PHONE_CHANNELS = {
  sms: 'SMS, không được thì Zalo',
  zalo: 'Zalo, không được thì SMS',
} as const;
