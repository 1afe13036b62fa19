import { readdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { type Client, openClient } from './client.ts';
import { type House, lastWords, openHouse } from './house.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Running } from './process.ts';
import { canMount, mountSmallDisk, type SmallDisk } from './small-disk.ts';

type Scene = {
  readonly house: House;
  readonly disk: SmallDisk;
  readonly ledger: Ledger;
  readonly client: Client;
  readonly running: Running;
};

/** An installation of which one folder lies on a small disk, with somebody at the counter. */
async function onSmallDisk(
  { part, megabytes }: { readonly part: string; readonly megabytes: number },
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const house = await openHouse();
  const disk = await mountSmallDisk(path.join(house.folder, part), megabytes);
  const ledger = openLedger();
  const running = await house.start();
  try {
    await play({ house, disk, ledger, running, client: await openClient(house, ledger, 'mot-cua.an-hoa') });
  } finally {
    await disk.clear();
    await running.stop();
    await disk.unmount();
    await house.close();
  }
}

const FULL = { status: 507, words: expect.stringMatching(/Ổ đĩa của máy chủ đã đầy.*chưa được ghi nhận/) };

describe.skipIf(!canMount)('A full disk (needs the right to mount a small disk)', () => {
  test('of the files is told to who uploads, keeps no half file, and everything goes on when there is space', async () => {
    await onSmallDisk({ part: 'files', megabytes: 8 }, async ({ house, disk, ledger, client }) => {
      const number = await client.receive();
      await disk.fill(64);
      // Larger than what is left: the disk is full in the middle of the upload.
      expect(await client.addScan(number ?? '', 1024 * 1024)).toBe(false);
      expect(client.lastRefusal()).toEqual(FULL);
      expect(await readdir(path.join(house.folder, 'files/temporary'))).toEqual([]);
      expect(await audit(house, ledger)).toEqual([]);
      expect(await client.open(`/dossiers/${number}`)).toMatchObject({ status: 200 });
      await disk.clear();
      expect(await client.settle()).toBe(true);
      expect(await audit(house, ledger)).toEqual([]);
    });
  });

  test('of the database is told at the counter, and everything goes on when there is space', async () => {
    await onSmallDisk({ part: 'database', megabytes: 320 }, async ({ house, disk, ledger, client }) => {
      expect(await client.receive()).not.toBeNull();
      await disk.fill(200);
      while ((await client.receive()) !== null);
      expect(client.lastRefusal()).toEqual(FULL);
      expect(await client.open('/inbox')).toMatchObject({ status: 200 });
      await disk.clear();
      expect(await client.settle()).toBe(true);
      expect(await client.receive()).not.toBeNull();
      expect(await audit(house, ledger)).toEqual([]);
    });
  });

  test('of the signer leaves the log unsigned for as long, and nothing else', async () => {
    await onSmallDisk({ part: 'signer', megabytes: 1 }, async ({ house, disk, ledger, client }) => {
      await disk.fill(0);
      expect(await client.receive()).not.toBeNull();
      const signed = async (): Promise<number> => house.look(signedSize);
      const before = await signed();
      expect(await client.receive()).not.toBeNull();
      await disk.clear();
      await expect.poll(signed, { timeout: 20_000, interval: 200 }).toBeGreaterThan(before);
      expect(await audit(house, ledger)).toEqual([]);
    });
  });

  test('of the write-ahead log stops the server; after that it starts by itself, and what was acknowledged is there', async () => {
    const house = await openHouse();
    const log = path.join(house.folder, 'wal');
    await rename(path.join(house.cluster, 'pg_wal'), log);
    await symlink(log, path.join(house.cluster, 'pg_wal'));
    const disk = await mountSmallDisk(log, 64);
    const ledger = openLedger();
    let running = await house.start();
    try {
      const client = await openClient(house, ledger, 'mot-cua.an-hoa');
      await client.receive();
      await disk.fill(0);
      await house.look(async ({ superuser }) => useUp(superuser)).catch(() => undefined);
      await running.exited;
      expect(await client.receive()).toBeNull();
      // As a supervisor would: it cannot start while there is no room, and says why.
      const again = house.launch();
      expect(await again.exited).toBe(1);
      expect(await lastWords(house)).toContain('PostgreSQL không khởi động được');
      await disk.clear();
      running = await house.start();
      expect(await client.settle()).toBe(true);
      expect(await client.receive()).not.toBeNull();
      expect(await audit(house, ledger)).toEqual([]);
    } finally {
      await disk.clear();
      await running.stop();
      await disk.unmount();
      await house.close();
    }
  });
});

type Superuser = Parameters<Parameters<House['look']>[0]>[0]['superuser'];

async function signedSize({ superuser }: { readonly superuser: Superuser }): Promise<number> {
  const { rows } = await superuser.query<{ n: number }>(
    'select coalesce(max(size), 0)::int as n from log_checkpoints',
  );
  return rows[0]?.n ?? 0;
}

/** Writes until the log has no room left. */
async function useUp(superuser: Superuser): Promise<void> {
  await superuser.query('create table filler (text text)');
  for (;;)
    await superuser.query("insert into filler select repeat('x', 1000) from generate_series(1, 20000)");
}
