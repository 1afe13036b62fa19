import { describe, expect, test } from 'vitest';
import type { ProcessDefinition, ProcessNode, UnitRole } from '#kernel/process/schema.ts';
import { flowsOf, processOf, service, task } from '#kernel/process/process.fixture.ts';
import { end, exclusive, start } from '#kernel/process/process.fixture.ts';
import { straightLine } from '../service.ts';
import { sampleProcedure } from '../processes.fixture.ts';
import type { PublishedProcess } from '../schema.ts';
import { ownProblems, placeProcess } from './rules.ts';

const COUNTER: UnitRole = { scope: 'reception', function: null, role: 'one-stop' };
const atCounter = (id: string): ProcessNode => ({ ...task(id), unitRole: COUNTER });
const messages = (definition: ProcessDefinition) =>
  ownProblems(definition)
    .map(({ message }) => message)
    .join(' ');

describe('The one-stop', () => {
  test('receives first and returns the result last (Decree 61/2018/NĐ-CP, Art. 17 and 20)', () => {
    expect(messages(straightLine(sampleProcedure()))).toBe('');
    const elsewhere = processOf([start(), task('a'), task('b'), end()], 'start > a > b > end');
    expect(messages(elsewhere)).toMatch(
      /bước đầu phải là tiếp nhận.*Điều 17.*bước cuối phải là trả kết quả.*Điều 20/,
    );
  });

  test('is looked for through gateways and what the system does by itself', () => {
    const nodes = [start(), atCounter('a'), exclusive('x', 'x-b'), atCounter('b'), service('s'), end()];
    const { nodes: _nodes, ...rest } = processOf(nodes, 'start > a > x > b > s > end');
    expect(messages({ ...rest, nodes })).not.toMatch(/Điều 17|Điều 20/);
  });
});

describe('A choice', () => {
  const chosen = (name: string, before: ProcessNode = task('work')) => {
    const nodes = [start(), atCounter('a'), before, exclusive('x', 'x-b'), atCounter('b'), end()];
    const flows = flowsOf(`start > a > ${before.id} > x > b > end`, 'x > end : choice = "Trả ngay"');
    const named = flows.map((flow) => (flow.id === 'x-b' ? { ...flow, name: 'Còn lại' } : flow));
    const all = named.map((flow) => (flow.id === 'x-end' ? { ...flow, name } : flow));
    return messages({ id: 'p', name: 'p', lanes: [], nodes, flows: all });
  };

  test('is of a way with that name, right behind the step of whoever chooses', () => {
    expect(chosen('Trả ngay')).not.toMatch(/chọn/);
    expect(chosen('Khác')).toContain('điều kiện chờ chọn “Trả ngay” nhưng nhánh không mang tên đó');
    expect(chosen('Trả ngay', service('work'))).toContain('phải đứng ngay sau bước của người đó');
  });
});

test('Notices that nobody has written, money for nothing and two waits for one answer are told', () => {
  const notice = { ...service('s'), subject: 'khong-co' };
  const money = { ...service('m'), verb: 'ask-payment' as const, subject: '' };
  const wait = {
    kind: 'message-catch' as const,
    id: 'w',
    name: 'w',
    lane: null,
    message: 'Trả lời',
    unitRole: COUNTER,
    quotaMinutes: 60,
  };
  const nodes = [start(), notice, money, wait, { ...wait, id: 'v' }, end()];
  const words = messages(processOf(nodes, 'start > s > m > w > v > end'));
  for (const said of ['chưa chọn mẫu thông báo', 'chưa ghi nghĩa vụ tài chính gì', 'đã có bước khác chờ']) {
    expect(words).toContain(said);
  }
});

describe('A new version', () => {
  const kept = (validFrom: string, validTo: string | null = null): PublishedProcess => ({
    id: 1,
    procedureId: 1,
    number: 1,
    state: 'published',
    validFrom,
    validTo,
    definition: straightLine(sampleProcedure()),
    diagram: null,
    sourceHash: null,
    sourceName: '',
    definitionId: 1,
    decision: '',
    decisionDate: null,
    revision: 1,
    publishedAt: null,
  });
  const approval = (from: string) => ({ from, decision: '12/QĐ-UBND', decisionDate: null });

  test('takes over from the one that holds, and ends where the next begins', () => {
    const before = kept('2016-01-01', '2021-01-01');
    const after = kept('2021-01-01');
    const placement = placeProcess(approval('2020-05-01'), [before, after], '2020-04-28');
    expect(placement).toMatchObject({ replaces: before, validTo: '2021-01-01', problems: [] });
  });

  test('is not cut into what holds or held', () => {
    const { problems } = placeProcess(approval('2015-01-01'), [kept('2016-01-01')], '2020-04-28');
    expect(problems.join()).toContain('Phiên bản 1 đã được công bố từ 1/1/2016');
  });

  test('has a decision that was signed', () => {
    const unsigned = { from: '2020-05-01', decision: ' ', decisionDate: '2020-06-01' };
    expect(placeProcess(unsigned, [], '2020-04-28').problems).toHaveLength(2);
  });
});
