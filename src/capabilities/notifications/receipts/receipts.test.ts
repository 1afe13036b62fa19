import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMessaging } from '#platform/messaging/messaging.ts';
import { signatureOf } from '#platform/messaging/signature.ts';
import { appOf } from '#test/attack/routes.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { GATEWAY_KEY, type MessageGatewayHouse, openMessageGateway } from '#test/message-gateway.ts';
import { REFUSED, tellingIn } from '#test/telling.ts';

const PATH = '/notifications/receipts/sms';

let gateway: MessageGatewayHouse;
let system: TestSystem;
const { notices, forget, dossierOf, tell, send } = tellingIn(() => system);
beforeAll(async () => {
  const world = await openTestWorld();
  gateway = await openMessageGateway();
  const sms = { url: gateway.url, key: GATEWAY_KEY };
  const messaging = openMessaging({ sms, zalo: null, publicUrl: world.publicUrl, phoneFolder: null });
  system = { ...world, messaging };
});
afterAll(async () => {
  gateway.close();
  await system.close();
});
beforeEach(async () => forget());

async function bring(body: string, key = GATEWAY_KEY): Promise<number> {
  const headers = signatureOf(key, body, system.clock());
  const response = await appOf(system).request(`http://localhost${PATH}`, { method: 'POST', body, headers });
  return response.status;
}

async function toldByPhone(): Promise<void> {
  const dossier = await dossierOf({ phone: '0905000123' });
  await tell({ ...REFUSED, dossier });
  expect(await notices()).toMatchObject([{ channel: 'sms', state: 'queued' }]);
}

describe('Through a provider', () => {
  test('a message is taken, and said to have arrived by its receipt alone', async () => {
    await toldByPhone();
    await send();
    expect(await notices()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    const [message] = gateway.messages();
    expect(message).toMatchObject({ to: '0905000123', receipts: `${system.publicUrl}${PATH}` });
    const body = JSON.stringify({ id: `P-${message?.id}`, state: 'delivered' });
    expect(await bring(body, 'mot-khoa-khac-nao-do')).toBe(403);
    expect(await notices()).toMatchObject([{ state: 'sent' }]);
    expect(await bring(body)).toBe(204);
    expect(await notices()).toMatchObject([{ state: 'delivered' }]);
  });

  test('a receipt that it could not be delivered is on the list with the reason', async () => {
    await toldByPhone();
    await send();
    const id = `P-${gateway.messages().at(-1)?.id}`;
    expect(await bring(JSON.stringify({ id, state: 'failed', reason: 'Máy tắt' }))).toBe(204);
    expect(await notices()).toMatchObject([{ state: 'given-up', failure: 'Máy tắt' }]);
  });

  test('what it took before its answer was lost is not sent a second time', async () => {
    await toldByPhone();
    const before = gateway.messages().length;
    gateway.answerNext({ status: 502, keeps: true });
    await expect(send()).rejects.toThrow('HTTP 502');
    await send();
    expect(await notices()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(gateway.messages().length).toBe(before + 1);
  });

  test('what it refuses for good is not tried again', async () => {
    await toldByPhone();
    gateway.answerNext({ status: 422, keeps: false });
    await send();
    const calls = gateway.calls();
    await send();
    expect(await notices()).toMatchObject([{ state: 'given-up', failure: 'Số máy không tồn tại' }]);
    expect(gateway.calls()).toBe(calls);
  });
});
