import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declareSpecialDay } from '#test/calendar.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

let system: TestSystem;
let citizen: Visitor;

beforeAll(async () => {
  system = await openTestWorld();
  citizen = await visitorOf(system);
});
afterAll(() => system.close());

const PAGE = '/tinh-ngay-hen';
const ask = (question: Readonly<Record<string, string>>) =>
  citizen.get(`${PAGE}?${new URLSearchParams({ time: '15:20', ...question })}`);

describe('the public calculator', () => {
  test('opens with the form for this moment and no answer', async () => {
    const { status, html } = await citizen.get(PAGE);
    expect(status).toBe(200);
    expect(html).toContain('value="28/4/2020"');
    expect(html).not.toContain('Hẹn trả kết quả</p>');
  });

  test.each([
    [{ limit: 'working-day', value: '3' }, '15:20 Thứ Ba, 5/5/2020'],
    [{ limit: 'working-day', value: '0,5' }, '09:20 Thứ Tư, 29/4/2020'],
    [{ limit: 'working-hour', value: '4' }, '09:20 Thứ Tư, 29/4/2020'],
    [{ limit: 'calendar-day', value: '2' }, '17:00 Thứ Hai, 4/5/2020'],
    [{ limit: 'same-day', cutoff: '15:00' }, '17:00 Thứ Tư, 29/4/2020'],
    [{ limit: 'same-day', cutoff: '16:00' }, '17:00 Thứ Ba, 28/4/2020'],
    [{ procedure: 'dang-ky-khai-sinh' }, '17:00 Thứ Tư, 29/4/2020'],
  ])('answers %j with the date and why', async (question, due) => {
    const { status, html } = await ask({ date: '28/4/2020', ...question });
    expect(status).toBe(200);
    expect(html).toContain(due);
    expect(html).toContain('Vì sao là ngày này?');
  });

  test('answers programs with the date and the explanation', async () => {
    const { html } = await ask({ date: '2020-04-28', limit: 'working-day', value: '3', format: 'json' });
    const answer: unknown = JSON.parse(html);
    expect(answer).toMatchObject({
      dueAt: '2020-05-05T15:20:00+07:00',
      explanation: { rule: '03 ngày làm việc', dueAt: '2020-05-05T15:20:00+07:00' },
      cautions: [],
    });
  });

  test('follows the calendar of the place that was chosen', async () => {
    await declareSpecialDay(await actAs(system, 'noi-vu'), {
      unitCode: 'xa-an-hoa',
      kind: 'closure',
      date: '2020-04-29',
      workedOn: null,
      name: 'Nghỉ tránh bão',
      shifts: [],
      legalNotice: 'Công điện số 01/CĐ-UBND ngày 28/4/2020',
      decision: '',
    });
    const question = { date: '28/4/2020', limit: 'working-day', value: '1' };
    expect((await ask({ ...question, unit: 'xa-an-toan' })).html).toContain('15:20 Thứ Tư, 29/4/2020');
    const closed = await ask({ ...question, unit: 'xa-an-hoa' });
    expect(closed.html).toContain('15:20 Thứ Hai, 4/5/2020');
    expect(closed.html).toContain('Nghỉ tránh bão');
  });

  test('cautions where holidays are only expected or not known at all', async () => {
    const expected = await ask({ date: '3/2/2027', limit: 'working-day', value: '3' });
    expect(expected.html).toContain('mới là dự kiến');
    const unknown = await ask({ date: '28/12/2027', limit: 'working-day', value: '10' });
    expect(unknown.html).toContain('Chưa có thông báo lịch nghỉ năm 2028');
  });

  test.each([
    [{ date: '31/4/2020', limit: 'working-day', value: '3' }, 'Ngày nộp phải có thật'],
    [{ date: '28/4/2020', time: '25:00', limit: 'working-day', value: '3' }, 'Giờ viết dạng giờ:phút'],
    [{ date: '28/4/2020', limit: 'working-day', value: '' }, 'Thời hạn là số lớn hơn 0'],
    [{ date: '28/4/2020', limit: 'working-day', value: '999999' }, 'nhiều nhất 1000'],
    [{ date: '28/4/2020', limit: 'calendar-day', value: '1,5' }, 'Thời hạn là số nguyên'],
    [{ date: '28/4/2020', limit: 'year', value: '1' }, 'Chọn cách tính thời hạn'],
    [{ date: '28/4/2020', procedure: 'khong-co' }, 'Không có thủ tục khong-co'],
    [{ date: '28/4/2020', limit: 'working-day', value: '1', unit: 'khong-co' }, 'khong-co'],
  ])('shows %j again with what is wrong', async (question, sentence) => {
    const { status, html } = await ask(question);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    const problem = await ask({ ...question, format: 'json' });
    expect(problem.status).toBe(422);
    expect(JSON.parse(problem.html)).toMatchObject({ status: 422 });
  });
});
