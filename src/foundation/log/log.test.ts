import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyInclusion } from '#kernel/merkle/inclusion.ts';
import { systemContext } from '#foundation/context.ts';
import { leafOf } from '#foundation/history/leaf.ts';
import { record } from '#foundation/history/service.ts';
import { type LogSigner, openLogSigner } from '#platform/signing/log-signer.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { openAlarm, recoverLog } from './alarms.ts';
import { adoptEarlier, hasher, proveInclusion, sequence, signLog } from './service.ts';
import { readLeaves } from './store.ts';
import { verifyLog } from './verification/service.ts';

let system: TestSystem;
let folder: string;
let signer: LogSigner;
beforeEach(async () => {
  system = await openTestSystem();
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-log-'));
  signer = await openLogSigner({ folder, origin: 'motcua.example.vn/nhat-ky' });
});
afterEach(async () => {
  await system.close();
  await rm(folder, { recursive: true });
});

const context = async () => systemContext(system, 'test');

/** Events of a record, each in a transaction of its own as verbs write them. */
async function write(count: number, id = 1, after = 0): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const ctx = await context();
    await record(ctx, { name: 'dossier', id, after: after + n }, [
      {
        kind: 'passed-on',
        payload: { note: `Chuyển lần ${n}`, half: 0.5, nested: { list: [1, 'hai', null] } },
      },
    ]);
  }
}

/** Everything written so far gets its place and is signed. */
async function settle(): Promise<void> {
  while ((await sequence(await context())) > 0);
  expect(await signLog(await context(), signer)).toBeNull();
}

async function findings(): Promise<readonly string[]> {
  const { findings: found } = await verifyLog(await context(), {
    signer,
    checks: [],
    onLine: () => undefined,
  });
  return found.map(({ where, sentence }) => `${where}: ${sentence}`);
}

