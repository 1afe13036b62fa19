import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { missingFrom } from '#test/pdf.ts';
import { printLetter } from '../clock/letters/print.ts';
import { endOfWaiting, receiveSupplement } from '../clock/service.ts';
import { readSupplements } from '../clock/supplements/store.ts';
import { nationalStateOf } from '../rules.ts';
import { readEnded } from '../disposal/store.ts';
import { dossierRecords } from '../rebuild/records.ts';
import type { DossierState } from '../schema.ts';
import { passOn } from '../service.ts';
import { activeStep } from '../state.ts';
import { loadDossier } from '../store.ts';
import { proposeInput, type ProposalKind } from './schema.ts';
import { approvalCount, approvals, askWithdrawal, decide, propose, takeBack } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

const by = async (login: string): Promise<Context> => actAs(system, login);
const reference = (state: DossierState) => ({ number: state.number, sequence: state.sequence });

const LINE = {
  name: 'Giấy xác nhận tình trạng hôn nhân',
  kind: 'original',
  copies: 1,
  wrong: 'đã hết giá trị sử dụng',
  bring: 'giấy mới cấp',
} as const;
const POINT = { ...LINE, name: 'Tờ khai', kind: 'point', wrong: 'thiếu chữ ký', bring: '' } as const;

const SUPPLEMENT = {
  reasonCode: 'missing-paper',
  details: { lines: [LINE, POINT], until: '2020-05-20' },
} as const;

async function proposed(
  state: DossierState,
  kind: ProposalKind,
  said: { readonly login?: string; readonly [key: string]: unknown },
): Promise<DossierState> {
  const { login = 'tu-phap.an-hoa', ...input } = said;
  const whole = { ...reference(state), kind, reasonText: '', legalBasis: '', details: {}, ...input };
  return propose(await by(login), proposeInput.parse(whole));
}

async function accepted(state: DossierState, login = 'chu-tich.an-hoa', ordinal = 1): Promise<DossierState> {
  return decide(await by(login), { ...reference(state), ordinal, outcome: 'accepted', note: '' });
}

/** At the specialist's step, three working days before it is due. */
async function inWork(slug = 'xac-nhan-tinh-trang-hon-nhan'): Promise<DossierState> {
  const state = await receivedDossier(system, { slug });
  return passOn(await by('mot-cua.an-hoa'), { ...reference(state), note: '', officerId: null });
}

async function idOf(state: DossierState): Promise<number> {
  const loaded = await loadDossier(system.db, state.number, 'read');
  return loaded?.id ?? 0;
}

async function findings(): Promise<readonly unknown[]> {
  const ctx = await systemContext(system, 'test');
  const found: unknown[] = [];
  await compareRecords(ctx, await dossierRecords(ctx), {
    found: (one) => found.push(one),
    progress: () => undefined,
  });
  return found;
}

describe('a supplement request', () => {
  test('is never approved by whoever proposes it, but by any second person of the unit', async () => {
    const state = await proposed(await inWork(), 'supplement', SUPPLEMENT);
    await expect(accepted(state, 'tu-phap.an-hoa')).rejects.toThrow('Người đề nghị không tự duyệt');
    await expect(accepted(state, 'chuyen-vien.tu-phap')).rejects.toMatchObject({ kind: 'missing' });
    const paused = await accepted(state, 'van-thu.an-hoa');
    expect(paused.pauses).toMatchObject([{ reason: 'supplement', to: null, until: '2020-05-20' }]);
    expect(nationalStateOf(paused)).toBe(5);
    const { pdf } = await printLetter(await by('mot-cua.an-hoa'), paused.number, 1);
    expect(missingFrom(pdf, [LINE.name, 'thiếu chữ ký', 'chậm nhất ngày 20/5/2020'])).toEqual([]);
  });

  test('stops the clock until the last line came; then the date moves by exactly the working time waited', async () => {
    const before = await inWork();
    const paused = await accepted(await proposed(before, 'supplement', SUPPLEMENT), 'mot-cua.an-hoa');
    await expect(
      passOn(await by('tu-phap.an-hoa'), { ...reference(paused), note: '', officerId: null }),
    ).rejects.toThrow('tạm dừng');
    system.setClock('2020-05-04T09:30:00+07:00');
    const counter = await by('mot-cua.an-hoa');
    const half = await receiveSupplement(counter, { ...reference(paused), lines: [0], note: '' });
    expect(half.pauses.at(-1)?.to).toBeNull();
    const whole = await receiveSupplement(counter, { ...reference(half), lines: [0, 1], note: 'đã ký' });
    expect(whole.pauses.at(-1)?.to).toEqual(system.clock());
    const calendar = await calendarFor(counter, before.receivingUnitId);
    const waited = workingMinutesBetween(calendar, new Date(TUESDAY_MORNING), system.clock());
    expect(workingMinutesBetween(calendar, before.dueAt, whole.dueAt)).toBe(waited);
    const step = (state: DossierState) => activeStep(state)?.dueAt ?? new Date(0);
    expect(workingMinutesBetween(calendar, step(before), step(whole))).toBe(waited);
    const [request] = await readSupplements(system.db, await idOf(whole));
    expect(request).toMatchObject({
      ended: 'complete',
      lines: [{ received: {} }, { received: { note: 'đã ký' } }],
    });
    expect(await findings()).toEqual([]);
  });

  test('a second one is the leader’s to approve, and needs a reason of its own', async () => {
    const first = await accepted(await proposed(await inWork(), 'supplement', SUPPLEMENT), 'mot-cua.an-hoa');
    const back = await receiveSupplement(await by('mot-cua.an-hoa'), {
      ...reference(first),
      lines: [0, 1],
      note: '',
    });
    await expect(proposed(back, 'supplement', SUPPLEMENT)).rejects.toThrow('lãnh đạo duyệt');
    await expect(proposed(back, 'second-supplement', SUPPLEMENT)).rejects.toThrow('vì sao lần trước');
    const reasonText = 'Giấy mới nộp lộ ra nơi cư trú khác với tờ khai.';
    const again = await proposed(back, 'second-supplement', { ...SUPPLEMENT, reasonText });
    await expect(accepted(again, 'mot-cua.an-hoa', 2)).rejects.toThrow('lãnh đạo');
    expect((await accepted(again, 'chu-tich.an-hoa', 2)).pauses).toHaveLength(2);
  });

  test('ends the dossier when nothing came by the last day, and not a day earlier', async () => {
    const paused = await accepted(await proposed(await inWork(), 'supplement', SUPPLEMENT), 'mot-cua.an-hoa');
    await endOfWaiting(await systemContext(system, 'test'), paused.number, '2020-05-20');
    expect((await loadDossier(system.db, paused.number, 'read'))?.state.closed).toBeNull();
    system.setClock('2020-05-21T07:00:00+07:00');
    await endOfWaiting(await systemContext(system, 'test'), paused.number, '2020-05-21');
    await endOfWaiting(await systemContext(system, 'test'), paused.number, '2020-05-21');
    const state = (await loadDossier(system.db, paused.number, 'read'))?.state;
    expect(state).toMatchObject({ phase: 'closed', closed: { how: 'lapsed' } });
    expect(state && nationalStateOf(state)).toBe(8);
  });
});

