import { describe, expect, test } from 'vitest';
import { listAt, withQuery } from './list-state.ts';

const USUAL = { q: '', unit: null as number | null, sort: 'due', page: 1 };
const list = listAt('/dossiers', USUAL);

describe('the address of a list', () => {
  test('says only what is unlike the bare path', () => {
    expect(list.href(USUAL)).toBe('/dossiers');
    expect(list.href(USUAL, { q: 'đất & nhà', page: 2 })).toBe(
      '/dossiers?q=%C4%91%E1%BA%A5t+%26+nh%C3%A0&page=2',
    );
    expect(list.href({ ...USUAL, unit: 4 }, { unit: null, sort: 'received' })).toBe(
      '/dossiers?sort=received',
    );
  });

  test('of its files keeps the filters and forgets the page', () => {
    expect(list.files({ ...USUAL, unit: 4, page: 3 })).toEqual([
      { href: '/dossiers?unit=4&format=csv', text: 'CSV' },
      { href: '/dossiers?unit=4&format=xlsx', text: 'Excel' },
    ]);
  });

  test('without a filter keeps the others and starts at the first page', () => {
    const state = { ...USUAL, q: 'a', unit: 4, page: 3 };
    expect(list.active(state, { q: '“a”', unit: 'Xã An Hòa', sort: '' })).toEqual([
      { text: '“a”', removeHref: '/dossiers?unit=4' },
      { text: 'Xã An Hòa', removeHref: '/dossiers?q=a' },
    ]);
  });
});

test('an address with nothing given is its path', () => {
  expect(withQuery('/slips', { q: '', unit: null, page: undefined })).toBe('/slips');
});
