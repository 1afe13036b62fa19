import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import type { SpecialDay } from './calendar.ts';
import { computeDue, pauseDue } from './due.ts';
import { explainDue } from './explain.ts';
import { at, MORNING, office, special } from './office.fixture.ts';

const holidays2020: readonly SpecialDay[] = [
  {
    date: '2020-04-30',
    kind: 'holiday',
    name: 'Ngày Chiến thắng',
    legalNotice: 'Điều 115 Bộ luật Lao động 2012',
  },
  {
    date: '2020-05-01',
    kind: 'holiday',
    name: 'Ngày Quốc tế lao động',
    legalNotice: 'Điều 115 Bộ luật Lao động 2012',
  },
];
const calendar = office(holidays2020);
const threeDays = { unit: 'working-day', value: 3 } as const;
const sameDay = { unit: 'same-day', cutoff: '15:00' } as const;

describe('working days and hours', () => {
  test.each([
    ['the clock time carries over', '2020-04-24 09:12', '2020-04-29 09:12'],
    ['over two holidays and a weekend', '2020-04-28 15:20', '2020-05-05 15:20'],
    ['received before opening', '2020-04-20 06:30', '2020-04-22 17:00'],
    ['received in the lunch break', '2020-04-20 12:00', '2020-04-23 11:30'],
    ['received after hours', '2020-04-20 19:00', '2020-04-23 17:00'],
  ])('three working days: %s', (_, received, due) => {
    expect(computeDue(calendar, at(received), threeDays).dueAt).toEqual(at(due));
  });

  test('eight working hours run through the night', () => {
    const { dueAt } = computeDue(calendar, at('2020-04-20 16:00'), { unit: 'working-hour', value: 8 });
    expect(dueAt).toEqual(at('2020-04-21 16:00'));
  });

  test('half a working day is four hours', () => {
    const { dueAt } = computeDue(calendar, at('2020-04-20 08:00'), { unit: 'working-day', value: 0.5 });
    expect(dueAt).toEqual(at('2020-04-20 14:00'));
  });

  test('Saturday mornings count as half days where the office works them', () => {
    const { dueAt } = computeDue(office([], [MORNING]), at('2020-04-24 09:12'), threeDays);
    expect(dueAt).toEqual(at('2020-04-28 14:42'));
  });
});

describe('calendar days', () => {
  test('the first day does not count and the last ends with the office', () => {
    const { dueAt } = computeDue(calendar, at('2020-04-20 09:00'), { unit: 'calendar-day', value: 7 });
    expect(dueAt).toEqual(at('2020-04-27 17:00'));
  });

  test('a last day on a holiday moves to the end of the next working day', () => {
    const { dueAt, explanation } = computeDue(calendar, at('2020-04-20 09:00'), {
      unit: 'calendar-day',
      value: 10,
    });
    expect(dueAt).toEqual(at('2020-05-04 17:00'));
    expect(explanation.days.filter((day) => day.kind === 'skipped').map(({ date }) => date)).toEqual([
      '2020-04-30',
      '2020-05-01',
      '2020-05-02',
      '2020-05-03',
    ]);
  });

  test('a leap day is a day', () => {
    const { dueAt } = computeDue(calendar, at('2024-02-27 10:00'), { unit: 'calendar-day', value: 2 });
    expect(dueAt).toEqual(at('2024-02-29 17:00'));
  });
});

describe('the same day', () => {
  test.each([
    ['at the cut-off', '2020-04-20 15:00', '2020-04-20 17:00'],
    ['a minute after it', '2020-04-20 15:01', '2020-04-21 17:00'],
    ['before opening', '2020-04-20 05:00', '2020-04-20 17:00'],
    ['in the evening', '2020-04-20 20:00', '2020-04-21 17:00'],
    ['on a Saturday', '2020-04-25 16:00', '2020-04-27 17:00'],
    ['after the cut-off before a long weekend', '2020-04-29 15:30', '2020-05-04 17:00'],
  ])('received %s', (_, received, due) => {
    expect(computeDue(calendar, at(received), sameDay).dueAt).toEqual(at(due));
  });
});

