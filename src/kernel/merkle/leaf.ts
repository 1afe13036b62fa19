/**
 * An entry of the log: which event of which record happened when, and salted commitments to what it says. Whoever has
 * the content and its salt can show that it is the one; from the entry alone nobody learns it, and when the content and
 * the salt are erased (personal data) the entry and every proof stay as they are.
 */
import { fromUtf8, joined, toHex, toUtf8 } from './bytes.ts';
import { LONGEST_ENTRY } from './bundle.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Sha256 } from './hash.ts';

/** SHA-256 of salt and content, 64 lower-case hexadecimal digits. */
export type Commitment = string;

export type Leaf = {
  readonly v: 1;
  /** Server time of the event as `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly at: string;
  /** Kind and identifier of the record: `dossier:42`. Never a name. */
  readonly stream: string;
  /** Position of the event in its stream, from 1. */
  readonly sequence: number;
  /** What was done: `received`, `passed-on`, … */
  readonly kind: string;
  /** By what they commit to: `payload`, `actor`, … */
  readonly commitments: Readonly<Record<string, Commitment>>;
};

/** 128 bits that nobody can guess; of one length, so that salt and content cannot be cut at another place. */
export const SALT_BYTES = 16;

/** The bytes of the entry. Anything that does not belong in a leaf, or a leaf over 65,535 bytes, is a RangeError. */
export function formatLeaf(leaf: Leaf): Uint8Array {
  if (!isLeaf(leaf)) throw new RangeError('Not a leaf of the log.');
  const bytes = toUtf8(canonicalJson(leaf));
  if (bytes.length > LONGEST_ENTRY) throw new RangeError(`A leaf has at most ${LONGEST_ENTRY} bytes.`);
  return bytes;
}

/** The leaf of an entry, or null for anything that `formatLeaf` would not write. */
export function parseLeaf(bytes: Uint8Array): Leaf | null {
  const text = bytes.length > LONGEST_ENTRY ? null : fromUtf8(bytes);
  const value = text === null ? null : parsed(text);
  return isLeaf(value) && canonicalJson(value) === text ? value : null;
}

/** Commits to a value that canonical JSON can write. A salt of another length is a RangeError. */
export function commit(sha256: Sha256, salt: Uint8Array, value: unknown): Commitment {
  if (salt.length !== SALT_BYTES) throw new RangeError(`A salt has ${SALT_BYTES} bytes.`);
  return toHex(sha256(joined(salt, toUtf8(canonicalJson(value)))));
}

export type Opening = { readonly salt: Uint8Array; readonly value: unknown };

/** Is this the content that was committed to? A salt or a content that cannot be is not. */
export function openCommitment(sha256: Sha256, commitment: Commitment, { salt, value }: Opening): boolean {
  if (salt.length !== SALT_BYTES || !isCanonical(value)) return false;
  return commit(sha256, salt, value) === commitment;
}

function isLeaf(value: unknown): value is Leaf {
  if (!isPlain(value) || Object.keys(value).sort().join() !== 'at,commitments,kind,sequence,stream,v')
    return false;
  const { v, at, stream, sequence, kind, commitments } = value;
  if (v !== 1 || !isInstant(at) || !Number.isSafeInteger(sequence) || Number(sequence) < 1) return false;
  if (!isShaped(stream, /^[a-z][a-z0-9-]*:[A-Za-z0-9._-]+$/) || !isShaped(kind, /^[a-z][a-z0-9-]*$/))
    return false;
  return isPlain(commitments) && Object.entries(commitments).every(isNamedCommitment);
}

function isNamedCommitment([name, commitment]: [string, unknown]): boolean {
  return isShaped(name, /^[a-z][A-Za-z0-9-]*$/) && isShaped(commitment, /^[0-9a-f]{64}$/);
}

function isInstant(at: unknown): boolean {
  if (!isShaped(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)) return false;
  const instant = new Date(String(at));
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === at;
}

const isShaped = (value: unknown, form: RegExp): boolean => typeof value === 'string' && form.test(value);

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCanonical(value: unknown): boolean {
  try {
    canonicalJson(value);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // The one thing it throws; anything else is a bug.
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // JSON.parse has no way to ask first.
  }
}
