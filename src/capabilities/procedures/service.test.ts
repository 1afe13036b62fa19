import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { createProcedure, discardDraft, editDraft, startDraft } from './drafts/service.ts';
import { contentFromHistory } from './history.ts';
import { setOffering } from './offerings/service.ts';
import { endProcedure, publishDraft } from './publication/service.ts';
import { offeringUnits, procedureVersionOn, publishedOn, searchProcedures, versionById } from './service.ts';
import { sampleContent } from './content.fixture.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(() => system.close());

const editor = () => actAs(system, 'noi-vu');
const decision = { decision: '1234/QĐ-UBND', decisionDate: '2020-04-20' };

/** A new procedure published from 1/5/2020, three days after the test's today. */
async function published(shortName: string): Promise<number> {
  const ctx = await editor();
  const { versionId } = await createProcedure(ctx, { code: null, content: sampleContent({ shortName }) });
  await publishDraft(ctx, { versionId, revision: 1, from: '2020-05-01', ...decision });
  return (await versionById(await editor(), versionId)).procedureId;
}

async function versionOn(procedureId: number, date: string) {
  return procedureVersionOn(await editor(), procedureId, date);
}

describe('a draft', () => {
  test('is no procedure for anybody until it is published', async () => {
    const ctx = await editor();
    const { slug } = await createProcedure(ctx, {
      code: '9.000001',
      content: sampleContent({ shortName: 'Cấp giấy phép nuôi ong' }),
    });
    expect(slug).toBe('cap-giay-phep-nuoi-ong');
    expect(await procedureVersionOn(await editor(), slug, '2030-01-01')).toBeNull();
  });

  test('takes no code and no name that another procedure has', async () => {
    const ctx = await editor();
    const content = sampleContent({ shortName: 'Đăng ký khai sinh' });
    await expect(createProcedure(ctx, { code: null, content })).rejects.toMatchObject({
      fields: { shortName: expect.stringContaining('trùng') },
    });
    const other = sampleContent({ shortName: 'Khai sinh khác' });
    await expect(createProcedure(ctx, { code: '1.001193', content: other })).rejects.toMatchObject({
      fields: { code: expect.stringContaining('1.001193') },
    });
  });

  test('is saved part by part; the second of two editors is told and overwrites nothing', async () => {
    const procedureId = await published('Xác nhận một việc');
    const { versionId } = await startDraft(await editor(), { procedureId });
    await editDraft(await editor(), { versionId, revision: 1, changes: { conditions: 'Không' } });
    await expect(
      editDraft(await editor(), { versionId, revision: 1, changes: { conditions: 'Có' } }),
    ).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Người khác vừa lưu') });
    expect(await versionById(await editor(), versionId)).toMatchObject({
      revision: 2,
      content: { conditions: 'Không', name: 'Thủ tục mẫu' },
    });
  });
});

