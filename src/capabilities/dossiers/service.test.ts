import { definitionsIn } from './run/definitions.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { acts, putActInForce } from '#foundation/organisation/acts/service.ts';
import { successorsOf } from '#foundation/organisation/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { asDossierEvent } from './deeds.ts';
import { replay } from './fold.ts';
import { returns } from './inbox/service.ts';
import { activeStep } from './state.ts';
import type { DossierState } from './schema.ts';
import {
  assign,
  claim,
  enterResult,
  passOn,
  release,
  returnResult,
  sendBack,
  takeCustody,
} from './service.ts';
import { loadDossier } from './store.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const reference = (state: DossierState) => ({ number: state.number, sequence: state.sequence });
const onward = (state: DossierState) => ({ ...reference(state), note: '', officerId: null });
const birthCertificate = {
  outcome: 'granted',
  title: 'Giấy khai sinh',
  documentNumber: '12/2020',
  issuedOn: '2020-04-28',
  reason: '',
} as const;
const toApplicant = {
  recipient: 'Nguyễn Thị B',
  relation: 'Chính người nộp',
  idNumber: '',
  acknowledgement: 'signed',
  note: '',
} as const;

async function inAnHoa(login: string): Promise<Context> {
  return actAs(system, `${login}.an-hoa`);
}

/** A birth registration that lies ready at the counter. */
async function readyDossier(): Promise<DossierState> {
  system.setClock(TUESDAY_MORNING);
  let state = await receivedDossier(system);
  state = await passOn(await inAnHoa('mot-cua'), onward(state));
  state = await enterResult(await inAnHoa('tu-phap'), { ...reference(state), ...birthCertificate });
  state = await passOn(await inAnHoa('tu-phap'), onward(state));
  state = await passOn(await inAnHoa('chu-tich'), onward(state));
  return passOn(await inAnHoa('van-thu'), onward(state));
}

describe('a birth registration within the commune', () => {
  test('passes through its steps, is done on time, and is returned', async () => {
    const ready = await readyDossier();
    expect(ready).toMatchObject({ phase: 'done', timeliness: 'on-time' });
    const returned = await returnResult(await inAnHoa('mot-cua'), { ...reference(ready), ...toApplicant });
    expect(returned.phase).toBe('returned');
    expect(activeStep(returned)).toBeNull();
  });

  test('is late when it was done after the promised instant, and stays late', async () => {
    system.setClock(TUESDAY_MORNING);
    let state = await receivedDossier(system);
    state = await passOn(await inAnHoa('mot-cua'), onward(state));
    system.setClock('2020-04-29T09:00:00+07:00');
    state = await enterResult(await inAnHoa('tu-phap'), { ...reference(state), ...birthCertificate });
    state = await passOn(await inAnHoa('tu-phap'), { ...onward(state), lateReasonCode: 'overload' });
    state = await passOn(await inAnHoa('chu-tich'), { ...onward(state), lateReasonCode: 'overload' });
    state = await passOn(await inAnHoa('van-thu'), { ...onward(state), lateReasonCode: 'overload' });
    expect(state.timeliness).toBe('late');
    system.setClock(TUESDAY_MORNING);
  });

  test('cannot go to the counter without a result', async () => {
    system.setClock(TUESDAY_MORNING);
    let state = await receivedDossier(system);
    for (const login of ['mot-cua', 'tu-phap', 'chu-tich'])
      state = await passOn(await inAnHoa(login), onward(state));
    await expect(passOn(await inAnHoa('van-thu'), onward(state))).rejects.toThrow('Hãy nhập kết quả');
  });

  test('a result found wrong at the counter goes back and is no longer finished', async () => {
    const ready = await readyDossier();
    const reason = 'Sai tên đệm của trẻ, in lại giấy khai sinh.';
    const back = await sendBack(await inAnHoa('mot-cua'), { ...reference(ready), reason });
    expect(back).toMatchObject({ phase: 'processing', finishedAt: null, timeliness: null });
    expect(activeStep(back)).toMatchObject({ role: 'records-clerk', sentBack: true });
  });

  test('the rows equal what the history folds to', async () => {
    const ready = await readyDossier();
    await returnResult(await inAnHoa('mot-cua'), { ...reference(ready), ...toApplicant });
    const loaded = await loadDossier(system.db, ready.number, 'read');
    const ctx = await inAnHoa('mot-cua');
    const events = await historyOf(ctx, 'dossier', loaded?.id ?? 0);
    const deeds = events.map(asDossierEvent);
    expect(replay(deeds, await definitionsIn(ctx, deeds))).toEqual(loaded?.state);
  });
});

