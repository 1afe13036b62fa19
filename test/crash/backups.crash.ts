import path from 'node:path';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { listBackups } from '#platform/backup/shelf.ts';
import { audit } from './audit.ts';
import { openClient } from './client.ts';
import { openHouse } from './house.ts';
import { openLedger } from './ledger.ts';

test('a backup that is cut is none, leaves nothing behind and is in nobody’s way', async () => {
  const house = await openHouse();
  const ledger = openLedger();
  const shelf = path.join(house.folder, 'backups');
  let running = await house.start();
  try {
    const client = await openClient(house, ledger, 'mot-cua.an-hoa');
    const number = await client.receive();
    expect(await client.addScan(number ?? '')).toBe(true);
    const cut = async (point: 'backup-table' | 'backup-written', victim: 'application' | 'database') =>
      house.run(['backup'], { point, nth: point === 'backup-table' ? 4 : 1, victim, cluster: house.cluster });
    for (const point of ['backup-table', 'backup-written'] as const) {
      expect(await cut(point, 'application')).toBeNull();
      expect(await listBackups(shelf)).toEqual([]);
      expect(await client.receive()).not.toBeNull();
    }
    expect(await house.run(['backup'])).toBe(0);
    const [whole = ''] = await listBackups(shelf);
    expect(await cut('backup-table', 'database')).toBe(1);
    await running.exited;
    running = await house.start();
    expect(await listBackups(shelf)).toEqual([whole]);
    expect(await house.run(['backup', '--verify', whole])).toBe(0);
    expect(await house.run(['backup', '--keep', '1'])).toBe(0);
    expect(await readdir(shelf)).toHaveLength(1);
    expect(await house.run(['backup', '--drill'])).toBe(0);
    expect(await audit(house, ledger)).toEqual([]);
  } finally {
    await running.stop();
    await house.close();
  }
});
