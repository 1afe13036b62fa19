import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { watchUpgrades } from './upgrade-watch.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(async () => system.close());

/** Looks for as long as a test needs; answers what was done with the door, one after the other. */
async function watched() {
  const { rows } = await system.superuser.query<{ name: string }>('select name from schema_migrations');
  const done: string[] = [];
  let told = Promise.withResolvers<void>();
  const say = (deed: string): void => {
    done.push(deed);
    told.resolve();
  };
  const watch = await watchUpgrades(system, {
    known: new Set(rows.map(({ name }) => name)),
    setClosed: (isClosed) => say(isClosed ? 'closed' : 'opened'),
    retire: async () => say('retired'),
  });
  return {
    done,
    stop: watch.stop,
    next: async () => {
      await told.promise;
      told = Promise.withResolvers();
    },
  };
}

async function applyStop(name: string): Promise<void> {
  await system.superuser.query(`insert into schema_migrations (name, hash) values ($1, '')`, [name]);
  await system.superuser.query('insert into schema_stops (name) values ($1)', [name]);
}

/** Held by an upgrade that stops older programs; see `stopOlderPrograms`. */
const STOP_LOCK = 7_205_204;

test('While a newer program upgrades the database nobody is let in, and afterwards everybody again', async () => {
  const watch = await watched();
  const upgrade = await system.superuser.connect();
  await upgrade.query('select pg_advisory_lock($1)', [STOP_LOCK]);
  await watch.next();
  await upgrade.query('select pg_advisory_unlock($1)', [STOP_LOCK]);
  upgrade.release();
  await watch.next();
  await watch.stop();
  expect(watch.done).toEqual(['closed', 'opened']);
});

test('A program whose database was changed so that it cannot work with it lets nobody in any more and ends its jobs, once', async () => {
  const watch = await watched();
  await applyStop('9998_next.sql');
  await watch.next();
  await applyStop('9999_next.sql');
  await watch.stop();
  expect(watch.done).toEqual(['closed', 'retired']);
  await system.superuser.query(
    `delete from schema_stops where name like '999%'; delete from schema_migrations where name like '999%'`,
  );
});

test('A step that leaves earlier programs working stops none of them', async () => {
  const watch = await watched();
  await system.superuser.query(`insert into schema_migrations (name, hash) values ('9999_next.sql', '')`);
  await watch.stop();
  expect(watch.done).toEqual([]);
});
