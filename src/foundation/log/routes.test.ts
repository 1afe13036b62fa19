import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseBundle } from '#kernel/merkle/bundle.ts';
import { parseCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { parseLeaf } from '#kernel/merkle/leaf.ts';
import { parseNote } from '#kernel/merkle/note.ts';
import { consistencyProof, inclusionProof, type PublishedTree } from '#kernel/merkle/published-tree.ts';
import { tilePath } from '#kernel/merkle/tile.ts';
import { verifyInclusion } from '#kernel/merkle/inclusion.ts';
import { systemContext } from '#foundation/context.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { signEverything } from '#test/log.ts';
import { visitorOf } from '#test/visitor.ts';
import { clockProblem, createWriteGuard } from './guard.ts';
import { hasher } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
  await receivedDossier(system);
  await signEverything(system);
});
afterAll(async () => system.close());

const get = async (path: string) => (await visitorOf(system, undefined)).get(path);

describe('The public log', () => {
  test('is enough for a stranger to prove an entry from its tiles alone', async () => {
    const note = parseNote((await get('/nhat-ky/checkpoint')).html);
    const checkpoint = parseCheckpoint(note?.text ?? '');
    if (!checkpoint) throw new Error('No checkpoint');
    const { size, root } = checkpoint;
    const asked = async (path: string) =>
      new Uint8Array(await (await get(`/nhat-ky/${path}`)).response.arrayBuffer());
    const tree: PublishedTree = {
      hasher,
      size,
      readTiles: async (tiles) =>
        Promise.all(tiles.map(async ({ level, index, width }) => asked(tilePath(level, index, width)))),
    };
    const index = size - 1;
    const width = size % 256 || 256;
    const bundle = parseBundle(await asked(tilePath('entries', Math.floor(index / 256), width)));
    const leaf = bundle?.at(-1) ?? new Uint8Array();
    expect(parseLeaf(leaf)).toMatchObject({ v: 1 });
    const proof = await inclusionProof(tree, index);
    expect(verifyInclusion(hasher, { index, size, root, proof, leafHash: hasher.leaf(leaf) })).toBe(true);
    expect(await consistencyProof(tree, size)).toEqual([]);
  });

  test.each(['tile/0/900', 'tile/0/000.p/0', 'tile/x', 'tile/entries/999', 'tile/70/000'])(
    'has no piece %s',
    async (path) => {
      expect((await get(`/nhat-ky/${path}`)).status).toBe(404);
    },
  );

  test('says on its page what it is', async () => {
    const { status, html } = await get('/nhat-ky');
    expect(status).toBe(200);
    expect(html).toContain('Trạng thái đã ký');
  });
});

describe('While something is wrong', () => {
  test('everything can be looked at and nothing changed, and the page says why', async () => {
    const counter = await visitorOf(
      { ...system, readOnly: () => 'Nhật ký không nối tiếp.' },
      'mot-cua.an-hoa',
    );
    expect((await counter.get('/inbox')).status).toBe(200);
    const { status, html } = await counter.post('/inbox/pass-on', { selected: 'x' });
    expect(status).toBe(409);
    expect(html).toContain('Nhật ký không nối tiếp.');
  });

  test('a guard that sees an alarm gives its sentence, and none once it is settled', async () => {
    const guard = createWriteGuard();
    const ctx = await systemContext(system, 'test');
    await guard.look(ctx);
    expect(guard.reason()).toBeNull();
    await system.superuser.query(
      `insert into log_alarms (kind, sentence, raised_at) values ('forked', 'Không nối tiếp.', now())`,
    );
    await guard.look(ctx);
    expect(guard.reason()).toBe('Không nối tiếp.');
    await system.superuser.query('update log_alarms set settled_at = now()');
    await guard.look(ctx);
    expect(guard.reason()).toBeNull();
  });

  test('a clock that has jumped back stops writing and says why; a small difference does not', async () => {
    const last = new Date('2020-04-28T10:00:00+07:00');
    expect(clockProblem(new Date('2020-04-28T09:59:00+07:00'), last)).toBeNull();
    expect(clockProblem(new Date('2020-04-27T10:00:00+07:00'), last)).toContain('27/4/2020 10:00');
  });

  test('the first write after a jump is stopped as well, and an event with the right time hides none ahead of it', async () => {
    const guard = createWriteGuard();
    const lookAt = async (instant: string): Promise<void> => {
      system.setClock(instant);
      await guard.look(await systemContext(system, 'test'));
    };
    system.setClock('2020-04-28T13:00:00+07:00');
    await receivedDossier(system);
    await lookAt('2020-04-28T13:00:10+07:00');
    expect(guard.reason()).toBeNull();
    system.setClock('2020-04-28T10:00:00+07:00');
    expect(guard.reason()).toContain('28/4/2020 13:00');
    await receivedDossier(system);
    await lookAt('2020-04-28T10:00:30+07:00');
    expect(guard.reason()).toContain('28/4/2020 13:00');
  });
});