describe('two people at once', () => {
  test('the second on the same version is told, and nothing is overwritten', async () => {
    const state = await receivedDossier(system);
    const first = await passOn(await inAnHoa('mot-cua'), onward(state));
    await expect(passOn(await inAnHoa('mot-cua'), onward(state))).rejects.toMatchObject({ kind: 'conflict' });
    const loaded = await loadDossier(system.db, state.number, 'read');
    expect(loaded?.state.sequence).toBe(first.sequence);
  });

  test('simultaneous pass-ons have one effect', async () => {
    const state = await receivedDossier(system);
    const ctx = await inAnHoa('mot-cua');
    const outcomes = await Promise.allSettled([passOn(ctx, onward(state)), passOn(ctx, onward(state))]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('who may act', () => {
  test('another post of the commune cannot do a step that is not theirs', async () => {
    const state = await receivedDossier(system);
    await expect(passOn(await inAnHoa('tu-phap'), onward(state))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('another commune is told that the dossier does not exist', async () => {
    const state = await receivedDossier(system);
    const other = await actAs(system, 'mot-cua.an-toan');
    await expect(passOn(other, onward(state))).rejects.toMatchObject({ kind: 'missing' });
  });

  test('an inspector reads everything and changes nothing', async () => {
    const state = await receivedDossier(system);
    const inspector = await actAs(system, 'thanh-tra');
    await expect(passOn(inspector, onward(state))).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('an administrator does not see dossiers by being administrator', async () => {
    const state = await receivedDossier(system);
    await expect(claim(await actAs(system, 'quan-tri'), reference(state))).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('claiming, assigning, releasing', () => {
  test('a step claimed by one is not handled by another until taken over', async () => {
    let state = await receivedDossier(system);
    state = await passOn(await inAnHoa('mot-cua'), onward(state));
    const specialist = await inAnHoa('tu-phap');
    state = await claim(specialist, reference(state));
    expect(activeStep(state)?.officerId).toBe(specialist.actor?.officerId);
    await expect(claim(specialist, reference(state))).rejects.toMatchObject({ kind: 'conflict' });
    state = await release(specialist, reference(state));
    expect(activeStep(state)?.officerId).toBeNull();
  });

  test('a leader assigns only somebody who holds a fitting post in the unit', async () => {
    let state = await receivedDossier(system);
    state = await passOn(await inAnHoa('mot-cua'), onward(state));
    const chairman = await inAnHoa('chu-tich');
    const specialist = await inAnHoa('tu-phap');
    const stranger = await actAs(system, 'mot-cua.an-toan');
    const officerId = stranger.actor?.officerId ?? 0;
    await expect(assign(chairman, { ...reference(state), officerId })).rejects.toMatchObject({
      kind: 'invalid',
    });
    const assigned = await assign(chairman, {
      ...reference(state),
      officerId: specialist.actor?.officerId ?? 0,
    });
    expect(activeStep(assigned)?.officerId).toBe(specialist.actor?.officerId);
    await expect(assign(specialist, { ...reference(assigned), officerId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('between commune and district', () => {
  test('both hands are recorded before the district can work', async () => {
    let state = await receivedDossier(system, { slug: 'ho-tro-chi-phi-mai-tang' });
    while (activeStep(state)?.unitId === state.receivingUnitId) {
      const login = {
        'one-stop': 'mot-cua',
        specialist: 'van-hoa-xa-hoi',
        chairman: 'chu-tich',
        'records-clerk': 'van-thu',
      };
      const role = activeStep(state)?.role;
      // Only these roles exist in a commune's steps.
      const name = login[role as keyof typeof login];
      state = await passOn(await inAnHoa(name), onward(state));
    }
    const step = activeStep(state);
    expect(step).toMatchObject({ custody: 'handed' });
    expect(state.handovers).toHaveLength(1);
    const district = await actAs(
      system,
      step?.role === 'one-stop' ? 'mot-cua.huyen' : 'chuyen-vien.lao-dong',
    );
    await expect(passOn(district, onward(state))).rejects.toThrow('xác nhận đã nhận bàn giao');
    state = await takeCustody(district, { ...reference(state), note: '' });
    expect(state.handovers[0]?.takenBy).toBe(district.actor?.officerId);
    await expect(takeCustody(district, { ...reference(state), note: '' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    state = await passOn(district, onward(state));
    expect(activeStep(state)?.custody).toBe(activeStep(state)?.unitId === step?.unitId ? 'held' : 'handed');
  });
});

describe('when the communes merge while dossiers are running', () => {
  test('whoever took over the work finds them, finishes them and returns them', async () => {
    const house = await openTestWorld();
    house.setClock('2025-06-27T08:00:00+07:00');
    let state = await receivedDossier(house, { slug: 'dang-ky-giam-ho' });
    const homeAffairs = await actAs(house, 'noi-vu');
    for (const act of await acts(homeAffairs)) {
      if (act.state === 'prepared') await putActInForce(await actAs(house, 'noi-vu'), act.code);
    }
    house.setClock('2025-07-01T08:00:00+07:00');
    const today = await actAs(house, 'noi-vu');
    const [successor] = await successorsOf(today, state.receivingUnitId, '2025-07-01');
    // The officers of the old commune get the same posts in the new one.
    await house.superuser.query('update posts set unit_id = $1 where unit_id = $2', [
      successor?.id,
      state.receivingUnitId,
    ]);
    const counter = async () => actAs(house, 'mot-cua.an-hoa');
    expect((await counter()).actor?.post.unitId).toBe(successor?.id);
    state = await passOn(await counter(), onward(state));
    const result = { ...birthCertificate, title: 'Giấy xác nhận', issuedOn: '2025-07-01' };
    state = await enterResult(await actAs(house, 'tu-phap.an-hoa'), { ...reference(state), ...result });
    for (const login of ['tu-phap', 'chu-tich', 'van-thu']) {
      state = await passOn(await actAs(house, `${login}.an-hoa`), onward(state));
    }
    expect((await returns(await counter(), '')).map((row) => row.number)).toEqual([state.number]);
    const returned = await returnResult(await counter(), { ...reference(state), ...toApplicant });
    expect(returned).toMatchObject({ phase: 'returned', timeliness: 'early' });
    await house.close();
  });
});
