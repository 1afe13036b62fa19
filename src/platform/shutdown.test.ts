import { expect, test } from 'vitest';
import type { Log } from './log/log.ts';
import { createShutdown } from './shutdown.ts';

test('what was opened last is closed first, and only once', async () => {
  const { shutdown, closed, add } = open();
  add('cơ sở dữ liệu');
  add('máy chủ web');
  expect(await Promise.all([shutdown.run(), shutdown.run()])).toEqual([true, true]);
  expect(closed).toEqual(['máy chủ web', 'cơ sở dữ liệu']);
});

test('one that fails does not keep the database from closing', async () => {
  const { shutdown, closed, lines, add } = open();
  add('cơ sở dữ liệu');
  shutdown.add({ name: 'hàng đợi', close: () => Promise.reject(new Error('gone')) });
  expect(await shutdown.run()).toBe(false);
  expect(closed).toEqual(['cơ sở dữ liệu']);
  expect(lines).toEqual(['Không dừng được hàng đợi']);
});

test('one that never ends is left after its limit', async () => {
  const { shutdown, closed, lines, add } = open();
  add('cơ sở dữ liệu');
  shutdown.add({ name: 'máy chủ web', close: () => new Promise(() => undefined), limit: 20 });
  expect(await shutdown.run()).toBe(false);
  expect(closed).toEqual(['cơ sở dữ liệu']);
  expect(lines).toEqual(['Chưa dừng xong máy chủ web, tiếp tục dừng phần còn lại']);
});

function open() {
  const closed: string[] = [];
  const lines: string[] = [];
  const write = (_fields: unknown, message: string): void => void lines.push(message);
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  const shutdown = createShutdown(log);
  const add = (name: string): void => shutdown.add({ name, close: async () => void closed.push(name) });
  return { shutdown, closed, lines, add };
}
