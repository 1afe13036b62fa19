import { describe, expect, test } from 'vitest';
import { computeDue, pauseDue } from '#kernel/working-time/due.ts';
import type { TimeLimit } from '#kernel/working-time/limit.ts';
import { starterCalendar } from '#starter/calendar/starter-calendar.ts';
import { whyPanelOf } from './why-panel.ts';

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);
const panel = (received: string, limit: TimeLimit) =>
  whyPanelOf(computeDue(starterCalendar, at(received), limit).explanation);
const strip = (view: ReturnType<typeof whyPanelOf>) => view.days.map(({ date, kind }) => `${date} ${kind}`);

describe('the panel of a due date', () => {
  test('shows each day once, counted or skipped, and ends with the due one', () => {
    const view = panel('2020-04-28 15:20', { unit: 'working-day', value: 3 });
    expect(view.question).toBe('Vì sao hẹn 5/5/2020, 15:20?');
    expect(strip(view)).toEqual([
      '28/4 partial',
      '29/4 counted',
      '30/4 skipped',
      '1/5 skipped',
      '2/5 skipped',
      '3/5 skipped',
      '4/5 counted',
      '5/5 due',
    ]);
    expect(view.days[0]).toEqual({
      date: '28/4',
      weekday: 'Ba',
      kind: 'partial',
      note: 'Tính 1 giờ 40 phút',
    });
    expect(view.days.at(-1)?.note).toBe('Tính 6 giờ 20 phút, hẹn trả lúc 15:20');
  });

  test('names the law behind the days off, each once', () => {
    const view = panel('2020-04-28 15:20', { unit: 'working-day', value: 3 });
    expect(view.legalBasis).toBe('Điều 115 khoản 1 Bộ luật Lao động 2012');
    expect(panel('2020-04-20 08:00', { unit: 'working-day', value: 1 })).not.toHaveProperty('legalBasis');
  });

  test('says of a worked Saturday what it is worked for', () => {
    const view = panel('2024-05-02 15:20', { unit: 'working-day', value: 3 });
    expect(view.days.find(({ date }) => date === '4/5')).toMatchObject({
      kind: 'counted',
      note: 'Làm bù cho ngày 29/4/2024',
    });
  });

  test('says that a last day off moved the date on, and by which law', () => {
    const view = panel('2020-04-20 10:20', { unit: 'calendar-day', value: 10 });
    expect(strip(view).slice(-5)).toEqual([
      '30/4 skipped',
      '1/5 skipped',
      '2/5 skipped',
      '3/5 skipped',
      '4/5 due',
    ]);
    expect(view.sentences.at(-1)).toContain('Điều 148 Bộ luật Dân sự 2015');
  });

  test('gives the days of Tết one reason', () => {
    const view = panel('2026-02-13 14:00', { unit: 'working-day', value: 2 });
    const reasons = new Set(view.days.filter(({ kind }) => kind === 'skipped').map(({ note }) => note));
    expect([...reasons]).toEqual(['Nghỉ hằng tuần', 'Tết Nguyên đán']);
  });

  test('of a same-day result begins with the day that was too late', () => {
    expect(strip(panel('2020-04-28 15:20', { unit: 'same-day', cutoff: '15:00' }))).toEqual([
      '28/4 skipped',
      '29/4 due',
    ]);
  });

  test('tells a pause and ends with the date it moved to', () => {
    const due = computeDue(starterCalendar, at('2020-04-20 08:00'), { unit: 'working-day', value: 1 });
    const pause = {
      pausedAt: at('2020-04-20 09:00'),
      resumedAt: at('2020-04-22 09:00'),
      reason: 'chờ bổ sung',
    };
    const view = whyPanelOf(pauseDue(starterCalendar, due, pause).explanation);
    expect(view.sentences.some((sentence) => sentence.startsWith('Tạm dừng từ'))).toBe(true);
    expect(strip(view).at(-1)).toBe('23/4 due');
  });
});