describe('an extension', () => {
  const MORE = { reasonCode: 'verification', details: { minutes: 960 } };

  test('adds what the leader granted, once; a second is refused with the article', async () => {
    const before = await inWork();
    const longer = await accepted(await proposed(before, 'extension', MORE));
    const calendar = await calendarFor(await by('mot-cua.an-hoa'), before.receivingUnitId);
    expect(workingMinutesBetween(calendar, before.dueAt, longer.dueAt)).toBe(960);
    const { pdf } = await printLetter(await by('mot-cua.an-hoa'), longer.number, 1);
    expect(missingFrom(pdf, ['thêm 2 ngày làm việc', 'Phải xác minh, kiểm tra thực tế thêm'])).toEqual([]);
    await expect(proposed(longer, 'extension', MORE)).rejects.toThrow('Điều 19 Nghị định số 61/2018/NĐ-CP');
  });

  test('that is not approved changes nothing, and the proposer reads why', async () => {
    const before = await inWork();
    const open = await proposed(before, 'extension', MORE);
    const answer = { ...reference(open), ordinal: 1, outcome: 'rejected' } as const;
    await expect(decide(await by('chu-tich.an-hoa'), { ...answer, note: '' })).rejects.toThrow(
      'vì sao không duyệt',
    );
    const after = await decide(await by('chu-tich.an-hoa'), { ...answer, note: 'Còn đủ thời gian.' });
    expect(after.dueAt).toEqual(before.dueAt);
    const mine = await approvals(await by('tu-phap.an-hoa'), {
      view: 'mine',
      kind: '',
      q: open.number,
      page: 1,
    });
    expect(mine.rows).toMatchObject([{ outcome: 'rejected' }]);
  });

  test('can be taken back by whoever proposed it, and by nobody else', async () => {
    const open = await proposed(await inWork(), 'extension', MORE);
    const at = { ...reference(open), ordinal: 1 };
    await expect(takeBack(await by('mot-cua.an-hoa'), at)).rejects.toThrow('Chỉ người đã đề nghị');
    await takeBack(await by('tu-phap.an-hoa'), at);
    await expect(accepted(open)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

async function endedIn(unitId: number): Promise<readonly string[]> {
  const cutoff = { ruleId: 1, procedureId: null, domain: null, endedOn: '2030-01-01', years: 1 };
  const query = { unitId, cutoffs: [cutoff], ids: null, except: [], limit: 100, offset: 0 };
  return (await readEnded(system.db, 'dossier', query)).map(({ label }) => label);
}

describe('an end without a result', () => {
  test.each([
    ['refusal', 'conditions', 'refused'],
    ['stop', 'dispute', 'stopped'],
  ] as const)('%s is approved by the leader, with a letter', async (kind, reasonCode, how) => {
    const reasonText = 'Đất đang có tranh chấp, Tòa án đã thụ lý.';
    const open = await proposed(await inWork(), kind, { reasonCode, reasonText });
    const closed = await accepted(open);
    expect(closed).toMatchObject({ phase: 'closed', closed: { how } });
    expect(activeStep(closed)).toBeNull();
    const { rows } = await system.superuser.query(
      'select kind, number from dossier_letters where dossier_id = $1',
      [await idOf(closed)],
    );
    expect(rows).toMatchObject([{ kind }]);
    const { pdf } = await printLetter(await by('chu-tich.an-hoa'), closed.number, 1);
    expect(missingFrom(pdf, [reasonText, 'CHỦ TỊCH', 'Nguyễn Thị B'])).toEqual([]);
    expect(await endedIn(closed.receivingUnitId)).toContain(closed.number);
    expect(await findings()).toEqual([]);
  });

  test('a withdrawal is state 7 until somebody confirms it, then 8', async () => {
    const state = await inWork();
    await askWithdrawal(await systemContext(system, 'test'), state.number, 'Tôi nộp ở nơi khác.');
    const asked = (await loadDossier(system.db, state.number, 'read'))?.state ?? state;
    expect(nationalStateOf(asked)).toBe(7);
    const closed = await accepted(asked, 'mot-cua.an-hoa');
    expect(closed.closed?.how).toBe('withdrawn');
    expect(nationalStateOf(closed)).toBe(8);
  });

  test('a wish written down at the counter is confirmed by another person', async () => {
    const state = await receivedDossier(system);
    const open = await proposed(state, 'withdrawal', { login: 'mot-cua.an-hoa', reasonCode: 'own-wish' });
    await expect(accepted(open, 'mot-cua.an-hoa')).rejects.toThrow('không tự duyệt');
    expect((await accepted(open, 'tu-phap.an-hoa')).phase).toBe('closed');
  });
});

describe('a mistake', () => {
  test('in the applicant’s data is put right; the history names the field and not the data', async () => {
    const changes = [{ field: 'phone', from: '0905000123', to: '0905000999' }];
    const open = await proposed(await inWork(), 'correction', {
      reasonCode: 'entry-mistake',
      details: { changes },
    });
    const state = await accepted(open);
    const id = await idOf(state);
    const { rows } = await system.superuser.query(
      `select phone, (select payload from history_events where stream = 'dossier' and stream_id = $1 and kind = 'corrected')
        as payload from dossier_parties where dossier_id = $1`,
      [id],
    );
    expect(rows).toMatchObject([{ phone: '0905000999', payload: { fields: ['phone'] } }]);
    expect(JSON.stringify(rows[0].payload)).not.toContain('0905');
  });

  test('in the way it took is undone step by step back to where it was right', async () => {
    const state = await inWork();
    const open = await proposed(state, 'rollback', { reasonCode: 'wrong-way', details: { to: 0 } });
    const back = await accepted(open);
    expect(activeStep(back)).toMatchObject({ position: 0, sentBack: true });
    expect(await findings()).toEqual([]);
  });
});

describe('who is asked', () => {
  test('the leader sees what waits, and the count goes down with the answer', async () => {
    const chairman = await by('chu-tich.an-hoa');
    const before = await approvalCount(chairman);
    const open = await proposed(await inWork(), 'pause', {
      reasonCode: 'court',
      details: { until: '2020-06-01' },
    });
    expect(await approvalCount(await by('chu-tich.an-hoa'))).toBe(before + 1);
    expect(await approvalCount(await by('chu-tich.huyen'))).toBeGreaterThan(0);
    expect(await approvalCount(await by('mot-cua.an-toan'))).toBe(0);
    const paused = await accepted(open);
    expect(paused.pauses.at(-1)).toMatchObject({ reason: 'decided', until: '2020-06-01' });
    expect(await approvalCount(await by('chu-tich.an-hoa'))).toBe(before);
    system.setClock('2020-06-02T07:00:00+07:00');
    await endOfWaiting(await systemContext(system, 'test'), paused.number, '2020-06-02');
    expect((await loadDossier(system.db, paused.number, 'read'))?.state.pauses.at(-1)?.to).toEqual(
      system.clock(),
    );
  });

  test('the same is not proposed twice at once', async () => {
    const open = await proposed(await inWork(), 'supplement', SUPPLEMENT);
    await expect(proposed(open, 'supplement', SUPPLEMENT)).rejects.toThrow('đang chờ duyệt');
  });
});

test('an overdue dossier is passed on with the reason, told once at each step', async () => {
  const state = await inWork('dang-ky-khai-sinh');
  system.setClock('2020-05-12T09:00:00+07:00');
  const onward = { note: '', officerId: null };
  await expect(passOn(await by('tu-phap.an-hoa'), { ...reference(state), ...onward })).rejects.toThrow(
    'quá hạn',
  );
  const told = { lateReasonCode: 'overload', lateReason: '' };
  const next = await passOn(await by('tu-phap.an-hoa'), { ...reference(state), ...onward, ...told });
  expect(activeStep(next)?.role).toBe('chairman');
  await expect(passOn(await by('chu-tich.an-hoa'), { ...reference(next), ...onward })).rejects.toThrow(
    'quá hạn',
  );
});
