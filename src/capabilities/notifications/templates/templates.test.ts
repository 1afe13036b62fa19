import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { REFUSED, tellingIn } from '#test/telling.ts';
import { visitorOf } from '#test/visitor.ts';
import { knownSettings, noticeSettings, saveSettings } from '../settings/service.ts';
import { knownBy, saveTemplate, stopTemplate, templates } from './service.ts';

let system: TestSystem;
const { notices, forget, dossierOf, tell } = tellingIn(() => system);
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await forget();
});

describe('A text', () => {
  const code = 'refused' as const;
  const known = async () => {
    const versions = (await templates(await actAs(system, 'noi-vu'))).filter(
      (one) => one.code === code && one.channel === 'email',
    );
    return { versions, known: knownBy(versions) };
  };

  test('is changed from a day on, and is said from that day', async () => {
    const editor = await actAs(system, 'noi-vu');
    const text = { code, channel: 'email', subject: 'Mới {số hồ sơ}', body: 'Vì {lý do}' } as const;
    await saveTemplate(editor, { ...text, validFrom: '2020-05-04', known: (await known()).known });
    const dossier = await dossierOf({ email: 'a@example.vn' });
    await tell({ ...REFUSED, dossier });
    system.setClock('2020-05-04T08:00:00+07:00');
    await tell({ ...REFUSED, dossier });
    const bodies = (await notices()).map(({ body }) => body);
    expect(bodies[0]).toContain('Kính gửi');
    expect(bodies[1]).toBe('Vì thiếu giấy tờ');
    const periods = (await known()).versions.map(({ validFrom, validTo }) => [validFrom, validTo]);
    expect(periods).toEqual([
      ['2011-01-01', '2020-05-04'],
      ['2020-05-04', null],
    ]);
  });

  test('is refused with a place that a notice knows nothing of, from the past, or over somebody else’s', async () => {
    const editor = await actAs(system, 'noi-vu');
    const text = { code, channel: 'email', subject: '', body: 'x', validFrom: '2020-06-01' } as const;
    const seen = (await known()).known;
    await expect(saveTemplate(editor, { ...text, body: '{họ tên}', known: seen })).rejects.toThrow(
      '{họ tên}',
    );
    const past = saveTemplate(editor, { ...text, validFrom: '2020-04-01', known: seen });
    await expect(past).rejects.toThrow('từ hôm nay');
    await expect(saveTemplate(editor, { ...text, known: '1.1' })).rejects.toThrow('Người khác vừa sửa');
    const counter = await actAs(system, 'mot-cua.an-hoa');
    await expect(saveTemplate(counter, { ...text, known: seen })).rejects.toThrow('không có quyền');
  });

  test('that is stopped is said no more: what had no other way is not sent', async () => {
    const editor = await actAs(system, 'noi-vu');
    await stopTemplate(editor, {
      code,
      channel: 'email',
      stopFrom: '2020-07-01',
      known: (await known()).known,
    });
    system.setClock('2020-07-01T08:00:00+07:00');
    await tell({ ...REFUSED, dossier: await dossierOf({ email: 'a@example.vn' }) });
    expect(await notices()).toMatchObject([{ channel: null, state: 'unreachable' }]);
  });
});

describe('How notices are sent', () => {
  test('is changed from a day on', async () => {
    const editor = await actAs(system, 'noi-vu');
    const rows = await noticeSettings(editor);
    const change = {
      phoneChannel: 'sms',
      smsPlain: false,
      smsParts: 2,
      quietFrom: 0,
      quietUntil: 0,
    } as const;
    const rest = { groupMinutes: 5, digestAt: 420, validFrom: '2020-05-01', known: knownSettings(rows) };
    await saveSettings(editor, { ...change, ...rest });
    const dossier = await dossierOf({ phone: '0905000123' });
    system.setClock('2020-05-01T23:00:00+07:00');
    await tell({ ...REFUSED, dossier });
    const { rows: due } = await system.superuser.query<{ due_at: Date }>('select due_at from notices');
    expect(due).toEqual([{ due_at: new Date('2020-05-01T23:05:00+07:00') }]);
    await expect(saveSettings(editor, { ...change, ...rest })).rejects.toThrow('Người khác vừa sửa');
  });
});

describe('On the pages', () => {
  test('a text is tried before it is used, changed, and how notices are sent as well', async () => {
    const editor = await visitorOf(system, 'noi-vu');
    const path = '/notifications/templates/paused/sms';
    const page = await editor.get(path);
    expect(page.text).toMatch(/Không dấu: \d+ ký tự, 1 tin; có dấu: \d+ ký tự, 2 tin\./);
    const tried = await editor.post(`${path}/preview`, { body: 'Hồ sơ {số hồ sơ}: {lý do}' });
    expect([tried.status, tried.text]).toEqual([200, expect.stringContaining('cần xác minh tại nơi cư trú')]);
    const wrong = await editor.send(page, path, { body: '{họ tên}' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('không có {họ tên}')]);
    const saved = await editor.follow(await editor.send(page, path, { body: '{lý do}' }));
    expect(saved.text).toContain('Đã lưu mẫu, áp dụng từ 28/4/2020.');
    const settings = await editor.get('/notifications/settings');
    const bad = await editor.send(settings, '/notifications/settings', { quietFrom: 'tối' });
    expect([bad.status, bad.text]).toEqual([422, expect.stringContaining('Hãy ghi giờ')]);
    const kept = await editor.send(settings, '/notifications/settings', { quietFrom: '20:30' });
    expect((await editor.follow(kept)).text).toContain('20:30–07:00');
  });
});
