import { expect, test } from 'vitest';
import {
  boundary,
  end,
  exclusive,
  parallel,
  processOf,
  start,
  task,
} from '#kernel/process/process.fixture.ts';
import type { UnitRole } from '#kernel/process/schema.ts';
import { COUNTER, OFFICIAL, publishFor } from '../processes.ts';
import { audit } from './audit.ts';
import { openClient } from './client.ts';
import { crash } from './crash.ts';
import { type House, lastWords, openHouse } from './house.ts';
import { openLedger } from './ledger.ts';
import type { Plan } from './plan.ts';

const SLUG = 'dang-ky-khai-sinh';
const JUSTICE: UnitRole = { scope: 'district', function: 'justice', role: 'specialist' };
const at = (id: string, unitRole: UnitRole) => ({ ...task(id), unitRole });

/** Passed on, it parts into two branches; one of them goes to the district with the papers. A timer takes it away. */
const FORKED = processOf(
  [
    start(),
    at('a', COUNTER),
    boundary('late', 'a'),
    exclusive('x'),
    parallel('p'),
    at('b', JUSTICE),
    at('c', OFFICIAL),
    parallel('q'),
    at('give', COUNTER),
    end(),
  ],
  'start > a > x > p > b > q > give > end',
  'p > c > q',
  'late > x',
);

const PLANS: readonly Plan[] = [
  { point: 'form-done', nth: 4, victim: 'application' },
  { point: 'form-committed', nth: 4, victim: 'both' },
];

test(
  'cut in the middle of a gateway, a hand-over, a timer, a dossier is wholly there or wholly here',
  { timeout: 240_000 },
  async () => {
    const house = await openHouse();
    const ledger = openLedger();
    let running = await house.start();
    try {
      await house.look(async ({ system, superuser }) =>
        publishFor({ ...system, superuser }, SLUG, { definition: FORKED, from: '2026-01-01' }),
      );
      const client = await openClient(house, ledger, 'mot-cua.an-hoa');
      for (const plan of PLANS) {
        await crash(house, running, { plan, clients: [client] });
        running = await house.start();
        expect(await torn(house)).toBe(0);
        await client.settle();
        expect(await audit(house, ledger)).toEqual([]);
      }
      const waiting = await makeDue(house, await client.receive());
      running.arm({ point: 'timer-fired', nth: 1, victim: 'application', cluster: house.cluster });
      await ringNow(house);
      await running.exited;
      expect(await timersLeft(house)).toBe(waiting);
      running = await house.start();
      await ringNow(house);
      await expect.poll(async () => timersLeft(house), { timeout: 60_000, interval: 250 }).toBe(0);
      expect(await torn(house)).toBe(0);
      expect(await movedByTimers(house)).toBe(waiting);
    } catch (error) {
      process.stderr.write(`${await lastWords(house)}\n`);
      throw error;
    } finally {
      if (!running.isOver()) await running.stop();
      await house.close();
    }
  },
);

async function count(house: House, query: string): Promise<number> {
  return house.look(async ({ superuser }) => {
    const { rows } = await superuser.query<{ n: number }>(query);
    return rows[0]?.n ?? 0;
  });
}

/** Dossiers of which one branch is worked on and the other is not, or whose papers are on no way. */
async function torn(house: House): Promise<number> {
  return count(
    house,
    `select count(*)::int as n from dossiers d where
      (select count(*) from dossier_steps s where s.dossier_id = d.id and s.state = 'active' and s.node in ('b', 'c')) = 1
      or (select count(*) from dossier_handovers h where h.dossier_id = d.id) <>
        (select count(*) from dossier_steps s where s.dossier_id = d.id and s.state = 'active' and s.node = 'b')`,
  );
}

/** Every timer of what has not been passed on is due. */
async function makeDue(house: House, number: string | null): Promise<number> {
  expect(number).not.toBeNull();
  await count(
    house,
    `with due as (update dossier_timers set due_at = now() - interval '1 minute' returning 1)
    select count(*)::int as n from due`,
  );
  return timersLeft(house);
}

async function ringNow(house: House): Promise<void> {
  await count(house, `select 0 as n from graphile_worker.add_job('fire-timers')`);
}

async function timersLeft(house: House): Promise<number> {
  return count(house, `select count(*)::int as n from dossier_timers where node = 'late'`);
}

async function movedByTimers(house: House): Promise<number> {
  return count(
    house,
    `select count(*)::int as n from history_events where stream = 'dossier' and kind = 'advanced' and officer_id is null`,
  );
}
