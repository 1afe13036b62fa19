import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declareSpecialDay } from '#test/calendar.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

let system: TestSystem;
let homeAffairs: Visitor;
let counter: Visitor;

beforeAll(async () => {
  system = await openTestWorld();
  homeAffairs = await visitorOf(system, 'noi-vu');
  counter = await visitorOf(system, 'mot-cua.an-hoa');
});
afterAll(() => system.close());

const storm = {
  kind: 'closure',
  date: '6/5/2020',
  name: 'Nghỉ tránh bão',
  unitCode: 'xa-an-hoa',
  shifts: '07:00-11:30',
  legalNotice: 'Công điện số 01/CĐ-UBND ngày 28/4/2020',
};

describe('the calendar of a year', () => {
  test('shows months, what is special, and the document behind it', async () => {
    const { status, html } = await counter.get('/calendar?year=2020');
    expect(status).toBe(200);
    expect(html).toContain('Tháng 12/2020');
    expect(html).toContain('Tết Nguyên đán (mùng 1)');
    expect(html).toContain('Điều 115 khoản 1 Bộ luật Lao động 2012');
    expect(html).not.toContain('Khai báo ngày');
  });

  test('shows one month large, and warns of a year that is not announced', async () => {
    expect((await counter.get('/calendar?year=2020&month=4')).html).toContain('mc-month--large');
    expect((await counter.get('/calendar?year=2030')).html).toContain('Chưa khai báo ngày nghỉ tết năm 2030');
    expect((await counter.get('/calendar?year=2020')).html).not.toContain('Chưa khai báo ngày nghỉ tết');
  });

  test('of what cannot be a year is this year, of no unit a page that says so', async () => {
    expect((await counter.get('/calendar?year=abc&month=13')).html).toContain('Tháng 1/2020');
    expect((await counter.get('/calendar?unit=khong-co')).status).toBe(404);
  });

  test('can be had as a file', async () => {
    const { html } = await counter.get('/calendar?year=2027&format=csv');
    expect(html).toContain('"Thứ Bảy, 6/2/2027","Nghỉ lễ, tết",Tết Nguyên đán (mùng 1)');
    expect(html).toContain('Dự kiến');
  });
});

describe('an officer for home affairs', () => {
  test('proposes a half-day closure and its withdrawal; each counts when somebody else has confirmed it', async () => {
    expect((await homeAffairs.get('/calendar/days/new')).html).toContain('một người khác có quyền xác nhận');
    const { status, location } = await homeAffairs.post('/calendar/days', storm);
    expect({ status, location }).toEqual({ status: 303, location: '/calendar/changes/1' });
    const year = (unit: string) => homeAffairs.get(`/calendar?year=2020&month=5&unit=${unit}`);
    expect((await year('xa-an-hoa')).html).not.toContain('Nghỉ tránh bão');
    const id = await declareSpecialDay(await actAs(system, 'noi-vu'), {
      unitCode: 'xa-an-hoa',
      kind: 'closure',
      date: '2020-05-12',
      workedOn: null,
      name: 'Nghỉ tránh lũ',
      shifts: [{ from: 420, to: 690 }],
      legalNotice: 'Công điện số 02/CĐ-UBND',
      decision: '',
    });
    const path = `/calendar/days/${id}`;
    expect((await homeAffairs.get(path)).html).toContain('07:00–11:30');
    expect((await year('xa-an-hoa')).html).toContain('Nghỉ tránh lũ');
    expect((await year('xa-an-toan')).html).not.toContain('Nghỉ tránh lũ');

    expect((await homeAffairs.get(`${path}/withdrawal`)).html).toContain('Thu hồi khai báo ngày 12/5/2020?');
    const empty = await homeAffairs.post(`${path}/withdrawal`, { reason: '' });
    expect(empty).toMatchObject({ status: 422 });
    expect(empty.html).toContain('Nhập lý do thu hồi');
    const wish = await homeAffairs.post(`${path}/withdrawal`, { reason: 'Lũ đã rút' });
    expect(wish).toMatchObject({ status: 303, location: '/calendar/changes/3' });
    expect((await homeAffairs.get(path)).html).not.toContain('Lũ đã rút');
  });

  test('gets the form back with what was typed and what is wrong', async () => {
    const { status, html } = await homeAffairs.post('/calendar/days', {
      ...storm,
      date: '31/4/2020',
      legalNotice: '',
    });
    expect(status).toBe(422);
    expect(html).toContain('Ngày phải có thật');
    expect(html).toContain('Nhập số, ký hiệu, ngày của văn bản');
    expect(html).toContain('value="Nghỉ tránh bão"');
  });

  test('is told that a date has a declaration already', async () => {
    const { status, html } = await homeAffairs.post('/calendar/days', {
      ...storm,
      kind: 'holiday',
      date: '30/4/2020',
      unitCode: '',
    });
    expect(status).toBe(409);
    expect(html).toContain('Hãy thu hồi khai báo đó trước');
  });

  test('sending one form twice proposes once', async () => {
    const form = { ...storm, date: '7/5/2020', formId: '6d1f2a51-4d2c-4d39-8a1b-0c5d7e9f1a2b' };
    const first = await homeAffairs.post('/calendar/days', form);
    const second = await homeAffairs.post('/calendar/days', form);
    expect(second).toMatchObject({ status: 303, location: first.location });
  });

  test('sets the hours of a unit, starting from those it has', async () => {
    const { html } = await homeAffairs.get('/calendar/weeks/new?unit=xa-an-hoa');
    expect(html).toContain('value="07:00–11:30, 13:30–17:00"');
    const days = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`shifts.${day}`, '7h-11h30, 13h30-17h']));
    const form = { ...days, 'shifts.6': '07:00-11:30', unitCode: 'xa-an-hoa', hoursPerDay: '8' };
    const wrong = await homeAffairs.post('/calendar/weeks', {
      ...form,
      from: '4/5/2020',
      'shifts.1': 'sáng',
    });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.html).toContain('id="shifts.1-error"');
    const right = { ...form, from: '4/5/2020', legalNotice: 'Quyết định số 12/QĐ-UBND' };
    expect(await homeAffairs.post('/calendar/weeks', right)).toMatchObject({ status: 303 });
    const list = await homeAffairs.get('/calendar/weeks');
    expect(list.html).toContain('Thứ Bảy: 07:00–11:30');
    expect(list.html).toContain('Sắp áp dụng');
  });
});

describe('others', () => {
  test('read the calendar but do not change it', async () => {
    expect((await counter.get('/calendar/weeks')).status).toBe(200);
    for (const path of ['/calendar/days/new', '/calendar/weeks/new']) {
      expect((await counter.get(path)).status).toBe(403);
    }
    expect((await counter.post('/calendar/days', storm)).status).toBe(403);
    expect((await counter.post('/calendar/weeks', {})).status).toBe(403);
  });

  test('without an account see none of it', async () => {
    const citizen = await visitorOf(system);
    for (const path of ['/calendar', '/calendar/weeks', '/calendar/days/20']) {
      expect((await citizen.get(path)).location).toContain('/sign-in');
    }
  });
});
