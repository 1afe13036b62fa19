import { afterAll, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { type Client, openClient } from './client.ts';
import { crash } from './crash.ts';
import { type House, lastWords, openHouse } from './house.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { waitingLetters, withoutLetter } from './letters.ts';
import { planOf, wordsOfPlan } from './plan.ts';
import type { Running } from './process.ts';

/** `npm run crash -- --kills 1000` for more. */
const KILLS = Number(process.env['CRASH_KILLS'] ?? 20);
/** After so many an installation is looked at to the end and another one goes on: its history makes each look slower. */
const IN_ONE_HOUSE = 50;
const SECONDS_FOR_A_KILL = 30;

const told = { kills: 0, acknowledged: 0, sentAgain: 0 };
afterAll(() => {
  const { kills, acknowledged, sentAgain } = told;
  process.stdout.write(
    `${kills} kills, ${acknowledged} acknowledged deeds, ${sentAgain} sent again, none lost, none twice\n`,
  );
});

const houses = Array.from({ length: Math.ceil(KILLS / IN_ONE_HOUSE) }, (_, at) => ({
  from: at * IN_ONE_HOUSE,
  to: Math.min(KILLS, (at + 1) * IN_ONE_HOUSE),
}));

test.each(houses)(
  'kills $from to $to: what was acknowledged is there once, what was cut is there wholly or not at all',
  { timeout: IN_ONE_HOUSE * SECONDS_FOR_A_KILL * 1000 },
  async ({ from, to }) => {
    const house = await openHouse();
    const ledger = openLedger();
    let running = await house.start();
    try {
      const clients = await openCounters(house, ledger);
      for (let kill = from; kill < to; kill += 1) {
        const plan = planOf(kill);
        await crash(house, running, { plan, clients });
        running = await house.start();
        expect(await audit(house, ledger), `cut at ${wordsOfPlan(plan)}, before resending`).toEqual([]);
        await settle(ledger, clients);
        expect(await audit(house, ledger), `cut at ${wordsOfPlan(plan)}`).toEqual([]);
        told.kills += 1;
      }
      await expectLetters(house, ledger);
      expect(await running.stop()).toBe(0);
      expect(await house.run(['check'])).toBe(0);
      expect(await house.run(['log', 'verify'])).toBe(0);
      told.acknowledged += ledger.acknowledged().length;
    } catch (error) {
      process.stderr.write(`${await lastWords(house)}\n`);
      throw error;
    } finally {
      await end(running);
      await house.close();
    }
  },
);

/** Four officers at two counters, so that they also meet at one book of numbers. */
async function openCounters(house: House, ledger: Ledger): Promise<readonly Client[]> {
  const logins = ['mot-cua.an-hoa', 'mot-cua.an-hoa', 'mot-cua.an-toan', 'mot-cua.an-toan'];
  return Promise.all(logins.map(async (login) => openClient(house, ledger, login)));
}

/** Everybody sends again what was not answered: each form has one effect, whether it had it before or not. */
async function settle(ledger: Ledger, clients: readonly Client[]): Promise<void> {
  told.sentAgain += ledger.open().length;
  for (const client of clients) {
    const isSettled = await client.settle();
    expect(isSettled ? null : client.lastRefusal(), 'resent').toBeNull();
  }
  expect(ledger.open()).toEqual([]);
}

async function expectLetters(house: House, ledger: Ledger): Promise<void> {
  const waiting = async (): Promise<number> => house.look(async ({ superuser }) => waitingLetters(superuser));
  await expect.poll(waiting, { timeout: 60_000, interval: 250 }).toBe(0);
  expect(await withoutLetter(house, ledger)).toEqual([]);
}

async function end(running: Running): Promise<void> {
  if (!running.isOver()) await running.stop();
}
