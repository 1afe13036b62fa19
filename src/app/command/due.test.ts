import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { due } from './due.ts';
import { runCommand } from './run.ts';

async function run(...args: readonly string[]) {
  const text = { out: '', error: '' };
  const into = (name: keyof typeof text) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        text[name] += String(chunk);
        done();
      },
    });
  const code = await runCommand([due], ['due', ...args], { out: into('out'), error: into('error') });
  return { code, ...text };
}

const RECEIVED = ['--received', '2020-04-28T15:20'] as const;

describe('motcua due without a database', () => {
  test.each([
    [['--working-days', '3'], '2020-05-05T15:20:00+07:00'],
    [['--working-days=0.5'], '2020-04-29T09:20:00+07:00'],
    [['--hours', '4'], '2020-04-29T09:20:00+07:00'],
    [['--days', '2'], '2020-05-04T17:00:00+07:00'],
    [['--same-day'], '2020-04-29T17:00:00+07:00'],
    [['--same-day', '--cutoff', '16:00'], '2020-04-28T17:00:00+07:00'],
  ])('%j', async (limit, dueAt) => {
    const { code, out } = await run(...RECEIVED, ...limit, '--json');
    expect(code).toBe(0);
    const facts: unknown = JSON.parse(out);
    expect(facts).toMatchObject({ dueAt, explanation: { dueAt } });
    expect(Object.keys(facts ?? {})).toEqual(['dueAt', 'explanation']);
  });

  test('explains itself to people', async () => {
    const { out } = await run(...RECEIVED, '--working-days', '3');
    expect(out).toContain('Hẹn trả kết quả lúc 15:20 Thứ Ba, 5/5/2020.');
    expect(out).toContain('Không tính Thứ Năm, 30/4/2020: Ngày Chiến thắng');
  });

  test('reads a moment with another offset', async () => {
    const { out } = await run('--received', '2020-04-28T08:20:00Z', '--working-days', '3', '--json');
    expect(JSON.parse(out)).toMatchObject({ dueAt: '2020-05-05T15:20:00+07:00' });
  });

  test.each([
    [[], 'Hãy cho đúng một thời hạn'],
    [['--working-days', '3', '--days', '3'], 'Hãy cho đúng một thời hạn'],
    [['--working-days', '0'], '--working-days phải là số lớn hơn 0'],
    [['--working-days', 'ba'], '--working-days phải là số lớn hơn 0'],
    [['--days', '1.5'], 'số nguyên'],
    [['--same-day', '--cutoff', '25:00'], 'Giờ nhận cuối'],
    [['--received', '2020-02-30T08:00', '--days', '1'], 'Lúc tiếp nhận phải viết dạng'],
    [['ba', 'ngày', '--days', '1'], 'không nhận "ba ngày"'],
  ])('%j is a misuse', async (args, sentence) => {
    const { code, error, out } = await run(...RECEIVED, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(sentence);
  });
});
