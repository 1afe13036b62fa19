/** What a log sends to a witness (https://c2sp.org/tlog-witness): from which size on, the proof, the signed state. */
import { fromBase64, toBase64 } from './base64.ts';
import { isHash, isTreeSize, type Hash } from './hash.ts';

export type AddCheckpoint = {
  /** Entries in the state that the witness has signed last; 0 when none. */
  readonly oldSize: number;
  /** Shows that the state goes on from there. */
  readonly proof: readonly Hash[];
  /** The signed note of the state. */
  readonly note: string;
};

/** A tree of 2^63 leaves has no longer proof. */
const MOST_HASHES = 63;

export function formatAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  const lines = [`old ${oldSize}`, ...proof.map(toBase64), ''];
  return `${lines.join('\n')}\n${note}`;
}

/** The parts of a request, or null for anything that `formatAddCheckpoint` would not write. */
export function parseAddCheckpoint(text: string): AddCheckpoint | null {
  const gap = text.indexOf('\n\n');
  if (gap < 0) return null;
  const [first = '', ...lines] = text.slice(0, gap).split('\n');
  const [, digits = ''] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map(fromBase64).filter((hash) => hash !== null && isHash(hash));
  const isSound = digits !== '' && isTreeSize(Number(digits)) && lines.length <= MOST_HASHES;
  if (!isSound || proof.length !== lines.length) return null;
  // The filter lets nothing but hashes through.
  return { oldSize: Number(digits), proof: proof as readonly Hash[], note: text.slice(gap + 2) };
}
