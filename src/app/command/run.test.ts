import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { refuse } from '#kernel/refusal.ts';
import type { Command } from './command.ts';
import { runCommand } from './run.ts';

const count: Command = {
  name: 'count',
  summary: 'Đếm hồ sơ',
  options: [
    { name: 'unit', value: 'MÃ', explanation: 'Đơn vị' },
    { name: 'procedure', value: 'MÃ', explanation: 'Thủ tục', many: true },
    { name: 'late', explanation: 'Chỉ hồ sơ quá hạn' },
  ],
  printsFacts: true,
  run: async ({ options, lists, switches, words }, output) => {
    if (options['unit'] === 'none') refuse('missing', 'Không có đơn vị này.');
    output.progress('Đang đếm…');
    output.print({ options, lists, late: switches.has('late'), words }, 'Có 3 hồ sơ.');
    return switches.has('late') ? 1 : 0;
  },
};

test('without a command it shows what there is, as a misuse', async () => {
  const { code, error } = await run();
  expect(code).toBe(2);
  expect(error).toContain('count   Đếm hồ sơ');
});

test('an unknown command is told with the commands there are', async () => {
  const { code, error } = await run('coutn');
  expect(code).toBe(2);
  expect(error).toMatch(/Không có lệnh "coutn"[\s\S]*count/);
});

test('help of a command names its options and does not run it', async () => {
  const { code, out } = await run('count', '--help');
  expect(code).toBe(0);
  expect(out).toContain('--unit MÃ');
  expect(out).not.toContain('Có 3 hồ sơ');
});

test('people read the text, with progress apart', async () => {
  expect(await run('count')).toEqual({ code: 0, out: 'Có 3 hồ sơ.\n', error: 'Đang đếm…\n' });
});

test('programs read one JSON document', async () => {
  const args = ['count', '--json', '--unit=31684', '--procedure', 'A', '--procedure', 'B', '--late', 'word'];
  const { code, out } = await run(...args);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    options: { unit: '31684' },
    lists: { procedure: ['A', 'B'] },
    late: true,
    words: ['word'],
  });
});

test.each([
  [['count', '--unti', '1'], 'không có tùy chọn --unti'],
  [['count', '--unit'], '--unit cần một giá trị'],
  [['count', '--late=yes'], '--late không kèm giá trị'],
])('%j is a misuse', async (args, sentence) => {
  const { code, error } = await run(...args);
  expect(code).toBe(2);
  expect(error).toContain(sentence);
});

test('what cannot be done now is told in its own words', async () => {
  expect(await run('count', '--unit', 'none')).toEqual({ code: 1, out: '', error: 'Không có đơn vị này.\n' });
});

async function run(...args: readonly string[]) {
  const [out, error] = [memory(), memory()];
  const code = await runCommand([count], args, { out: out.stream, error: error.stream });
  return { code, out: out.text(), error: error.text() };
}

function memory() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}
