import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, type Section } from '../schema.ts';
import { letter, numbersOf, roman } from './numbering.ts';
import { added, freeKey, indented, moved, ownersOf, removed } from './outline.ts';

function section(key: string, level: Section['level'], more: Partial<Section> = {}): Section {
  return {
    key,
    title: `Mục ${key}`,
    level,
    isNumbered: true,
    owner: null,
    guidance: '',
    body: '',
    place: 'text',
    isCollected: false,
    ...more,
  };
}

const TREE = [
  section('mo', 1, { title: '' }),
  section('a', 1, { owner: { function: 'home-affairs' } }),
  section('b', 2),
  section('c', 3),
  section('d', 4, { owner: { function: 'justice' } }),
  section('e', 5),
  section('f', 5),
  section('g', 3),
  section('h', 4),
  section('i', 2),
  section('k', 1),
  section('l', 3),
  section('m', 3, { isNumbered: false }),
  section('n', 4),
  section('p', 1, { place: 'annex' }),
];

const anyTree = fc
  .array(fc.constantFrom(...LEVELS), { minLength: 1, maxLength: 20 })
  .map((levels) => levels.map((level, index) => section(`s${index}`, level)));

describe('Sections of a template', () => {
  it('are numbered in the manner of administrative documents', () => {
    expect(numbersOf(TREE)).toEqual([
      '',
      'Phần thứ nhất',
      'I.',
      '1.',
      '1.1.',
      'a)',
      'b)',
      '2.',
      '2.1.',
      'II.',
      'Phần thứ hai',
      '1.',
      '',
      '1.1.',
      'I',
    ]);
  });

  it('take their owner from the section above', () => {
    const owners = ownersOf(TREE);
    expect(owners.get('mo')).toBeNull();
    expect(owners.get('c')).toEqual({ function: 'home-affairs' });
    expect(owners.get('f')).toEqual({ function: 'justice' });
    expect(owners.get('h')).toEqual({ function: 'home-affairs' });
    expect(owners.get('l')).toBeNull();
  });

  it('are counted on in letters and Roman numbers', () => {
    expect([1, 4, 5, 6, 23, 24].map(letter)).toEqual(['a', 'd', 'đ', 'e', 'y', 'aa']);
    expect([1, 4, 9, 14, 40, 99].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'XCIX']);
  });

  it('move with all below them, and back again', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), (tree, pick) => {
        const index = pick % tree.length;
        const down = moved(tree, index, 'down');
        expect(down.map(({ key }) => key).toSorted()).toEqual(tree.map(({ key }) => key).toSorted());
        const now = down.findIndex(({ key }) => key === tree[index]?.key);
        expect(now === index ? tree : moved(down, now, 'up')).toEqual(tree);
      }),
    );
  });

  it('go deeper and higher again; are added and removed again', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), (tree, pick) => {
        const index = pick % tree.length;
        const deeper = indented(tree, index, 1);
        if (deeper !== tree) expect(indented(deeper, index, -1)).toEqual(tree);
        const key = freeKey(tree);
        const more = added(tree, index, section(key, 1));
        const place = more.findIndex((one) => one.key === key);
        expect(more[place]?.level).toBe(tree[index]?.level);
        expect(removed(more, place)).toEqual(tree);
      }),
    );
  });
});
