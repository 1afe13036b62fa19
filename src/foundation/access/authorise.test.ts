import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts, putActInForce } from '#foundation/organisation/acts/service.ts';
import { inheritedBy, unitByCode } from '#foundation/organisation/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { authorise, unitsWith } from './authorise.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const codesWith = async (login: string, permission: 'dossier.read') => {
  const ctx = await actAs(system, login);
  const units = (await unitsWith(ctx, permission)) ?? [];
  const { rows } = await system.superuser.query('select code from units where id = any($1)', [units]);
  return rows.map((row: { code: string }) => row.code);
};

test('a counter has its own unit, a chairman all below, home affairs the whole committee, an administrator nothing', async () => {
  expect(await codesWith('mot-cua.an-hoa', 'dossier.read')).toEqual(['xa-an-hoa']);
  expect(await codesWith('chu-tich.huyen', 'dossier.read')).toContain('xa-an-toan');
  expect(await codesWith('noi-vu', 'dossier.read')).toContain('xa-an-hoa');
  expect(await codesWith('quan-tri', 'dossier.read')).toEqual([]);
});

test('another unit is refused with the roles that may', async () => {
  const ctx = await actAs(system, 'mot-cua.an-hoa');
  const other = await unitByCode(ctx, 'xa-an-toan');
  await expect(authorise(ctx, 'dossier.receive', other.id)).rejects.toThrow('cán bộ một cửa');
});

test('after the communes merged, the new one sees what the old ones left', async () => {
  system.setClock('2025-06-20T08:00:00+07:00');
  for (const act of await acts(await actAs(system, 'noi-vu'))) {
    if (act.state === 'prepared') await putActInForce(await actAs(system, 'noi-vu'), act.code);
  }
  expect(await codesWith('mot-cua.an-hoa', 'dossier.read')).toEqual(['xa-an-hoa']);
  system.setClock('2025-07-02T08:00:00+07:00');
  const { rows } = await system.superuser.query(
    `select distinct u.code from unit_versions v join units u on u.id = v.unit_id
     where v.name like '%xã An Hòa%' and v.valid_to is null and v.kind = 'people-committee'`,
  );
  expect(rows.length).toBe(1);
  const ctx = await actAs(system, 'noi-vu');
  const merged = await unitByCode(ctx, rows[0].code);
  const ended = await inheritedBy(ctx, merged.id);
  const codes = await system.superuser.query('select code from units where id = any($1) order by code', [
    ended,
  ]);
  expect(codes.rows.map((row: { code: string }) => row.code)).toEqual(
    expect.arrayContaining(['xa-an-nghia', 'xa-an-quang']),
  );
});
