import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Cost of one hash. */
type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Argon2 version 1.3, the only one that node:crypto computes. */
const VERSION = 19;

/** A password as it is stored: Argon2id in PHC string form, with a fresh salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await digest(password, { salt, cost: COST, length: TAG_BYTES });
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=${VERSION}$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`;
}

/**
 * Whether a password is the stored one. Without a stored hash (no such login, no password yet) it works just as
 * long and answers no, so that the time tells nothing. Throws when the stored text is not a hash of ours.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (stored === null) {
    await digest(password, { salt: Buffer.alloc(SALT_BYTES), cost: COST, length: TAG_BYTES });
    return false;
  }
  const { salt, tag, cost } = parse(stored);
  return timingSafeEqual(await digest(password, { salt, cost, length: tag.length }), tag);
}

/**
 * The password counts as typed: not cut, not trimmed. Only its Unicode form is made one (NFC), because the same
 * Vietnamese letters arrive composed from one keyboard and decomposed from another (NIST SP 800-63B, 3.1.1.2).
 */
async function digest(
  password: string,
  { salt, cost, length }: { readonly salt: Buffer; readonly cost: Cost; readonly length: number },
): Promise<Buffer> {
  const message = password.normalize('NFC');
  return promisify(argon2)('argon2id', { message, nonce: salt, tagLength: length, ...cost });
}

function parse(stored: string): { readonly salt: Buffer; readonly tag: Buffer; readonly cost: Cost } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!match) throw new Error('Not an Argon2id hash in PHC form');
  const [, memory, passes, parallelism, salt = '', tag = ''] = match;
  return {
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
  };
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
