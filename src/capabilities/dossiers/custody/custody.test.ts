import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { visitorOf } from '#test/visitor.ts';
import { dossierRecords } from '../rebuild/records.ts';
import type { DossierState } from '../schema.ts';
import { claim, passOn } from '../service.ts';
import { activeSteps, holderOf, openHandover } from '../state.ts';
import { viewDossier } from '../view/service.ts';
import { courierList, courierLists, makeLists } from './lists/service.ts';
import { printList } from './lists/print.ts';
import { courierRecords } from './records.ts';
import { unitTimes } from './rules.ts';
import { calendarsOf } from '../frame.ts';
import {
  answerDiscrepancy,
  listPapers,
  openHandovers,
  receiveHandover,
  settleDiscrepancy,
} from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

/** A social-protection dossier of An Hòa on its way to the department of the district. */
async function onItsWay(): Promise<DossierState> {
  system.setClock(TUESDAY_MORNING);
  return advance(system, await receivedDossier(system, { slug: 'ho-tro-chi-phi-mai-tang' }), 3);
}

const sender = async () => actAs(system, 'van-thu.an-hoa');
const receiver = async () => actAs(system, 'chuyen-vien.lao-dong');
const refTo = ({ number, sequence }: DossierState) => ({ number, sequence });
const receipt = (state: DossierState) => ({
  ...refTo(state),
  how: 'whole' as const,
  note: '',
  discrepancies: [],
});

async function deviations(): Promise<readonly string[]> {
  const ctx = await systemContext(system, 'check');
  const found: string[] = [];
  const report = {
    found: ({ sentence }: { sentence: string }) => found.push(sentence),
    progress: () => undefined,
  };
  for (const declaration of [await dossierRecords(ctx), courierRecords])
    await compareRecords(ctx, declaration, report);
  return found;
}

describe('Papers handed from one unit to another', () => {
  test('stay with the sender until the receiver has them', async () => {
    const sent = await onItsWay();
    const open = openHandover(sent);
    expect(open).not.toBeNull();
    expect(holderOf(sent)).toBe(open?.fromUnitId);
    const taken = await receiveHandover(await receiver(), receipt(sent));
    expect(holderOf(taken)).toBe(open?.toUnitId);
    expect(openHandover(taken)).toBeNull();
  });

  test('are those that the sender says, and an answer is owed for what is missing', async () => {
    const sent = await onItsWay();
    const [first] = (await viewDossier(await sender(), sent.number)).papers;
    const listed = await listPapers(await sender(), { ...refTo(sent), papers: [{ position: 0, copies: 2 }] });
    expect(openHandover(listed)?.papers).toEqual([{ position: 0, copies: 2 }]);
    const discrepancies = [{ paper: first?.name ?? '', kind: 'missing' as const, note: 'chỉ có 1 bản' }];
    await receiveHandover(await receiver(), { ...receipt(listed), how: 'discrepancies', discrepancies });
    const [found] = (await openHandovers(await sender())).discrepancies;
    expect(found).toMatchObject({ number: sent.number, kind: 'missing', note: 'chỉ có 1 bản', answer: null });
    const about = { number: sent.number, id: found?.id ?? 0 };
    const settlement = { ...about, settlement: 'Đã nhận bản gửi bổ sung ngày 29/4.' };
    await expect(
      answerDiscrepancy(await receiver(), { ...about, answer: 'disputed', note: 'đã giao đủ' }),
    ).rejects.toThrow('Chỉ đơn vị đã bàn giao');
    await expect(settleDiscrepancy(await sender(), settlement)).rejects.toThrow('Chỉ đơn vị đã ghi sai lệch');
    await answerDiscrepancy(await sender(), { ...about, answer: 'sends-after', note: 'gửi ngày 29/4' });
    await settleDiscrepancy(await receiver(), settlement);
    expect((await openHandovers(await sender())).discrepancies).toEqual([]);
    await expect(settleDiscrepancy(await receiver(), settlement)).rejects.toThrow('đã được giải quyết xong');
  });

  test('that are not taken go back with the reason, and the sender has had them all along', async () => {
    const sent = await onItsWay();
    const refusal = { ...receipt(sent), how: 'refused' as const };
    await expect(receiveHandover(await receiver(), refusal)).rejects.toThrow('Hãy ghi rõ vì sao không nhận');
    const back = await receiveHandover(await receiver(), {
      ...refusal,
      note: 'Thiếu tờ khai có dấu của xã.',
    });
    expect(back.handovers.at(-1)).toMatchObject({ endedHow: 'refused', takenAt: null });
    const [step] = activeSteps(back);
    expect(step).toMatchObject({ sentBack: true, custody: 'held', unitId: holderOf(back) });
  });

  test('cannot be taken by a unit that they were not sent to', async () => {
    const sent = await onItsWay();
    await expect(receiveHandover(await sender(), receipt(sent))).rejects.toThrow('đơn vị hoặc vị trí khác');
    await expect(receiveHandover(await actAs(system, 'mot-cua.an-toan'), receipt(sent))).rejects.toThrow(
      'Không có hồ sơ này',
    );
  });

  test('that are on their way longer than a working day are said to be late', async () => {
    const sent = await onItsWay();
    const isLate = async () =>
      (await openHandovers(await sender())).outgoing.find(({ number }) => number === sent.number)?.isOverdue;
    expect(await isLate()).toBe(false);
    system.setClock('2020-04-29T16:00:00+07:00');
    expect(await isLate()).toBe(true);
    system.setClock(TUESDAY_MORNING);
  });
});

