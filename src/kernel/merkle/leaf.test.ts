import {
  array,
  assert,
  constant,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  string,
  uint8Array,
  boolean,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { commit, formatLeaf, openCommitment, parseLeaf, type Leaf } from './leaf.ts';
import { sha256 } from './merkle.fixture.ts';
import { naughtyTexts } from './naughty.fixture.ts';

const words = string({ unit: 'grapheme' });
const whole = integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const { value: values } = letrec<{ value: unknown }>((tie) => ({
  value: oneof(
    { maxDepth: 4 },
    words,
    whole,
    boolean(),
    constant(null),
    array(tie('value'), { maxLength: 4 }),
    dictionary(words, tie('value'), { maxKeys: 4 }),
  ),
}));

const salt = Uint8Array.from({ length: 16 }, (_, index) => index);
const payload = { applicant: 'Nguyễn Thị B', papers: ['Tờ khai', 'Giấy chứng sinh'], fee: 8000 };
const leaf: Leaf = {
  v: 1,
  at: '2020-04-28T01:30:00.123Z',
  stream: 'dossier:42',
  sequence: 1,
  kind: 'received',
  commitments: { payload: commit(sha256, salt, payload) },
};

describe('canonical JSON', () => {
  test('sorts keys by UTF-16 code units and escapes as RFC 8785 does', () => {
    // The example of RFC 8785 §3.2.3 for sorting, and of §3.2.2.2 for strings.
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
    expect(canonicalJson('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonicalJson([null, true, false, 0, -0, -7, 2 ** 53 - 1, [], {}])).toBe(
      '[null,true,false,0,0,-7,9007199254740991,[],{}]',
    );
  });

  test('says the same as JSON, in one way whatever the order of the keys', () => {
    assert(
      property(values, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(JSON.parse(text)))).toBe(text);
      }),
    );
  });

  const circle: unknown[] = [];
  circle.push(circle);
  test.each([
    [0.5],
    [2 ** 53],
    [Number.NaN],
    [Infinity],
    [undefined],
    [{ a: undefined }],
    [Array.from({ length: 2 })],
    [new Date(0)],
    [new Map()],
    [Uint8Array.of(1)],
    [Symbol('x')],
    [{ [Symbol('x')]: 1 }],
    [() => 1],
    [1n],
    ['\uD800'],
    [{ '\uD800': 1 }],
    [circle],
  ])('refuses what JSON would bend: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('a leaf', () => {
  test('is read as it was written, and says nothing of the person', () => {
    const bytes = formatLeaf(leaf);
    expect(parseLeaf(bytes)).toEqual(leaf);
    expect(Buffer.from(bytes).toString('utf8')).not.toMatch(/Nguyễn|Tờ khai|8000/);
  });

  test('has one form: the same in another order, with a space or more is none', () => {
    const text = Buffer.from(formatLeaf(leaf)).toString('utf8');
    const others = [
      ` ${text}`,
      `${text}\n`,
      `\uFEFF${text}`,
      JSON.stringify(leaf),
      text.replace('"v":1', '"v":1.0'),
    ];
    const fields = [
      { ...leaf, applicant: 'Nguyễn Thị B' },
      { ...leaf, v: 2 },
    ].map((leaf) => canonicalJson(leaf));
    expect([...others, ...fields].filter((text) => parseLeaf(Buffer.from(text)) !== null)).toEqual([]);
  });

  test('that holds anything else is neither written nor read', () => {
    const wrong: readonly Partial<Record<keyof Leaf, unknown>>[] = [
      { v: 2 },
      { at: '2020-04-28T01:30:00Z' },
      { at: '2020-02-30T01:30:00.000Z' },
      { at: '2020-13-01T01:30:00.000Z' },
      { stream: 'dossier' },
      { stream: 'dossier:Nguyễn Thị B' },
      { stream: 'dossier:4 2' },
      { sequence: 0 },
      { sequence: 1.5 },
      { kind: 'Đã tiếp nhận' },
      { commitments: { payload: 'Nguyễn Thị B' } },
      { commitments: { payload: leaf.commitments['payload']?.toUpperCase() } },
      { commitments: { 'Nguyễn Thị B': leaf.commitments['payload'] } },
      { commitments: [] },
      { commitments: null },
    ];
    for (const part of wrong) {
      const changed = { ...leaf, ...part } as Leaf; // Wrong on purpose.
      expect(() => formatLeaf(changed)).toThrow(RangeError);
      expect(parseLeaf(Buffer.from(JSON.stringify(changed)))).toBeNull();
    }
  });

  test('is never what strangers make of it, and no bytes stop the reader', () => {
    for (const text of naughtyTexts) expect(parseLeaf(Buffer.from(text))).toBeNull();
    assert(property(uint8Array(), (bytes) => parseLeaf(bytes) === null));
  });
});

describe('a commitment', () => {
  test('opens with its salt and content, in any order of keys, and with nothing else', () => {
    assert(
      property(values, values, uint8Array({ minLength: 16, maxLength: 16 }), (value, other, salt) => {
        const commitment = commit(sha256, salt, value);
        expect(openCommitment(sha256, commitment, { salt, value: turned(value) })).toBe(true);
        const isSame = canonicalJson(value) === canonicalJson(other);
        expect(openCommitment(sha256, commitment, { salt, value: other })).toBe(isSame);
        const shaken = salt.map((byte, index) => (index === 5 ? byte ^ 1 : byte));
        expect(openCommitment(sha256, commitment, { salt: shaken, value })).toBe(false);
      }),
    );
  });

  test('of the same content with another salt is another: contents cannot be compared', () => {
    expect(commit(sha256, salt, payload)).not.toBe(commit(sha256, salt.toReversed(), payload));
  });

  test('never opens with a salt or a content that cannot be', () => {
    const commitment = commit(sha256, salt, payload);
    expect(openCommitment(sha256, commitment, { salt: salt.subarray(1), value: payload })).toBe(false);
    expect(openCommitment(sha256, commitment, { salt, value: { ...payload, fee: 0.5 } })).toBe(false);
    expect(openCommitment(sha256, commitment, { salt, value: undefined })).toBe(false);
    expect(() => commit(sha256, salt.subarray(1), payload)).toThrow(RangeError);
  });
});

/** The same value with the keys of its objects in the other order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, value]) => [key, turned(value)]),
  );
}
