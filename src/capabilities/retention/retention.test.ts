import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { returnedDossier } from '#test/returned.ts';
import { visitorOf } from '#test/visitor.ts';
import { carryOutDisposal } from './execution/service.ts';
import { holdList, liftHold, placeHold } from './holds/service.ts';
import type { DecideInput, ProposeInput } from './schema.ts';
import { decide, disposalList, disposalView, proposeDisposal, retentionView, withdraw } from './service.ts';
import { rulesOf, saveRule } from './terms/service.ts';

let system: TestSystem;
let number: string;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
/** A dossier that ended in April 2020 and was kept two years, looked at in May 2022. */
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  ({ number } = await returnedDossier(system));
  system.setClock(LATER);
});

const LATER = '2022-05-03T08:00:00+07:00';
const clerk = async () => actAs(system, 'van-thu.an-hoa');
const head = async () => actAs(system, 'chu-tich.an-hoa');
const query = { unit: null, kind: 'dossier', page: 1 } as const;

async function listed(): Promise<readonly string[]> {
  return (await retentionView(await clerk(), query)).rows.map(({ label }) => label);
}

async function idOf(of: string): Promise<number> {
  const { rows } = await system.superuser.query<{ id: number }>(
    'select id::int from dossiers where number = $1',
    [of],
  );
  return rows[0]?.id ?? 0;
}

async function propose(change: Partial<ProposeInput> = {}): Promise<number> {
  const ctx = await clerk();
  const unitId = ctx.actor?.post.unitId ?? 0;
  const input: ProposeInput = {
    unitId,
    kind: 'dossier',
    all: false,
    ids: [await idOf(number)],
    reason: 'Hết thời hạn',
    ...change,
  };
  return proposeDisposal(ctx, input);
}

const approval = (id: number, change: Partial<DecideInput> = {}): DecideInput => ({
  id,
  sequence: 1,
  outcome: 'approved',
  council: 'Hội đồng theo Quyết định 10/QĐ-UBND, biên bản ngày 2/5/2022',
  decisionNumber: '15/QĐ-UBND',
  decidedOn: '2022-05-03',
  executeOn: '2022-05-10',
  ...change,
});

