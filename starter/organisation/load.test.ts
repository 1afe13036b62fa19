import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { isOrganisationExact, rebuildOrganisation } from '#foundation/organisation/acts/rebuild.ts';
import { enactAct } from '#foundation/organisation/acts/enactment.ts';
import { actSchema } from '#foundation/organisation/acts/schema.ts';
import { readActs } from '#foundation/organisation/acts/store.ts';
import { descendantsOf, unitByCode, unitsWithFunction } from '#foundation/organisation/rules.ts';
import {
  organisationOn,
  successorsOf,
  unitByCode as unitByCodeOn,
} from '#foundation/organisation/service.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { loadStarterOrganisation } from './load.ts';
import { OPENING_ACTS } from './opening.ts';
import { ACTS_OF_2019 } from './reorganisation-2019.ts';
import { ACTS_OF_2025 } from './succession-2025.ts';

let system: TestSystem;
const context = () => systemContext(system, 'test');

beforeAll(async () => {
  system = await openTestSystem();
  await loadStarterOrganisation(await context());
});
afterAll(() => system.close());

describe('the organisation of An Lão in 2020', () => {
  test('has thirteen departments and ten communes under the district', async () => {
    const tree = await organisationOn(await context(), '2020-04-28');
    const district = unitByCode(tree, 'huyen-an-lao');
    const children = tree.children.get(district?.id ?? 0) ?? [];
    expect(children.filter((unit) => unit.kind === 'department')).toHaveLength(13);
    expect(children.filter((unit) => unit.kind === 'people-committee')).toHaveLength(10);
    expect(unitByCode(tree, 'xa-an-hoa')).toMatchObject({
      administrativeCode: '21628',
      agencyId: '000.17.22.H08',
      agencyIdNew: 'H08.22.17',
      parentId: district?.id,
    });
  });

  test('knows the units that a process step asks for', async () => {
    const tree = await organisationOn(await context(), '2020-04-28');
    const district = unitByCode(tree, 'huyen-an-lao')?.id;
    const codes = (field: Parameters<typeof unitsWithFunction>[1]) =>
      unitsWithFunction(tree, field, district).map((unit) => unit.code);
    expect(codes('justice')).toEqual(['phong-tu-phap']);
    expect(codes('one-stop')).toEqual(['bo-phan-mot-cua-huyen']);
    expect(codes('land-registry')).toEqual(['chi-nhanh-vpdkdd']);
    expect(codes('tax')).toEqual(['chi-cuc-thue']);
    expect(codes('people-committee')[0]).toBe('huyen-an-lao');
  });

  test('had two primary schools in An Hòa before the merger of 2019 and one after it', async () => {
    const ctx = await context();
    const before = await unitByCodeOn(ctx, 'truong-tieu-hoc-an-hoa-2', '2019-07-31');
    const after = await successorsOf(ctx, before.id, '2020-01-01');
    expect(after.map((unit) => unit.code)).toEqual(['truong-tieu-hoc-an-hoa']);
  });

  test('is still open on a server of a later year', async () => {
    const tree = await organisationOn(await context(), '2027-01-01');
    expect(unitByCode(tree, 'huyen-an-lao')).not.toBeNull();
  });

  test('is loaded once', async () => {
    const before = await readActs(system.db);
    await loadStarterOrganisation(await context());
    expect(await readActs(system.db)).toEqual(before);
  });

  test('keeps every act in the shape that the form asks for', () => {
    for (const act of [...OPENING_ACTS, ...ACTS_OF_2019, ...ACTS_OF_2025]) {
      expect(actSchema.parse(act)).toEqual(act);
    }
  });
});

describe('the succession of 2025', () => {
  test('turns the district into four communes with their offices once all acts are in force', async () => {
    const ctx = await context();
    for (const act of ACTS_OF_2025) {
      await system.db.transaction().execute((db) => enactAct({ ...ctx, db }, act.code));
    }
    const later = await context();
    const tree = await organisationOn(later, '2025-07-01');
    expect(unitByCode(tree, 'huyen-an-lao')).toBeNull();
    const province = unitByCode(tree, 'tinh-gia-lai');
    const communes = descendantsOf(tree, province?.id ?? 0).filter(
      (unit) => unit.kind === 'people-committee' && unit.level === 'commune',
    );
    expect(communes.map((unit) => unit.administrativeCode ?? '').toSorted(compareText)).toEqual([
      '21609',
      '21616',
      '21622',
      '21628',
    ]);
    const justice = await unitByCodeOn(later, 'phong-tu-phap', '2025-06-30');
    const successors = await successorsOf(later, justice.id, '2025-07-01');
    expect(successors).toHaveLength(4);
    expect(successors.every((unit) => unit.functions.includes('justice'))).toBe(true);
  });

  test('leaves exactly what the acts in force make, also after it was made anew', async () => {
    const ctx = await context();
    expect(await isOrganisationExact(ctx)).toBe(true);
    await system.superuser.query("update unit_versions set name = 'Sai' where administrative_code = '21609'");
    expect(await isOrganisationExact(ctx)).toBe(false);
    await rebuildOrganisation(ctx);
    expect(await isOrganisationExact(ctx)).toBe(true);
  });
});
