import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minuteOfDay } from '#kernel/local-date.ts';
import { STARTER_TEXTS } from '#starter/notices/texts.ts';
import { EXAMPLE_FACTS, FACT_WORDS } from './facts.ts';
import { outOfQuiet, rendered, unknownPlaces, wayTo, whenToSend } from './rules.ts';
import { TEMPLATE_CODES } from './schema.ts';
import { failureWords, isForGood, letterOf, sentTogether } from './sending/rules.ts';

const TIMING = { quietFrom: 21 * 60, quietUntil: 7 * 60, groupMinutes: 2, digestAt: 7 * 60 };
const at = (clock: string): Date => new Date(`2020-04-28T${clock}:00+07:00`);

describe('A text', () => {
  test('names facts by their Vietnamese names in braces', () => {
    expect(rendered('Hồ sơ { số hồ sơ } của {người nộp}', EXAMPLE_FACTS)).toBe(
      'Hồ sơ 000.17.22.H08-200428-0001 của Nguyễn Thị B',
    );
  });

  test('never writes what stands in a fact as if it were a place', () => {
    expect(rendered('{lý do}', { ...EXAMPLE_FACTS, reason: '{mã tra cứu}' })).toBe('{mã tra cứu}');
  });

  test('may name only what a notice of its kind knows', () => {
    expect(unknownPlaces('received', '{số hồ sơ} {lý do} {tên} }')).toEqual(['{lý do}', '{tên}', '{ }']);
    expect(unknownPlaces('refused', '{số hồ sơ}: {lý do}')).toEqual([]);
  });

  test('of the starter is right for every kind, and no kind is without one', () => {
    const wrong = STARTER_TEXTS.flatMap(({ code, subject, body }) =>
      unknownPlaces(code, `${subject}${body}`),
    );
    expect(wrong).toEqual([]);
    expect([...new Set(STARTER_TEXTS.map(({ code }) => code))].sort()).toEqual([...TEMPLATE_CODES].sort());
    expect(new Set(Object.values(FACT_WORDS)).size).toBe(Object.keys(FACT_WORDS).length);
  });
});

describe('An applicant', () => {
  const open = ['email', 'sms', 'zalo'] as const;
  const left = { email: 'a@example.vn', phone: '0905', open };
  const sms = { phoneChannel: 'sms' } as const;
  const zalo = { phoneChannel: 'zalo' } as const;
  const onlyPhone = { ...left, email: '' };
  test.each([
    ['by mail when they gave an address', wayTo(left, sms), 'email'],
    ['by telephone when they did not', wayTo(onlyPhone, sms), 'sms'],
    ['by Zalo where that goes first', wayTo(onlyPhone, zalo), 'zalo'],
    ['by SMS where there is no Zalo', wayTo({ ...onlyPhone, open: ['email', 'sms'] }, zalo), 'sms'],
    ['by telephone when nothing is written in letters', wayTo({ ...left, open: ['sms'] }, sms), 'sms'],
  ] as const)('is told %s', (_how, way, expected) => {
    expect(way?.channel).toBe(expected);
  });

  test('who left nothing, or nothing that anything goes to, cannot be told', () => {
    expect(wayTo({ email: '', phone: '', open }, { phoneChannel: 'sms' })).toBeNull();
    expect(wayTo({ email: '', phone: '0905', open: ['email'] }, { phoneChannel: 'sms' })).toBeNull();
  });
});

describe('A notice goes out', () => {
  const sent = (channel: 'email' | 'sms' | 'app', to: 'applicant' | 'officer', clock: string): Date =>
    whenToSend({ channel, to }, at(clock), TIMING);
  test.each([
    ['to an applicant by letter after waiting for others', sent('email', 'applicant', '22:30'), '28T22:32'],
    ['by SMS by day likewise', sent('sms', 'applicant', '08:00'), '28T08:02'],
    ['by SMS of the night in the morning', sent('sms', 'applicant', '20:59'), '29T07:00'],
    ['by SMS before dawn on the same morning', sent('sms', 'applicant', '03:00'), '28T07:00'],
    ['to an officer by letter in the morning', sent('email', 'officer', '08:00'), '29T07:00'],
    ['to an officer in the program at once', sent('app', 'officer', '23:00'), '28T23:00'],
  ] as const)('%s', (_what, instant, expected) => {
    expect(instant).toEqual(new Date(`2020-04-${expected}:00+07:00`));
  });

  test('never while telephones are left alone, and never a day later than it could', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, minute, (now, quietFrom, quietUntil) => {
        const begin = new Date(at('00:00').getTime() + now * 60_000);
        const sent = outOfQuiet(begin, { ...TIMING, quietFrom, quietUntil });
        const passed = (minuteOfDay(sent) - quietFrom + 1440) % 1440;
        expect(passed >= (quietUntil - quietFrom + 1440) % 1440).toBe(true);
        expect(sent.getTime() - begin.getTime()).toBeLessThan(86_400_000);
        expect(sent >= begin).toBe(true);
      }),
    );
  });
});

describe('What waits for one address', () => {
  const part = (id: number, length: number) => ({
    id,
    channel: 'sms' as const,
    template: 'received',
    subject: '',
    body: 'a'.repeat(length),
  });
  const limits = { smsPlain: true, smsParts: 1 };

  test('is one letter, each notice under its subject', () => {
    const { subject, text } = letterOf([
      { ...part(1, 1), channel: 'email', subject: 'Một' },
      { ...part(2, 1), channel: 'email', subject: '' },
    ]);
    expect(subject).toBe('2 thông báo từ Một Cửa');
    expect(text).toContain('Một\n\na');
    expect(text).toContain('Đã tiếp nhận hồ sơ\n\na');
  });

  test('is one SMS as long as nothing of it is cut', () => {
    const waiting = [part(1, 70), part(2, 70), part(3, 70)] as const;
    expect(sentTogether(waiting, waiting[0], limits).map(({ id }) => id)).toEqual([1, 2]);
    expect(sentTogether(waiting, waiting[2], limits).map(({ id }) => id)).toEqual([3]);
  });
});

describe('What a mail server says', () => {
  const refusal = (code: string, responseCode: number) =>
    Object.assign(new Error('550 <a@example.vn> 0905777888: hết chỗ'), { code, responseCode });

  test('is for good only when it is about the letter', () => {
    expect(isForGood(refusal('EENVELOPE', 550))).toBe(true);
    expect(isForGood(refusal('EENVELOPE', 450))).toBe(false);
    expect(isForGood(refusal('EAUTH', 535))).toBe(false);
    expect(isForGood(new Error('ECONNREFUSED'))).toBe(false);
  });

  test('is kept without addresses and numbers', () => {
    expect(failureWords(refusal('EENVELOPE', 550))).toBe('550 <[đã che]> [đã che]: hết chỗ');
  });
});