describe('The list of what has come to its end', () => {
  test('has a dossier from the day its years are over, not a day before', async () => {
    system.setClock('2022-04-27T23:00:00+07:00');
    expect(await listed()).not.toContain(number);
    system.setClock('2022-04-28T08:00:00+07:00');
    expect(await listed()).toContain(number);
  });

  test('has nothing of what is kept for ever or has not ended', async () => {
    const { rows, rules } = await retentionView(await clerk(), query);
    expect(rows.every(({ ruleId }) => rules.get(ruleId)?.years === 2)).toBe(true);
  });

  test('is of the units of whoever looks', async () => {
    await expect(retentionView(await actAs(system, 'mot-cua.an-hoa'), query)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const anToan = (await actAs(system, 'mot-cua.an-toan')).actor?.post.unitId ?? 0;
    await expect(retentionView(await clerk(), { ...query, unit: anToan })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('A proposal', () => {
  test('takes its records off the list; withdrawn it gives them back', async () => {
    const id = await propose();
    expect(await listed()).not.toContain(number);
    await withdraw(await clerk(), { id, sequence: 1, reason: 'Chọn nhầm' });
    expect(await listed()).toContain(number);
    expect((await disposalView(await clerk(), id)).disposal.state).toBe('withdrawn');
  });

  test('of all takes the whole list', async () => {
    const count = (await listed()).length;
    const id = await propose({ all: true, ids: [] });
    expect((await disposalView(await clerk(), id)).items).toHaveLength(count);
    expect(await listed()).toEqual([]);
  });

  test.each([
    ['that has not ended', async () => [999_999]],
    ['without any record', async () => []],
  ])('%s is refused', async (_what, ids) => {
    await expect(propose({ ids: await ids() })).rejects.toThrow(/chưa hết thời hạn|ít nhất một/);
  });

  test('by a rule that nobody has compared with the law is refused', async () => {
    const rules = await rulesOf(await clerk());
    const attested = rules.find(({ years, procedureId }) => years === 2 && procedureId !== null);
    const { rows } = await system.superuser.query<{ id: number }>(
      `select procedure_id::int as id from dossiers where number = $1`,
      [number],
    );
    const rule = rules.find(({ procedureId }) => procedureId === rows[0]?.id) ?? attested;
    if (!rule) throw new Error('No rule');
    const homeAffairs = await actAs(system, 'noi-vu');
    await saveRule(homeAffairs, { ...rule, certainty: 'likely' });
    await expect(propose()).rejects.toMatchObject({ kind: 'conflict' });
    await saveRule(homeAffairs, { ...rule, sequence: rule.sequence + 1 });
    expect(await propose()).toBeGreaterThan(0);
  });

  test('is made once by two people at once', async () => {
    const outcomes = await Promise.allSettled([propose(), propose()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is not for the counter, nor for another unit', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const input: ProposeInput = {
      unitId: ctx.actor?.post.unitId ?? 0,
      kind: 'dossier',
      all: true,
      ids: [],
      reason: 'Dọn kho',
    };
    await expect(proposeDisposal(ctx, input)).rejects.toMatchObject({ kind: 'forbidden' });
    const anToan = (await actAs(system, 'mot-cua.an-toan')).actor?.post.unitId ?? 0;
    await expect(propose({ unitId: anToan })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('A decision', () => {
  test('is another person’s, with council, number and a day that leaves time to take it back', async () => {
    const id = await propose();
    await expect(decide(await clerk(), approval(id))).rejects.toMatchObject({ kind: 'forbidden' });
    const boss = await head();
    await expect(decide(boss, approval(id, { council: '' }))).rejects.toThrow(/hội đồng/);
    await expect(decide(boss, approval(id, { decisionNumber: '' }))).rejects.toThrow(/số, ký hiệu/);
    await expect(decide(boss, approval(id, { decidedOn: '2022-05-04' }))).rejects.toThrow(
      /không sau hôm nay/,
    );
    await expect(decide(boss, approval(id, { executeOn: '2022-05-03' }))).rejects.toThrow(/từ ngày mai/);
    await decide(boss, approval(id));
    expect((await disposalView(boss, id)).disposal).toMatchObject({
      state: 'approved',
      executeOn: '2022-05-10',
    });
  });

  test('is not that of whoever proposed, even when they may decide', async () => {
    const id = await propose();
    const boss = await head();
    await system.superuser.query('update disposals set proposed_by = $1 where id = $2', [
      boss.actor?.officerId,
      id,
    ]);
    await expect(decide(boss, approval(id))).rejects.toThrow(/không được tự quyết định/);
  });

  test('counts once when two decide at once, and only what they saw', async () => {
    const id = await propose();
    const other = await actAs(system, 'chu-tich.huyen');
    const outcomes = await Promise.allSettled([
      decide(await head(), approval(id)),
      decide(other, approval(id, { outcome: 'declined' })),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('declined gives the records back', async () => {
    const id = await propose();
    await decide(
      await head(),
      approval(id, { outcome: 'declined', council: '', decisionNumber: '', decidedOn: '', executeOn: '' }),
    );
    expect(await listed()).toContain(number);
  });

  test('can be taken back until the day before, not on the day', async () => {
    const id = await propose();
    await decide(await head(), approval(id));
    system.setClock('2022-05-10T00:01:00+07:00');
    const withdrawal = { id, sequence: 2, reason: 'Có khiếu nại' };
    await expect(withdraw(await head(), withdrawal)).rejects.toMatchObject({ kind: 'conflict' });
    system.setClock('2022-05-09T23:59:00+07:00');
    await withdraw(await head(), withdrawal);
    system.setClock('2022-05-11T03:00:00+07:00');
    await carryOutDisposal(await systemContext(system, 'job'), id);
    expect((await disposalView(await head(), id)).disposal.state).toBe('withdrawn');
    const { rows } = await system.superuser.query('select disposed_at from dossiers where number = $1', [
      number,
    ]);
    expect(rows).toEqual([{ disposed_at: null }]);
  });
});

describe('A hold', () => {
  test('keeps a record off the list until it is lifted', async () => {
    await placeHold(await clerk(), { kind: 'dossier', number, reason: 'Có khiếu nại', document: '' });
    expect(await listed()).not.toContain(number);
    const hold = (await holdList(await clerk())).find((one) => one.number === number);
    await liftHold(await clerk(), { id: hold?.id ?? 0, reason: 'Đã giải quyết xong' });
    expect(await listed()).toContain(number);
  });

  test('placed twice is one', async () => {
    const input = { kind: 'dossier', number, reason: 'Có khiếu nại', document: '' } as const;
    const outcomes = await Promise.allSettled([
      placeHold(await clerk(), input),
      placeHold(await head(), input),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is not for another unit', async () => {
    const other = await actAs(system, 'mot-cua.an-toan');
    await expect(
      placeHold(other, { kind: 'dossier', number, reason: 'Tò mò thôi', document: '' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('The pages', () => {
  test('lead from the list to the certificate, a form sent twice has one effect', async () => {
    const visitor = await visitorOf(system, 'van-thu.an-hoa');
    const list = await visitor.get('/retention');
    expect(list.text).toContain(number);
    const fields = { ids: [String(await idOf(number))], reason: 'Hết thời hạn bảo quản', all: 'no' };
    const first = await visitor.send(list, '/retention/propose', fields);
    const again = await visitor.send(list, '/retention/propose', fields);
    expect([first.status, again.location]).toEqual([303, first.location]);
    const boss = await visitorOf(system, 'chu-tich.an-hoa');
    const page = await boss.get(first.location ?? '');
    expect(page.text).toContain('Đồng ý tiêu hủy');
    const wrong = await boss.send(page, '/decision', { outcome: 'approved', decidedOn: '40/5/2022' });
    expect(wrong.status).toBe(422);
    const decided = await boss.send(page, '/decision', {
      outcome: 'approved',
      council: 'Hội đồng theo Quyết định 10/QĐ-UBND',
      decisionNumber: '15/QĐ-UBND',
      decidedOn: '3/5/2022',
      executeOn: '10/5/2022',
    });
    expect((await boss.follow(decided)).text).toContain('Có thể rút lại trước ngày tiêu hủy');
    expect((await boss.get(`${first.location}/certificate.pdf`)).status).toBe(409);
    const [newest] = await disposalList(await head());
    expect(newest?.state).toBe('approved');
  });

  test('of rules: a new one is written down, two for the same time are refused', async () => {
    const visitor = await visitorOf(system, 'noi-vu');
    const fields = {
      kind: 'dossier',
      scope: 'domain:Xây dựng',
      years: '20',
      legalBasis: 'Thông tư 10/2022/TT-BNV, mục thử',
      certainty: 'likely',
      validFrom: '1/1/2021',
    };
    const done = await visitor.fill('/retention/rules/new', fields);
    expect((await visitor.follow(done)).text).toContain('Lĩnh vực Xây dựng');
    const twice = await visitor.fill('/retention/rules/new', { ...fields, validFrom: '1/1/2022' });
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('Đã có quy tắc');
    expect((await visitor.fill('/retention/rules/new', { ...fields, years: 'mười' })).status).toBe(422);
    expect((await visitor.get('/retention/rules')).text).toContain('Giữ');
    expect((await (await visitorOf(system)).get('/du-lieu-ca-nhan')).text).toContain('Chứng thực chữ ký');
  });
});