describe('what is refused', () => {
  test.each([
    { unit: 'working-day', value: 0 },
    { unit: 'working-hour', value: -1 },
    { unit: 'working-day', value: Number.NaN },
    { unit: 'calendar-day', value: 1.5 },
    { unit: 'same-day', cutoff: 'chiều' },
  ] as const)('the limit %o', (limit) => {
    expect(() => computeDue(calendar, at('2020-04-20 09:00'), limit)).toThrow(Refusal);
  });
});

describe('the explanation', () => {
  test('counts each day, names each skipped day with its legal notice, and survives storage', () => {
    const { explanation } = computeDue(calendar, at('2020-04-28 15:20'), threeDays);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explanation).toMatchObject({
      rule: '03 ngày làm việc',
      receivedAt: '2020-04-28T15:20:00+07:00',
      countedFrom: '2020-04-28T15:20:00+07:00',
      startMoves: [],
      dueAt: '2020-05-05T15:20:00+07:00',
      note: null,
    });
    expect(explanation.days).toMatchObject([
      { kind: 'worked', date: '2020-04-28', minutes: 100, ranges: [{ from: '15:20', to: '17:00' }] },
      { kind: 'worked', date: '2020-04-29', minutes: 480 },
      {
        kind: 'skipped',
        date: '2020-04-30',
        reason: 'Ngày Chiến thắng',
        legalNotice: 'Điều 115 Bộ luật Lao động 2012',
      },
      { kind: 'skipped', date: '2020-05-01', reason: 'Ngày Quốc tế lao động' },
      { kind: 'skipped', date: '2020-05-02', reason: 'Nghỉ hằng tuần', legalNotice: null },
      { kind: 'skipped', date: '2020-05-03', reason: 'Nghỉ hằng tuần' },
      { kind: 'worked', date: '2020-05-04', minutes: 480 },
      { kind: 'worked', date: '2020-05-05', minutes: 380 },
    ]);
  });

  test('warns when the span goes past the holidays known so far', () => {
    const { explanation } = computeDue(calendar, at('2027-12-30 09:00'), threeDays);
    expect(explanation.note).toContain('Chưa có thông báo lịch nghỉ năm 2028');
    expect(explainDue(explanation).at(-1)).toBe(explanation.note);
  });
});

