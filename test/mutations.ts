import { type Arbitrary, array, constantFrom, nat, oneof, record, uint8Array } from 'fast-check';

/** How often fuzzing tries; more on demand (`FUZZ_RUNS=1000000`). */
export const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 400);

type Change = {
  readonly at: number;
  readonly what: 'flip' | 'cut' | 'insert' | 'remove' | 'repeat' | 'number';
  readonly bytes: Uint8Array;
};

const change: Arbitrary<Change> = record({
  at: nat(),
  what: constantFrom('flip', 'cut', 'insert', 'remove', 'repeat', 'number'),
  bytes: uint8Array({ minLength: 1, maxLength: 12 }),
});

/** Whole files with some bytes changed, lost, doubled or added, and bytes out of nothing behind a true beginning. */
export function mutated(...specimens: readonly Buffer[]): Arbitrary<Buffer> {
  const changed = record({
    whole: constantFrom(...specimens),
    changes: array(change, { minLength: 1, maxLength: 6 }),
  }).map(({ whole, changes }) => changes.reduce(apply, whole));
  const begun = record({
    whole: constantFrom(...specimens),
    at: nat(60),
    rest: uint8Array({ maxLength: 300 }),
  }).map(({ whole, at, rest }) => Buffer.concat([whole.subarray(0, at), rest]));
  return oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: begun });
}

function apply(whole: Buffer, { at: place, what, bytes }: Change): Buffer {
  const at = place % (whole.length + 1);
  const [before, after] = [whole.subarray(0, at), whole.subarray(at)];
  if (what === 'cut') return before;
  if (what === 'insert') return Buffer.concat([before, bytes, after]);
  if (what === 'remove') return Buffer.concat([before, after.subarray(bytes.length)]);
  if (what === 'repeat') return Buffer.concat([before, after.subarray(0, 40), after]);
  const copy = Buffer.from(whole);
  if (what === 'number') return writeLength(copy, at, bytes);
  copy.set(bytes.subarray(0, Math.max(0, copy.length - at)), at);
  return copy;
}

/** A length of a format, made enormous: what parsers trip over. */
function writeLength(copy: Buffer, at: number, bytes: Uint8Array): Buffer {
  if (at + 4 <= copy.length) copy.writeUInt32BE(0xffffffff - (bytes[0] ?? 0), at);
  return copy;
}
