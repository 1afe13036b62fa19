import { expect, test } from 'vitest';
import { isNetwork } from './networks.ts';

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['proxy', false],
  ['10.0.0.0/', false],
])('%s as a trusted proxy: %s', (text, isOne) => {
  expect(isNetwork(text)).toBe(isOne);
});
