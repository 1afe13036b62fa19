import { definitionsIn } from '../run/definitions.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localDateOf } from '#kernel/local-date.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { processFor } from '#capabilities/processes/service.ts';
import { offeringsOf } from '#capabilities/procedures/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receptionOf } from '#test/dossiers.ts';
import { asDossierEvent } from '../deeds.ts';
import { replay } from '../fold.ts';
import { loadDossier } from '../store.ts';
import { findApplicants, knownApplicant } from './applicants/service.ts';
import type { ReceiveInput } from './schema.ts';
import { receive } from './service.ts';

let system: TestSystem;
let counter: Context;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  counter = await actAs(system, 'mot-cua.an-hoa');
});

const receiveWith = async (change: Partial<ReceiveInput>, slug?: string) =>
  receive(counter, { ...(await receptionOf(counter, slug)), ...change });

describe('Receiving a dossier', () => {
  test('takes the next number of the day and promises what the calendar says', async () => {
    const first = await receiveWith({});
    const second = await receiveWith({}, 'xac-nhan-tinh-trang-hon-nhan');
    expect(first.number).toMatch(/^000\.17\.22\.H08-200428-\d{4}$/);
    expect(Number(second.number.slice(-4))).toBe(Number(first.number.slice(-4)) + 1);
    // Three working days from Tuesday 08:00, over the holidays of 30 April and 1 May.
    expect(second.dueAt).toEqual(new Date('2020-05-05T08:00:00+07:00'));
  });

  test('takes the next line of the year in the tracking book', async () => {
    const states = [await receiveWith({}), await receiveWith({})];
    const rows = await system.db
      .selectFrom('dossiers')
      .select('bookLine')
      .where(
        'number',
        'in',
        states.map((state) => state.number),
      )
      .orderBy('id')
      .execute();
    expect(Number(rows[1]?.bookLine)).toBe(Number(rows[0]?.bookLine) + 1);
  });

  test('passes on at once when asked, and the rows equal what the history folds to', async () => {
    const state = await receiveWith({ passOnNow: true });
    expect(state.phase).toBe('processing');
    const loaded = await loadDossier(system.db, state.number, 'read');
    const events = await historyOf(counter, 'dossier', loaded?.id ?? 0);
    const deeds = events.map(asDossierEvent);
    expect(replay(deeds, await definitionsIn(counter, deeds))).toEqual(loaded?.state);
  });

  test('knows the applicant again by number and keeps the latest particulars', async () => {
    const input = await receptionOf(counter);
    await receive(counter, input);
    const applicant = { ...input.applicant, phone: '0905999888' };
    await receive(counter, { ...(await receptionOf(counter, 'dang-ky-ket-hon')), applicant });
    const [found, ...others] = await findApplicants(counter, input.applicant.idNumber);
    expect(found).toMatchObject({ phone: '0905999888', exact: true });
    expect(others).toEqual([]);
  });

  test('after 15:00 promises a same-day procedure for the next working day', async () => {
    system.setClock('2020-04-28T15:20:00+07:00');
    counter = await actAs(system, 'mot-cua.an-hoa');
    expect(localDateOf((await receiveWith({})).dueAt)).toBe('2020-04-29');
  });
});