describe('a draft for good or not at all', () => {
  test('that was put aside or published cannot be edited', async () => {
    const procedureId = await published('Xác nhận hai việc');
    const draft = await startDraft(await editor(), { procedureId });
    await discardDraft(await editor(), draft.versionId);
    await expect(
      editDraft(await editor(), { versionId: draft.versionId, revision: 1, changes: {} }),
    ).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('đã được bỏ') });
    const next = await startDraft(await editor(), { procedureId });
    expect(next.number).toBe(3);
  });

  test('is written by those who keep the catalogue only', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const content = sampleContent({ shortName: 'Thủ tục lạ' });
    await expect(createProcedure(ctx, { code: null, content })).rejects.toMatchObject({ kind: 'forbidden' });
    const procedureId = await published('Xác nhận ba việc');
    const { versionId } = await startDraft(await editor(), { procedureId });
    await expect(editDraft(ctx, { versionId, revision: 1, changes: {} })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(discardDraft(ctx, versionId)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      publishDraft(ctx, { versionId, revision: 1, from: '2020-06-01', ...decision }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      endProcedure(ctx, { procedureId, on: '2020-06-01', decision: '1/QĐ' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      setOffering(ctx, { procedureId, unitIds: [], channels: [], from: '2020-06-01' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('publishing', () => {
  test('ends the version before on the day before, and both are found on their days', async () => {
    const procedureId = await published('Xác nhận bốn việc');
    const { versionId } = await startDraft(await editor(), { procedureId });
    await publishDraft(await editor(), { versionId, revision: 1, from: '2020-07-01', ...decision });
    expect(await versionOn(procedureId, '2020-04-30')).toBeNull();
    expect(await versionOn(procedureId, '2020-06-30')).toMatchObject({ number: 1, validTo: '2020-07-01' });
    expect(await versionOn(procedureId, '2020-07-01')).toMatchObject({ number: 2, validTo: null });
  });

  test('before a version prepared for later, it holds until that one begins', async () => {
    const procedureId = await published('Xác nhận năm việc');
    const later = await startDraft(await editor(), { procedureId });
    await publishDraft(await editor(), {
      versionId: later.versionId,
      revision: 1,
      from: '2020-12-01',
      ...decision,
    });
    const between = await startDraft(await editor(), { procedureId });
    await publishDraft(await editor(), {
      versionId: between.versionId,
      revision: 1,
      from: '2020-08-01',
      ...decision,
    });
    expect(await versionOn(procedureId, '2020-11-30')).toMatchObject({ number: 3, validTo: '2020-12-01' });
  });
});

describe('publishing what may not be', () => {
  test('is refused with every reason at once', async () => {
    const ctx = await editor();
    const base = sampleContent({ shortName: 'Thủ tục thiếu' });
    const content = {
      ...base,
      papers: [],
      results: [],
      legalBasis: [],
      timeLimit: { unit: 'working-hour', value: 1, note: '' },
    } as const;
    const { versionId } = await createProcedure(ctx, { code: null, content });
    const publishing = publishDraft(ctx, {
      versionId,
      revision: 1,
      from: '2020-05-01',
      decision: '',
      decisionDate: null,
    });
    await expect(publishing).rejects.toMatchObject({ kind: 'invalid' });
    const message = await publishing.then(
      () => '',
      (error: Error) => error.message,
    );
    for (const reason of [
      'thành phần hồ sơ',
      'kết quả',
      'căn cứ pháp lý',
      'vượt thời hạn',
      'quyết định công bố',
    ]) {
      expect(message).toContain(reason);
    }
  });

  test('on a stale page is refused', async () => {
    const procedureId = await published('Xác nhận sáu việc');
    const { versionId } = await startDraft(await editor(), { procedureId });
    await editDraft(await editor(), { versionId, revision: 1, changes: { conditions: 'Mới' } });
    await expect(
      publishDraft(await editor(), { versionId, revision: 1, from: '2020-07-01', ...decision }),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });
});

test('a procedure that ended is gone on the day, with its offerings, and stays known before', async () => {
  const procedureId = await published('Xác nhận bảy việc');
  const { id: unitId } = await unitByCode(await editor(), 'xa-an-hoa');
  await setOffering(await editor(), {
    procedureId,
    unitIds: [unitId],
    channels: ['counter'],
    from: '2020-05-01',
  });
  await endProcedure(await editor(), { procedureId, on: '2020-10-01', decision: '77/QĐ-UBND' });
  expect(await versionOn(procedureId, '2020-09-30')).toMatchObject({ endDecision: '77/QĐ-UBND' });
  expect(await versionOn(procedureId, '2020-10-01')).toBeNull();
  expect(await offeringUnits(await editor(), procedureId, '2020-09-30')).toHaveLength(1);
  expect(await offeringUnits(await editor(), procedureId, '2020-10-01')).toEqual([]);
});

describe('offering', () => {
  test('changes counters from a day on and leaves what did not change alone', async () => {
    const procedureId = await published('Xác nhận tám việc');
    const { id: anHoa } = await unitByCode(await editor(), 'xa-an-hoa');
    const { id: anToan } = await unitByCode(await editor(), 'xa-an-toan');
    const offer = async (unitIds: number[], from: string) =>
      setOffering(await editor(), { procedureId, unitIds, channels: ['counter'], from });
    await offer([anHoa], '2020-05-01');
    await offer([anHoa, anToan], '2020-06-01');
    await offer([anToan], '2020-07-01');
    const units = async (date: string) =>
      (await offeringUnits(await editor(), procedureId, date)).map(
        ({ unitId, validFrom }) => [unitId, validFrom] as const,
      );
    expect(new Map(await units('2020-06-15'))).toEqual(
      new Map([
        [anHoa, '2020-05-01'],
        [anToan, '2020-06-01'],
      ]),
    );
    expect(await units('2020-07-01')).toEqual([[anToan, '2020-06-01']]);
  });

  test('needs a way to hand in and units that exist', async () => {
    const procedureId = await published('Xác nhận chín việc');
    const { id } = await unitByCode(await editor(), 'xa-an-hoa');
    const change = { procedureId, unitIds: [id], channels: [], from: '2020-05-01' };
    await expect(setOffering(await editor(), change)).rejects.toMatchObject({
      fields: { channels: expect.any(String) },
    });
    await expect(
      setOffering(await editor(), { ...change, unitIds: [999_999], channels: ['counter'] }),
    ).rejects.toMatchObject({ fields: { unitIds: expect.any(String) } });
  });
});

test('what was published is found by searching at once, in every process', async () => {
  await published('Đăng ký cúng rừng đầu năm');
  const hits = async (ctx: Context) => searchProcedures(ctx, 'cung rung', { limit: 1, date: '2020-05-01' });
  expect((await hits(await editor()))[0]?.version.content.shortName).toBe('Đăng ký cúng rừng đầu năm');
  expect((await publishedOn(await editor(), '2020-05-01')).length).toBeGreaterThan(43);
});

test('the history of a procedure rebuilds its versions', async () => {
  const procedureId = await published('Xác nhận mười việc');
  const { versionId } = await startDraft(await editor(), { procedureId });
  await editDraft(await editor(), { versionId, revision: 1, changes: { conditions: 'Một', postal: true } });
  await editDraft(await editor(), { versionId, revision: 2, changes: { conditions: 'Hai' } });
  await publishDraft(await editor(), { versionId, revision: 3, from: '2020-07-01', ...decision });
  const ctx = await editor();
  const rebuilt = contentFromHistory(await historyOf(ctx, 'procedure', procedureId));
  for (const number of [1, 2]) {
    const version = await procedureVersionOn(ctx, procedureId, number === 1 ? '2020-05-01' : '2020-07-01');
    expect(rebuilt.get(number)).toEqual(version?.content);
  }
});