describe('the explanation in sentences', () => {
  test('names rule, reception, start, days and due date', () => {
    const limit = { ...threeDays, legalBasis: 'Điều 9 Nghị định 23/2015/NĐ-CP' };
    expect(explainDue(computeDue(calendar, at('2020-04-28 17:20'), limit).explanation)).toEqual([
      'Thời hạn giải quyết: 03 ngày làm việc theo Điều 9 Nghị định 23/2015/NĐ-CP; mỗi ngày làm việc tính 8 giờ.',
      'Tiếp nhận lúc 17:20 Thứ Ba, 28/4/2020.',
      'Tiếp nhận sau giờ làm việc: bắt đầu tính từ 07:00 Thứ Tư, 29/4/2020.',
      'Không tính Thứ Ba, 28/4/2020: Đã hết giờ làm việc.',
      'Thứ Tư, 29/4/2020: tính đủ 1 ngày làm việc (07:00–11:30, 13:30–17:00).',
      'Không tính Thứ Năm, 30/4/2020: Ngày Chiến thắng (Điều 115 Bộ luật Lao động 2012).',
      'Không tính Thứ Sáu, 1/5/2020: Ngày Quốc tế lao động (Điều 115 Bộ luật Lao động 2012).',
      'Không tính Thứ Bảy, 2/5/2020 đến Chủ Nhật, 3/5/2020: Nghỉ hằng tuần.',
      'Thứ Hai, 4/5/2020 đến Thứ Ba, 5/5/2020: tính đủ 2 ngày làm việc (07:00–11:30, 13:30–17:00).',
      'Hẹn trả kết quả: 17:00 Thứ Ba, 5/5/2020.',
    ]);
  });

  test('says that a Saturday counts because it is worked in exchange', () => {
    const swapped = office([special('2026-08-22', 'swap-work', 'Làm bù cho ngày 31/8/2026')]);
    const { explanation } = computeDue(swapped, at('2026-08-21 10:00'), { unit: 'working-day', value: 1 });
    expect(explainDue(explanation)).toContain(
      'Thứ Bảy, 22/8/2026: tính 3 giờ (07:00–10:00). Làm bù cho ngày 31/8/2026 (Thông báo thử nghiệm).',
    );
  });

  test('cites the Civil Code for calendar days that are moved off a rest day', () => {
    const { explanation } = computeDue(calendar, at('2020-04-20 09:00'), { unit: 'calendar-day', value: 12 });
    expect(explainDue(explanation)).toEqual([
      'Thời hạn giải quyết: 12 ngày; không tính ngày đầu tiên (Điều 147 Bộ luật Dân sự 2015).',
      'Tiếp nhận lúc 09:00 Thứ Hai, 20/4/2020.',
      'Thứ Ba, 21/4/2020 đến Thứ Bảy, 2/5/2020: tính 12 ngày.',
      'Ngày cuối của thời hạn là ngày nghỉ, chuyển sang ngày làm việc tiếp theo (Điều 148 Bộ luật Dân sự 2015). ' +
        'Thứ Bảy, 2/5/2020 đến Chủ Nhật, 3/5/2020: Nghỉ hằng tuần.',
      'Hẹn trả kết quả: 17:00 Thứ Hai, 4/5/2020.',
    ]);
  });

  test('says why a same-day dossier is due tomorrow', () => {
    const { explanation } = computeDue(calendar, at('2020-04-20 15:30'), sameDay);
    expect(explanation.countedFrom).toBe('2020-04-21T07:00:00+07:00');
    expect(explanation.startMoves).toEqual([
      'Tiếp nhận sau 15 giờ nên trả kết quả vào ngày làm việc tiếp theo',
    ]);
  });
});

describe('a pause', () => {
  const pause = {
    reason: 'chờ bổ sung hồ sơ',
    pausedAt: at('2020-04-20 10:00'),
    resumedAt: at('2020-04-22 10:00'),
  };

  test('moves a due date in working days and says from when to when', () => {
    const due = pauseDue(calendar, computeDue(calendar, at('2020-04-20 08:00'), threeDays), pause);
    expect(due.dueAt).toEqual(at('2020-04-27 08:00'));
    expect(due.explanation.pauses).toHaveLength(1);
    expect(explainDue(due.explanation)).toContain(
      'Tạm dừng từ 10:00 Thứ Hai, 20/4/2020 đến 10:00 Thứ Tư, 22/4/2020 (chờ bổ sung hồ sơ), 2 ngày làm việc ' +
        'không tính vào thời hạn: hẹn trả chuyển từ 08:00 Thứ Năm, 23/4/2020 sang 08:00 Thứ Hai, 27/4/2020.',
    );
  });

  test('moves a due date in calendar days by calendar days, counted before rest days push it on', () => {
    const due = computeDue(calendar, at('2020-04-20 08:00'), { unit: 'calendar-day', value: 5 });
    expect(due.dueAt).toEqual(at('2020-04-27 17:00'));
    const once = pauseDue(calendar, due, pause);
    expect(once.dueAt).toEqual(at('2020-04-27 17:00'));
    const later = { ...pause, pausedAt: at('2020-04-23 08:00'), resumedAt: at('2020-04-24 08:00') };
    expect(pauseDue(calendar, once, later).dueAt).toEqual(at('2020-04-28 17:00'));
  });
});
