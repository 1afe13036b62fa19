import { describe, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { type Client, openClient } from './client.ts';
import { type FalseClock, hasFalseClock, openFalseClock } from './false-clock.ts';
import { type House, openHouse } from './house.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { waitingLetters, withoutLetter } from './letters.ts';

type Scene = {
  readonly house: House;
  readonly clock: FalseClock;
  readonly ledger: Ledger;
  readonly client: Client;
};

/** An installation whose server has a wrong clock, with somebody at the counter. */
async function withClock(offset: string, play: (scene: Scene) => Promise<void>): Promise<void> {
  const house = await openHouse();
  const clock = await openFalseClock(house.folder, '+0');
  const ledger = openLedger();
  const first = await house.start({ settings: clock.settings });
  const client = await openClient(house, ledger, 'mot-cua.an-hoa');
  expect(await client.receive()).not.toBeNull();
  await first.stop();
  await clock.set(offset);
  const running = await house.start({ settings: clock.settings });
  try {
    await play({ house, clock, ledger, client });
  } finally {
    await running.stop();
    await house.close();
  }
}

const BEHIND = {
  status: 409,
  words: expect.stringMatching(/Đồng hồ máy chủ .* chậm hơn lần ghi gần nhất .*tạm ngừng ghi/),
};

/** The clock is looked at once a second. */
const soon = { timeout: 15_000, interval: 200 };

describe.skipIf(!hasFalseClock)('A wrong clock of the server (needs libfaketime)', () => {
  test('two days behind, everything can be looked at and nothing written, until it is right again', async () => {
    await withClock('-2d', async ({ house, clock, ledger, client }) => {
      expect(await client.receive()).toBeNull();
      expect(client.lastRefusal()).toEqual(BEHIND);
      expect(await client.open('/inbox')).toMatchObject({ status: 200 });
      await clock.set('+0');
      await expect.poll(async () => client.settle(), soon).toBe(true);
      expect(await audit(house, ledger)).toEqual([]);
    });
  });

  test('that jumps ahead and back while it runs stops writing until a person has decided', async () => {
    await withClock('+0', async ({ house, clock, ledger, client }) => {
      await clock.set('+3h');
      expect(await client.receive()).not.toBeNull();
      await clock.set('+0');
      await expect.poll(async () => (await client.receive()) === null, soon).toBe(true);
      expect(client.lastRefusal()).toEqual(BEHIND);
      expect(await house.run(['log', 'recover', '--reason', 'Đồng hồ chạy nhanh ba giờ'])).toBe(0);
      await expect.poll(async () => client.settle(), soon).toBe(true);
      expect(ledger.complaints()).toEqual([]);
      await expect.poll(async () => house.run(['log', 'verify']), soon).toBe(0);
    });
  });

  test('hours ahead of the database’s own clock keeps letters and the log going', async () => {
    await withClock('+5h', async ({ house, ledger, client }) => {
      expect(await client.receive()).not.toBeNull();
      expect(await client.addScan((await client.receive()) ?? '')).toBe(true);
      const waiting = async (): Promise<number> =>
        house.look(async ({ superuser }) => waitingLetters(superuser));
      await expect.poll(waiting, soon).toBe(0);
      expect(await withoutLetter(house, ledger)).toEqual([]);
      expect(await audit(house, ledger)).toEqual([]);
    });
  });
});