describe('A dossier is not received', () => {
  test('without a required paper, unless a note says why', async () => {
    const { papers } = await receptionOf(counter);
    const without = papers.map((paper, index) => (index === 0 ? { ...paper, taken: false } : paper));
    await expect(receiveWith({ papers: without })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { 'papers.0.note': expect.stringContaining('Tờ khai đăng ký khai sinh') },
    });
    const noted = without.map((paper, index) =>
      index === 0 ? { ...paper, note: 'Đã có trong cơ sở dữ liệu hộ tịch' } : paper,
    );
    await expect(receiveWith({ papers: noted })).resolves.toMatchObject({ phase: 'received' });
  });

  test('when the form leaves a required paper out altogether', async () => {
    const { papers } = await receptionOf(counter);
    await expect(receiveWith({ papers: papers.slice(1) })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('with less than the price and no reason, and all that is wrong is said at once', async () => {
    const { papers } = await receptionOf(counter);
    const fees = [{ position: 2, quantity: 2, amount: 1000, exemption: '' }];
    const change = { papers: papers.map((paper) => ({ ...paper, taken: false })), fees };
    await expect(receiveWith(change)).rejects.toMatchObject({
      fields: { 'papers.0.note': expect.any(String), 'fees.2.exemption': expect.any(String) },
    });
  });

  test('in a way the counter does not offer', async () => {
    await expect(receiveWith({ channel: 'online' })).rejects.toMatchObject({
      fields: { channel: expect.any(String) },
    });
    await expect(receiveWith({ returnMethod: 'postal' })).rejects.toMatchObject({
      fields: { returnMethod: expect.any(String) },
    });
  });

  test('when the procedure is not received at this counter', async () => {
    const input = await receptionOf(counter, 'cap-giay-phep-xay-dung');
    await expect(receive(counter, input)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('beside a running one of the same person and kind, until the officer confirms', async () => {
    const input = await receptionOf(counter);
    const first = await receive(counter, input);
    await expect(receive(counter, input)).rejects.toThrow(first.number);
    await expect(receive(counter, { ...input, confirmedDuplicate: true })).resolves.toBeDefined();
  });

  test('twice when two counters receive the same person at the same moment', async () => {
    const input = await receptionOf(counter);
    const outcomes = await Promise.allSettled([receive(counter, input), receive(counter, input)]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('under a number noted for somebody of another name, until the officer has looked', async () => {
    const input = await receptionOf(counter);
    await receive(counter, input);
    const applicant = { ...input.applicant, fullName: 'Đinh Văn A' };
    const other = { ...(await receptionOf(counter, 'dang-ky-ket-hon')), applicant };
    await expect(receive(counter, other)).rejects.toMatchObject({
      fields: { confirmedIdentity: expect.not.stringContaining('Nguyễn Thị B') },
    });
    await expect(receive(counter, { ...other, confirmedIdentity: true })).resolves.toBeDefined();
  });

  test('without the commune it concerns, where a commune takes part', async () => {
    const district = await actAs(system, 'mot-cua.huyen');
    const offers = await offeringsOf(district, requireActor(district).post.unitId, '2020-04-28');
    const concerned = offers.find(({ version }) =>
      version.content.steps.some((step) => step.place.scope === 'commune'),
    );
    const input = await receptionOf(district, concerned?.version.slug);
    await expect(receive(district, input)).rejects.toMatchObject({
      fields: { localityUnitId: expect.any(String) },
    });
    const anHoa = await unitByCode(district, 'xa-an-hoa');
    const state = await receive(district, { ...input, localityUnitId: anHoa.id });
    expect(state.steps.some((step) => step.unitId === anHoa.id)).toBe(true);
  });
});

describe('Every procedure of a counter', () => {
  test.each(['mot-cua.an-hoa', 'mot-cua.huyen'])('can be received by %s', async (login) => {
    const ctx = await actAs(system, login);
    const locality = await unitByCode(ctx, 'xa-an-hoa');
    const offers = await offeringsOf(ctx, requireActor(ctx).post.unitId, '2020-04-28');
    expect(offers.length).toBeGreaterThan(10);
    for (const { version } of offers) {
      const input = await receptionOf(ctx, version.slug);
      const [kind = 'citizen'] = version.content.applicants;
      const applicant = { ...input.applicant, kind };
      const papers = input.papers.map((paper) => ({ ...paper, taken: true }));
      const change = { applicant, papers, localityUnitId: locality.id };
      const state = await receive(ctx, { ...input, ...change });
      const { definition } = await processFor(ctx, version, '2020-04-28');
      const tasks = definition.nodes.filter(({ kind }) => kind === 'user-task' || kind === 'message-catch');
      expect(state.steps.map(({ node }) => node)).toEqual(tasks.map(({ id }) => id));
    }
  });
});

describe('Who may receive', () => {
  test.each(['tu-phap.an-hoa', 'chu-tich.an-hoa', 'thanh-tra', 'quan-tri'])('not %s', async (login) => {
    const ctx = await actAs(system, login);
    await expect(receive(ctx, await receptionOf(counter))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(findApplicants(ctx, 'Nguyễn')).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('People found by name', () => {
  test('keep their numbers to themselves until one of the numbers is typed', async () => {
    const input = await receptionOf(counter);
    await receive(counter, { ...input, applicant: { ...input.applicant, fullName: 'Đinh Thị Xuân Hương' } });
    const [byName] = await findApplicants(counter, 'xuan huong dinh');
    expect(byName).toMatchObject({ fullName: 'Đinh Thị Xuân Hương', exact: false });
    const id = byName?.id ?? 0;
    expect(await knownApplicant(counter, id, 'Hương')).toMatchObject({ idNumber: null, phone: '' });
    expect(await knownApplicant(counter, id, input.applicant.idNumber)).toMatchObject({
      phone: '0905000123',
    });
  });

  test('are not found by a part of a number', async () => {
    const { applicant } = await receptionOf(counter);
    expect(await findApplicants(counter, applicant.idNumber.slice(0, 8))).toEqual([]);
    expect(await findApplicants(counter, '%%')).toEqual([]);
    expect(await findApplicants(counter, '..')).toEqual([]);
  });
});
