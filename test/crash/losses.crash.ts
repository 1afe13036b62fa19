import { expect, test } from 'vitest';
import { audit } from './audit.ts';
import { openClient } from './client.ts';
import { crash } from './crash.ts';
import { openHouse } from './house.ts';
import { openLedger } from './ledger.ts';

/** What an operator could write who wants speed: commits are answered before they are on disk. */
const CARELESS = { synchronous_commit: 'off', fsync: 'off', wal_writer_delay: '10s' };

test('with durability switched off the ledger finds what was lost', async () => {
  const house = await openHouse({}, CARELESS);
  const ledger = openLedger();
  let running = await house.start();
  try {
    const logins = ['mot-cua.an-hoa', 'mot-cua.an-toan'];
    const clients = await Promise.all(logins.map(async (login) => openClient(house, ledger, login)));
    await crash(house, running, { plan: { point: 'form-committed', nth: 12, victim: 'both' }, clients });
    running = await house.start();
    const found = await audit(house, ledger);
    expect(found.filter((line) => line.startsWith('lost: '))).not.toEqual([]);
  } finally {
    await running.stop();
    await house.close();
  }
});
