import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { inTransaction, systemContext } from '#foundation/context.ts';
import { openMail } from '#platform/mail/mail.ts';
import { messagesIn } from '#platform/messaging/simulated-phone.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import type { System } from '#platform/system.ts';
import type { TemplateCode } from './schema.ts';
import { type Notice, notify } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await system.superuser.query('delete from notices; delete from graphile_worker._private_jobs');
});

type Row = {
  readonly id: number;
  readonly channel: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly message_key: string | null;
  readonly failure: string;
  readonly body: string;
};

async function notices(): Promise<readonly Row[]> {
  const { rows } = await system.superuser.query<Row>(
    'select id::int, channel, state, attempts, message_key, failure, body from notices order by id',
  );
  return rows;
}

async function dossierOf(contact: { readonly email?: string; readonly phone?: string }) {
  const reception = await receptionOf(await actAs(system, 'mot-cua.an-hoa'));
  const applicant = { ...reception.applicant, email: '', phone: '', ...contact };
  const { number } = await receivedDossier(system, { change: { applicant } });
  const { rows } = await system.superuser.query<{ id: number }>(
    'select id::int from dossiers where number = $1',
    [number],
  );
  await system.superuser.query('delete from notices; delete from graphile_worker._private_jobs');
  return { id: rows[0]?.id ?? 0, number };
}

async function tell<Code extends TemplateCode>(notice: Notice<Code>): Promise<void> {
  await inTransaction(await actAs(system, 'mot-cua.an-hoa'), async (tx) => notify(tx, notice));
}

async function send(over: System = system): Promise<void> {
  for (const { id } of await notices()) await jobHandlers(over)['send-notice']?.({ id }, '1');
}

async function letters(): Promise<readonly string[]> {
  const mailbox = path.join(system.folder, 'mailbox');
  const names = (await readdir(mailbox).catch(() => [])).toSorted();
  return Promise.all(names.map(async (name) => readFile(path.join(mailbox, name), 'utf8')));
}

const phone = async () => messagesIn(path.join(system.folder, 'phone'));
const REFUSED = { template: 'refused', to: 'applicant', facts: { reason: 'thiếu giấy tờ' } } as const;

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