describe('A list for the courier', () => {
  test('has the next number of its unit and year, and everything on it once', async () => {
    const two = [await onItsWay(), await onItsWay()];
    const numbers = two.map(({ number }) => number);
    const [id = 0] = await makeLists(await sender(), { numbers });
    const { list, items, isReceiver } = await courierList(await receiver(), id);
    expect(items.map(({ number }) => number)).toEqual(numbers);
    expect(isReceiver).toBe(true);
    await expect(makeLists(await sender(), { numbers })).rejects.toThrow('đã ở một danh sách bàn giao khác');
    const another = await onItsWay();
    const [next = 0] = await makeLists(await sender(), { numbers: [another.number] });
    expect((await courierList(await sender(), next)).list.line).toBe(list.line + 1);
    await expect(courierList(await actAs(system, 'mot-cua.an-toan'), id)).rejects.toThrow(
      'không thuộc đơn vị',
    );
  });

  test('is printed with what goes, and its code opens it', async () => {
    const [id = 0] = await makeLists(await sender(), { numbers: [(await onItsWay()).number] });
    const { bytes, name } = await printList(await sender(), id);
    expect(name).toMatch(/^ban-giao-\d\d-2020$/);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is taken by ticking, from the page that the code opens', async () => {
    const state = await onItsWay();
    const sends = await visitorOf(system, 'van-thu.an-hoa');
    const made = await sends.send(await sends.get('/handovers'), '/handovers/lists', {
      selected: state.number,
    });
    const path = made.location?.replace('http://localhost', '') ?? '';
    expect((await sends.get(path)).text).toContain(state.number);
    const takes = await visitorOf(system, 'chuyen-vien.lao-dong');
    const page = await takes.get(path);
    const step = activeSteps(state)[0]?.position ?? 0;
    const selected = `${state.number}:${state.sequence}:${step}`;
    const outcome = await takes.send(page, `${path}/take`, { selected });
    expect(outcome.text).toContain('Đã thực hiện 1 trong 1 hồ sơ');
    expect(await courierLists(await sender(), 'open')).not.toContainEqual(
      expect.objectContaining({ id: Number(path.split('/').at(-1)) }),
    );
  });
});

describe('Steps done at the same time', () => {
  /** Three branches at once: the commune's official has the papers, the registry and the chairman work beside. */
  async function threeAtOnce(): Promise<DossierState> {
    system.setClock(TUESDAY_MORNING);
    const received = await receivedDossier(system, { slug: 'hoa-giai-tranh-chap-dat-dai' });
    return advance(system, received, 1);
  }

  test('have one unit that leads, with the papers, and others that support, each with its own time', async () => {
    const state = await threeAtOnce();
    expect(activeSteps(state)).toHaveLength(3);
    const clock = {
      now: system.clock(),
      calendar: await calendarsOf(await systemContext(system, 't'), state),
    };
    const times = unitTimes(state, clock).map(({ part, steps }) => [part, steps.map(({ node }) => node)]);
    expect(times).toEqual([
      ['lead', ['receive', 'causes', 'council']],
      ['support', ['facts']],
    ]);
  });

  test('do not make each other old: two people send what they opened at the same moment', async () => {
    const state = await threeAtOnce();
    const at = (node: string) => state.steps.find((step) => step.node === node)?.position ?? -1;
    const form = (node: string) => ({ ...refTo(state), position: at(node), note: '', officerId: null });
    const outcomes = await Promise.allSettled([
      passOn(await actAs(system, 'dia-chinh.an-hoa'), form('causes')),
      passOn(await actAs(system, 'dang-ky-dat-dai'), form('facts')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await deviations()).toEqual([]);
  });

  test('are done once: of two who finish the same one the second is told who was faster', async () => {
    const state = await threeAtOnce();
    const position = state.steps.find(({ node }) => node === 'causes')?.position ?? -1;
    const form = { ...refTo(state), position, note: '', officerId: null };
    const people = [await actAs(system, 'dia-chinh.an-hoa'), await actAs(system, 'tu-phap.an-hoa')];
    const outcomes = await Promise.allSettled(people.map(async (ctx) => passOn(ctx, form)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find(({ status }) => status === 'rejected');
    expect(String(lost && 'reason' in lost ? lost.reason : '')).toMatch(/vừa xử lý hồ sơ này .*chuyển bước/);
  });

  test('an old form about another step is told that its own step has changed hands', async () => {
    const state = await threeAtOnce();
    const position = state.steps.find(({ node }) => node === 'causes')?.position ?? -1;
    await claim(await actAs(system, 'dia-chinh.an-hoa'), { ...refTo(state), position });
    await expect(claim(await actAs(system, 'tu-phap.an-hoa'), { ...refTo(state), position })).rejects.toThrow(
      'vừa xử lý hồ sơ này',
    );
  });
});

test('All of it is what the histories say', async () => {
  expect(await deviations()).toEqual([]);
});
