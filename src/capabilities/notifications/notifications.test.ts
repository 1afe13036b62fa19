import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lookupUrl } from '#capabilities/dossiers/lookup/schema.ts';
import { inTransaction, systemContext } from '#foundation/context.ts';
import { openMail } from '#platform/mail/mail.ts';
import { SIGNATURE_HEADER, signatureOf, TIME_HEADER } from '#platform/messaging/signature.ts';
import type { System } from '#platform/system.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import { REFUSED, tellingIn } from '#test/telling.ts';
import { noticeQuery } from './list/schema.ts';
import { noticeById, noticesPage, resend } from './list/service.ts';
import { markRead, ownNotices, unreadNotices } from './mine/service.ts';
import { takeReceipt } from './receipts/service.ts';
import { notify } from './service.ts';

let system: TestSystem;
const { notices, forget, dossierOf, tell, send, letters, phone } = tellingIn(() => system);
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await forget();
});

describe('An applicant is told', () => {
  test('in a letter with the facts of the dossier and of the deed, once', async () => {
    const before = (await letters()).length;
    await tell({ ...REFUSED, dossier: await dossierOf({ email: 'a@example.vn' }) });
    await send();
    await send();
    expect(await notices()).toMatchObject([{ channel: 'email', state: 'sent', attempts: 1 }]);
    expect((await letters()).length).toBe(before + 1);
    expect((await notices())[0]?.body).toMatch(/Kính gửi ông \(bà\) Nguyễn Thị B,[^]*Lý do: thiếu giấy tờ\./);
  });

  test('on the telephone without diacritics when they gave no address', async () => {
    const { number, id } = await dossierOf({ phone: '0905000123' });
    await tell({ ...REFUSED, dossier: { id, number } });
    await send();
    expect(await notices()).toMatchObject([{ channel: 'sms', state: 'delivered' }]);
    const [message] = await phone();
    expect(message?.text).toContain(`Ho so ${number} bi tu choi giai quyet: thieu giay to.`);
  });

  test('nothing when they left nothing, which is seen', async () => {
    await tell({ ...REFUSED, dossier: await dossierOf({}) });
    expect(await notices()).toMatchObject([{ channel: null, state: 'unreachable' }]);
  });

  test('of several things in one message', async () => {
    const before = (await letters()).length;
    const dossier = await dossierOf({ email: 'b@example.vn' });
    await tell({ ...REFUSED, dossier });
    await tell({ template: 'paused', dossier, to: 'applicant', facts: { reason: 'chờ xác minh' } });
    await send();
    expect(await notices()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect((await letters()).length).toBe(before + 1);
  });

  test('only when the deed is done', async () => {
    const dossier = await dossierOf({ email: 'a@example.vn' });
    const deed = inTransaction(await actAs(system, 'mot-cua.an-hoa'), async (tx) => {
      await notify(tx, { ...REFUSED, dossier });
      throw new Error('changed my mind');
    });
    await expect(deed).rejects.toThrow('changed my mind');
    expect(await notices()).toEqual([]);
  });

  test('not twice by a job that runs twice', async () => {
    const dossier = await dossierOf({ email: 'a@example.vn' });
    await tell({ ...REFUSED, dossier, once: 'x' });
    await tell({ ...REFUSED, dossier, once: 'x' });
    expect(await notices()).toHaveLength(1);
  });

  test('of a dossier that an officer cannot see by nobody of that office', async () => {
    const dossier = await dossierOf({ email: 'a@example.vn' });
    const elsewhere = inTransaction(await actAs(system, 'mot-cua.an-toan'), async (tx) =>
      notify(tx, { ...REFUSED, dossier }),
    );
    await expect(elsewhere).rejects.toThrow(/row-level security/);
  });
});

describe('While the way out is closed', () => {
  const closed = (): System => ({
    ...system,
    mail: openMail({
      smtpUrl: 'smtp://127.0.0.1:1',
      from: 'motcua@example.vn',
      mailboxFolder: system.folder,
    }),
  });

  test('the job fails so that the queue tries again, under the same key', async () => {
    await tell({ ...REFUSED, dossier: await dossierOf({ email: 'a@example.vn' }) });
    await expect(send(closed())).rejects.toThrow('ECONNREFUSED');
    const [failed] = await notices();
    expect(failed).toMatchObject({ state: 'retrying', attempts: 1 });
    expect(failed?.failure).toContain('ECONNREFUSED');
    const before = (await letters()).length;
    await send();
    expect(await notices()).toMatchObject([{ state: 'sent', message_key: failed?.message_key, failure: '' }]);
    const letter = (await letters())[before] ?? '';
    expect(letter).toContain(`<${failed?.message_key}@localhost>`);
  });

  test('it is given up after the twelfth time', async () => {
    await tell({ ...REFUSED, dossier: await dossierOf({ email: 'a@example.vn' }) });
    await system.superuser.query('update notices set attempts = 11');
    await expect(send(closed())).rejects.toThrow('ECONNREFUSED');
    expect(await notices()).toMatchObject([{ state: 'given-up', attempts: 12 }]);
  });
});

describe('A number that does not exist', () => {
  test('is given up at once; whoever has no Zalo gets an SMS', async () => {
    await system.superuser.query(`update notice_settings set phone_channel = 'zalo'`);
    await tell({ ...REFUSED, dossier: await dossierOf({ phone: '0001' }) });
    await send();
    await send();
    expect(await notices()).toMatchObject([
      { channel: 'zalo', state: 'given-up', failure: 'Số máy không tồn tại' },
      { channel: 'sms', state: 'given-up' },
    ]);
    await system.superuser.query(`update notice_settings set phone_channel = 'sms'`);
  });
});

describe('Officers', () => {
  test('with a role in a unit are told in the program at once, and by mail the next morning', async () => {
    await system.superuser.query(`update officers set email = 'mot-cua@example.vn'
      where id = (select officer_id from accounts where login = 'mot-cua.an-hoa')`);
    const actor = (await actAs(system, 'mot-cua.an-hoa')).actor;
    const dossier = await dossierOf({});
    await tell({
      template: 'due-warning',
      dossier,
      to: { unitId: actor?.post.unitId ?? 0, role: 'one-stop' },
      facts: { left: 'còn 4 giờ làm việc' },
    });
    const rows = await notices();
    expect(rows.map(({ channel, state }) => [channel, state])).toEqual(
      expect.arrayContaining([
        ['app', 'delivered'],
        ['email', 'queued'],
      ]),
    );
    const { rows: due } = await system.superuser.query<{ due_at: Date }>(
      `select due_at from notices where channel = 'email'`,
    );
    expect(due[0]?.due_at).toEqual(new Date('2020-04-29T07:00:00+07:00'));
  });

  test('can be told of what is no dossier’s', async () => {
    const officerId = (await actAs(system, 'chu-tich.an-hoa')).actor?.officerId ?? 0;
    await tell({ template: 'due-warning', dossier: null, to: { officerId }, facts: { left: 'hết giờ' } });
    expect(await notices()).toMatchObject([{ channel: 'app' }]);
    expect((await systemContext(system, 'test')).actor).toBeNull();
  });
});

describe('Received and finished dossiers', () => {
  test('are told of in the transaction of the deed', async () => {
    const reception = await receptionOf(await actAs(system, 'mot-cua.an-hoa'));
    const applicant = { ...reception.applicant, email: 'a@example.vn' };
    const { number } = await receivedDossier(system, { change: { applicant } });
    const { rows } = await system.superuser.query<{ template: string; subject: string }>(
      'select template, subject from notices',
    );
    expect(rows).toEqual([{ template: 'received', subject: `Đã tiếp nhận hồ sơ ${number}` }]);
  });

  test('are told of where the citizens’ page of the dossier is', async () => {
    const dossier = await dossierOf({ email: 'a@example.vn' });
    await tell({ ...REFUSED, dossier });
    expect((await notices())[0]?.body).toContain(lookupUrl(system, dossier.number));
  });
});

describe('An officer who looks after notices', () => {
  test('sends one again that was given up, to another address, and it is recorded', async () => {
    await tell({ ...REFUSED, dossier: await dossierOf({ phone: '0001' }) });
    await send();
    const [failed] = await notices();
    const officer = await actAs(system, 'mot-cua.an-hoa');
    await resend(officer, { id: failed?.id ?? 0, address: 'b@example.vn' });
    await send();
    expect(await notices()).toMatchObject([{ channel: 'email', state: 'sent', attempts: 1 }]);
    const again = resend(officer, { id: 0, address: '' });
    await expect(again).rejects.toThrow('Không có thông báo này');
    const { rows } = await system.superuser.query<{ kind: string }>(
      `select kind from history_events where stream = 'notice'`,
    );
    expect(rows).toEqual([{ kind: 'resent' }]);
  });

  test('does not see those of other counters', async () => {
    await tell({ ...REFUSED, dossier: await dossierOf({ email: 'a@example.vn' }) });
    const query = noticeQuery.parse({});
    const own = await noticesPage(await actAs(system, 'mot-cua.an-hoa'), query);
    expect(own.rows).toMatchObject([{ address: 'a***@example.vn', template: 'refused' }]);
    expect((await noticesPage(await actAs(system, 'mot-cua.an-toan'), query)).rows).toEqual([]);
    const other = noticeById(await actAs(system, 'mot-cua.an-toan'), own.rows[0]?.id ?? 0);
    await expect(other).rejects.toThrow('Không có thông báo này');
  });
});

describe('The bell', () => {
  test('counts what the officer has not read, and others cannot read it for them', async () => {
    const counter = await actAs(system, 'mot-cua.an-hoa');
    const officerId = counter.actor?.officerId ?? 0;
    const about = { template: 'due-warning', facts: { left: 'còn 1 giờ' } } as const;
    await tell({ ...about, dossier: null, to: { officerId } });
    await tell({ ...about, dossier: await dossierOf({}), to: { officerId } });
    await tell({ ...about, dossier: null, to: { officerId } });
    const before = await unreadNotices(counter);
    expect(before).toBe(2);
    const { rows } = await ownNotices(counter, 1);
    await markRead(await actAs(system, 'chu-tich.an-hoa'), rows[0]?.id ?? 0);
    expect(await unreadNotices(counter)).toBe(2);
    await markRead(counter, rows[0]?.id ?? 0);
    expect(await unreadNotices(counter)).toBe(1);
    await markRead(counter, null);
    expect(await unreadNotices(counter)).toBe(0);
  });
});

describe('A provider’s receipt', () => {
  const key = 'khoa-chung-cua-hai-ben';
  const withKey = async () => {
    const ctx = await systemContext(system, 'test');
    return { ...ctx, messaging: { ...ctx.messaging, receiptKey: () => key } };
  };
  const bring = async (body: string, signedWith = key, at = system.clock()) => {
    const headers = signatureOf(signedWith, body, at);
    return takeReceipt(await withKey(), 'sms', {
      body,
      time: headers[TIME_HEADER] ?? '',
      signature: headers[SIGNATURE_HEADER] ?? '',
    });
  };

  test('says that a message has arrived, once and for all', async () => {
    await tell({ ...REFUSED, dossier: await dossierOf({ phone: '0905000123' }) });
    await send();
    await system.superuser.query(
      `update notices set state = 'sent', provider_id = 'p1', delivered_at = null`,
    );
    const arrived = JSON.stringify({ id: 'p1', state: 'delivered' });
    expect(await bring(arrived)).toBe(204);
    expect(await bring(arrived)).toBe(204);
    expect(await bring(JSON.stringify({ id: 'p1', state: 'failed' }))).toBe(204);
    expect(await notices()).toMatchObject([{ state: 'delivered', failure: '' }]);
  });

  test('counts only with the signature of now, and only for a message of ours', async () => {
    const body = JSON.stringify({ id: 'p2', state: 'delivered' });
    expect(await bring(body, 'mot-khoa-khac-nao-do')).toBe(403);
    expect(await bring(body, key, new Date(system.clock().getTime() - 301_000))).toBe(403);
    expect(await bring(body)).toBe(404);
    expect(await bring('{}')).toBe(400);
    const unset = await systemContext(system, 'test');
    expect(await takeReceipt(unset, 'sms', { body, time: '1', signature: '' })).toBe(404);
  });
});