/** A database superuser who knows how triggers are switched off. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const client = await system.superuser.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
    await client.query('set session_replication_role = origin');
  } finally {
    client.release();
  }
}

describe('An honest log', () => {
  test('raises no alarm, grows with the history and proves each event', async () => {
    await write(5);
    await settle();
    await write(300, 2);
    await settle();
    expect(await findings()).toEqual([]);
    const evidence = await proveInclusion(await context(), { stream: 'dossier', streamId: 2, sequence: 299 });
    if (!evidence) throw new Error('Not proven');
    const { index, proof, checkpoint } = evidence;
    const [leaf = new Uint8Array()] = await readLeaves(system.db, index, 1);
    const { size, root } = checkpoint;
    expect(verifyInclusion(hasher, { index, size, root, proof, leafHash: hasher.leaf(leaf) })).toBe(true);
    expect(Buffer.from(leaf).toString()).not.toContain('Chuyển');
  });

  test('takes in events from before it began', async () => {
    await write(3);
    await tamper('delete from log_pending');
    expect(await findings()).toEqual([expect.stringContaining('3 sự kiện không có trong nhật ký')]);
    expect(await adoptEarlier(await context())).toBe(3);
    await settle();
    expect(await findings()).toEqual([]);
  });

  test('lets one process at a time give places', async () => {
    await write(40);
    const placed = await Promise.all(Array.from({ length: 4 }, async () => sequence(await context())));
    expect(placed.reduce((sum, count) => sum + count, 0)).toBe(40);
    await settle();
    expect(await findings()).toEqual([]);
  });

  test('keeps its proofs when the personal data of an event are erased', async () => {
    await write(4);
    await settle();
    await tamper(
      `update history_events set payload = '{}' where sequence = 2`,
      'update log_entries set salt = null where index = 1',
    );
    const noErasure = [expect.stringContaining('mất phần mở cam kết')];
    expect(await findings()).toEqual(noErasure);
    await record(await context(), { name: 'log', id: 1, after: 0 }, [
      { kind: 'erased', payload: { index: 1 } },
    ]);
    await settle();
    expect(await findings()).toEqual([]);
  });
});

describe('A database superuser', () => {
  beforeEach(async () => {
    await write(6);
    await settle();
    await write(6, 2);
    await settle();
  });

  test.each([
    ['at', `at = at - interval '1 day'`, 'thời điểm'],
    ['payload', `payload = payload || '{"note":"khác"}'`, 'nội dung'],
    ['kind', `kind = 'claimed'`, 'loại việc'],
    ['actor', `officer_id = 7`, 'người thực hiện'],
    ['unit', `unit_id = 7`, 'người thực hiện'],
    ['request', `request_id = 'x'`, 'người thực hiện'],
    ['stream', `stream_id = 9`, 'bản ghi'],
  ])('who edits the %s of an event is found out', async (_part, change, word) => {
    await tamper(`update history_events set ${change} where stream_id = 1 and sequence = 3`);
    expect(await findings()).toEqual([expect.stringMatching(`mục 2.*${word}`)]);
  });

  test.each([0, 5, 11])('who deletes event %i is found out', async (index) => {
    await tamper(
      `delete from history_events where id = (select event_id from log_entries where index = ${index})`,
    );
    expect(await findings()).toEqual([expect.stringMatching(`mục ${index}: .*đã bị xóa`)]);
  });

  test('who inserts an event is found out', async () => {
    await tamper(`insert into history_events (stream, stream_id, sequence, kind, payload, at, request_id)
      values ('dossier', 1, 7, 'returned', '{}', now(), 'x')`);
    expect(await findings()).toEqual([expect.stringContaining('1 sự kiện không có trong nhật ký')]);
  });

  test('who edits an event together with its entry, re-hashing every tile, is found out by the signature', async () => {
    await tamper(
      `update history_events set at = at - interval '1 day' where stream_id = 1 and sequence = 3`,
      'delete from log_tiles',
      `update log_entries l set leaf = l2.leaf, salt = l2.salt from log_entries l2 where l.index = 2 and l2.index = 3`,
    );
    const found = await findings();
    expect(found.some((line) => line.startsWith('checkpoint 6:'))).toBe(true);
    expect(found.some((line) => line.startsWith('bộ ký:'))).toBe(true);
  });

  test('who slips in an event with an entry of its own and an earlier time is found out', async () => {
    const { leaf, salt } = leafOf({
      stream: 'dossier',
      streamId: 3,
      sequence: 1,
      kind: 'received',
      payload: {},
      at: new Date('2020-04-20T08:00:00+07:00'),
      accountId: null,
      officerId: null,
      postId: null,
      unitId: null,
      requestId: 'x',
    });
    await system.superuser.query(
      `with e as (insert into history_events (stream, stream_id, sequence, kind, payload, at, request_id)
        values ('dossier', 3, 1, 'received', '{}', '2020-04-20T08:00:00+07:00', 'x') returning id)
       insert into log_pending select id, $1, $2 from e`,
      [salt, leaf],
    );
    await settle();
    expect(await findings()).toEqual([expect.stringMatching('mục 12: .*lùi ngày hoặc chen vào')]);
  });

  test('who swaps two entries is found out', async () => {
    await tamper(
      'update log_entries set index = 100 where index = 3',
      'update log_entries set index = 3 where index = 4',
      'update log_entries set index = 4 where index = 100',
    );
    expect(await findings()).toContainEqual(
      expect.stringContaining('Nhật ký khác với trạng thái đã ký ở 6 mục'),
    );
  });

  test('who cuts the end off, checkpoints and all, is found out by what the signer remembers', async () => {
    await tamper(
      'delete from log_entries where index >= 6',
      'delete from history_events where stream_id = 2',
      'delete from log_checkpoints where size > 6',
      'delete from log_tiles where level = 0',
      "insert into log_tiles select 0, 0, string_agg(sha256('\\x00' || leaf), '' order by index) from log_entries",
    );
    expect(await findings()).toEqual([expect.stringContaining('Bộ ký đã ký 12 mục')]);
  });

  test('who changes a tile is found out', async () => {
    await tamper(`update log_tiles set hashes = set_byte(hashes, 40, (get_byte(hashes, 40) + 1) % 256)`);
    expect(await findings()).toEqual([expect.stringContaining('Mảnh tile/0/000')]);
  });

  test('who changes a tile far up is found out', async () => {
    await write(300, 4);
    await settle();
    await tamper(
      'update log_tiles set hashes = set_byte(hashes, 3, (get_byte(hashes, 3) + 1) % 256) where level = 1',
    );
    const found = await findings();
    expect(found).toEqual([expect.stringContaining('Mảnh tile/1/000')]);
  });

  test('who forges a checkpoint is found out', async () => {
    const other = await openLogSigner({ folder: path.join(folder, 'other'), origin: signer.origin });
    const forged = await other.sign({ size: 12, root: new Uint8Array(32) }, []);
    const note = 'note' in forged ? forged.note : '';
    await system.superuser.query('alter table log_checkpoints disable trigger user');
    await system.superuser.query('update log_checkpoints set note = $1 where size = 12', [note]);
    expect(await findings()).toEqual([expect.stringMatching('checkpoint 12')]);
  });

  test('who restores an old backup and goes on finds everything read-only until somebody settles it', async () => {
    await tamper(
      'delete from log_entries where index >= 6',
      'delete from history_events where stream_id = 2',
      'delete from log_checkpoints where size > 6',
      'delete from log_tiles where level = 0',
      "insert into log_tiles select 0, 0, string_agg(sha256('\\x00' || leaf), '' order by index) from log_entries",
    );
    expect(await signLog(await context(), signer)).toMatchObject({ kind: 'smaller' });
    expect(await openAlarm(await context())).toMatchObject({ kind: 'smaller' });
    await write(20, 3);
    await sequence(await context());
    // Larger than what was signed, and still another tree.
    await recoverLogOnly();
    expect(await signLog(await context(), signer)).toMatchObject({ kind: 'forked' });
    await recoverLog(await context(), signer, 'Khôi phục từ bản sao lưu sau hỏng ổ đĩa');
    await settle();
    expect(await openAlarm(await context())).toBeNull();
    expect(await findings()).toEqual([]);
  });

  /** Settles the alarm in the database alone, as somebody might who cannot reach the signer. */
  async function recoverLogOnly(): Promise<void> {
    await system.superuser.query(`update log_alarms set settled_at = now(), settled_reason = 'x'`);
  }
});

describe('The signer', () => {
  test('that has signed takes no other key when its own is lost', async () => {
    await write(1);
    await settle();
    await rm(path.join(folder, 'log-key.pem'));
    await expect(openLogSigner({ folder, origin: signer.origin })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('remembers over a restart what it signed', async () => {
    await write(3);
    await settle();
    // A new address of the installation is no new log.
    const again = await openLogSigner({ folder, origin: 'moi.example.vn/nhat-ky' });
    expect(again.last()?.size).toBe(3);
    expect(again.origin).toBe(signer.origin);
    const root = new Uint8Array(32).fill(7);
    expect(await again.sign({ size: 2, root }, [])).toMatchObject({ refused: 'smaller' });
    expect(await again.sign({ size: 3, root }, [])).toMatchObject({ refused: 'forked' });
    expect(await again.sign({ size: 9, root }, [root])).toMatchObject({ refused: 'forked' });
  });
});
