import { expect, test } from 'vitest';
import { createRevisionCache } from './cache.ts';

test('a burst of askers loads once, and a new revision loads again', async () => {
  const cache = createRevisionCache();
  let loads = 0;
  const load = async (): Promise<number> => (loads += 1);
  expect(await Promise.all([cache.get('tree', 1, load), cache.get('tree', 1, load)])).toEqual([1, 1]);
  expect(await cache.get('tree', 2, load)).toBe(2);
});

test('a failed load is not remembered', async () => {
  const cache = createRevisionCache();
  await expect(cache.get('tree', 1, async () => Promise.reject(new Error('no database')))).rejects.toThrow(
    'no database',
  );
  expect(await cache.get('tree', 1, async () => 'loaded')).toBe('loaded');
});

test('the name used longest ago is forgotten first', async () => {
  const cache = createRevisionCache(2);
  let loads = 0;
  const load = async (): Promise<number> => (loads += 1);
  await cache.get('a', 1, load);
  await cache.get('b', 1, load);
  await cache.get('a', 1, load);
  await cache.get('c', 1, load);
  expect(await cache.get('a', 1, load)).toBe(1);
  expect(await cache.get('b', 1, load)).toBe(4);
});
