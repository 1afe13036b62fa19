/**
 * The witness that this installation is for the logs of others (https://c2sp.org/tlog-witness). For each log it remembers,
 * in files of the signer's folder, the largest state it has vouched for, and vouches for nothing that does not go on from it.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AddCheckpoint } from '#kernel/merkle/add-checkpoint.ts';
import { isSame } from '#kernel/merkle/bytes.ts';
import { type Checkpoint, openCheckpoint, parseCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { verifyConsistency } from '#kernel/merkle/consistency.ts';
import { treeHasher } from '#kernel/merkle/hash.ts';
import { formatSignatureLine, parseNote } from '#kernel/merkle/note.ts';
import { cosignText, type NoteSigner } from '#kernel/merkle/signer.ts';
import {
  formatVerifierKey,
  parseVerifierKey,
  SIGNATURE_TYPES,
  type VerifierKey,
  verifierKey,
} from '#kernel/merkle/verifier-key.ts';
import { refuse } from '#kernel/refusal.ts';
import { verifyBytes } from './ed25519.ts';
import { readIfThere, replaceDurably } from './files.ts';
import { openSigningKey } from './key-file.ts';
import { logNameIn, type SignedTree, treeAsKept, treeOf } from './log-signer.ts';
import { sha256 } from './sha256.ts';

/** A log of somebody else: its keys, and the state vouched for last; null before the first. */
export type WitnessedLog = {
  readonly origin: string;
  readonly keys: readonly VerifierKey[];
  readonly last: SignedTree | null;
};

/** What becomes of a request, in the numbers of HTTP as the protocol has them. */
export type WitnessAnswer =
  | { readonly status: 200; readonly line: string }
  /** The size that was vouched for last. */
  | { readonly status: 409; readonly size: number }
  | { readonly status: 400 | 403 | 404 | 422 };

export type LogWitness = {
  /** The key it vouches with, made at first use. */
  readonly key: () => Promise<VerifierKey>;
  readonly logs: () => Promise<readonly WitnessedLog[]>;
  /** Vouches from now on for the log of this key; a second key of a log counts beside the first. */
  readonly trust: (key: VerifierKey) => Promise<void>;
  /** Vouches no more, and forgets what it has seen. False when there was no such log. */
  readonly distrust: (origin: string) => Promise<boolean>;
  /** Why a request would not be vouched for as things stand; null when nothing is wrong. */
  readonly refusal: (request: AddCheckpoint) => Promise<WitnessAnswer | null>;
  /** One at a time in this process, few waiting; null when too many wait already. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result | null>;
  /** Vouches or says why not. The caller sees to it that this runs once at a time in the whole installation. */
  readonly vouch: (request: AddCheckpoint, at: Date) => Promise<WitnessAnswer>;
};

const hasher = treeHasher(sha256);

const MOST_WAITING = 8;

const kept = z.object({ origin: z.string(), keys: z.array(z.string()), last: z.unknown() });

/** The witness whose key and memory lie in the signer's folder. `origin` names the log of this installation at the first start. */
export function openLogWitness(options: { readonly folder: string; readonly origin: string }): LogWitness {
  const memory = path.join(options.folder, 'witnessed');
  const logOf = async (origin: string): Promise<WitnessedLog | null> => readLog(fileOf(memory, origin));
  const signer = async (): Promise<NoteSigner> => {
    const name = (await logNameIn(options.folder, options.origin)).replace(/\/nhat-ky$/, '/nhan-chung');
    const { publicKey, sign } = await openSigningKey(path.join(options.folder, 'witness-key.pem'));
    return { key: verifierKey(sha256, { name, type: SIGNATURE_TYPES.cosignature, publicKey }), sign };
  };
  return {
    key: async () => (await signer()).key,
    inTurn: turns(MOST_WAITING),
    logs: async () => readLogs(memory),
    trust: async (key) => {
      const log = (await logOf(key.name)) ?? { origin: key.name, keys: [], last: null };
      const others = log.keys.filter(({ keyId }) => keyId !== key.keyId);
      await keep(memory, { ...log, keys: [...others, key] });
    },
    distrust: async (origin) => {
      const isKnown = (await logOf(origin)) !== null;
      await rm(fileOf(memory, origin), { force: true });
      return isKnown;
    },
    refusal: async (request) => {
      const read = await readRequest(request, logOf);
      return 'status' in read ? read : conflictWith(read.log.last, read.checkpoint, request);
    },
    vouch: async (request, at) => {
      const read = await readRequest(request, logOf);
      if ('status' in read) return read;
      const { log, text, checkpoint } = read;
      const conflict = conflictWith(log.last, checkpoint, request);
      if (conflict !== null) return conflict;
      const signature = await cosignText(text, await signer(), at);
      // On disk before anybody can rely on the signature.
      if (log.last?.size !== checkpoint.size)
        await keep(memory, { ...log, last: { size: checkpoint.size, root: checkpoint.root } });
      return { status: 200, line: formatSignatureLine(signature) };
    },
  };
}

/** Lets one work at a time; who comes when so many wait already is sent away. */
function turns(most: number): LogWitness['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= most) return null;
    waiting += 1;
    const before = last;
    const mine = (async () => {
      await before.catch(() => undefined); // Whose turn it was has been told.
      return work();
    })();
    last = mine;
    return mine.finally(() => {
      waiting -= 1;
    });
  };
}

type ReadRequest = {
  readonly log: WitnessedLog;
  readonly text: string;
  readonly checkpoint: Checkpoint;
};

async function readRequest(
  { oldSize, note }: AddCheckpoint,
  logOf: (origin: string) => Promise<WitnessedLog | null>,
): Promise<ReadRequest | WitnessAnswer> {
  const stated = parseCheckpoint(parseNote(note)?.text ?? '');
  if (stated === null) return { status: 400 };
  const log = await logOf(stated.origin);
  if (log === null) return { status: 404 };
  const opened = await openCheckpoint(
    note,
    { origin: log.origin, log: log.keys, witnesses: [] },
    verifyBytes,
  );
  if (!opened.ok) return { status: 403 };
  const { checkpoint, text } = opened;
  return oldSize > checkpoint.size ? { status: 400 } : { log, text, checkpoint };
}

/** Why a state that its log has signed is not vouched for: it is not what comes after the last one. */
function conflictWith(
  last: SignedTree | null,
  { size, root }: Checkpoint,
  { oldSize, proof }: AddCheckpoint,
): WitnessAnswer | null {
  const known = last ?? { size: 0, root: hasher.empty };
  const isOther = oldSize === size && !isSame(root, known.root);
  if (oldSize !== known.size || isOther) return { status: 409, size: known.size };
  const claim = { oldSize, oldRoot: known.root, newSize: size, newRoot: root, proof };
  return verifyConsistency(hasher, claim) ? null : { status: 422 };
}

/** A name may have any character, a file may not. */
function fileOf(memory: string, origin: string): string {
  return path.join(memory, `${createHash('sha256').update(origin).digest('hex').slice(0, 32)}.json`);
}

async function readLogs(memory: string): Promise<readonly WitnessedLog[]> {
  await mkdir(memory, { recursive: true, mode: 0o700 });
  const names = (await readdir(memory)).filter((name) => name.endsWith('.json'));
  const logs = await Promise.all(names.map(async (name) => readLog(path.join(memory, name))));
  return logs.filter((log) => log !== null).toSorted((a, b) => a.origin.localeCompare(b.origin));
}

async function readLog(file: string): Promise<WitnessedLog | null> {
  const text = await readIfThere(file);
  if (text === null) return null;
  const { origin, keys: texts, last } = kept.parse(JSON.parse(text));
  const keys = texts.map((one) => parseVerifierKey(sha256, one) ?? damaged(file));
  return { origin, keys, last: last === null ? null : (treeOf(last) ?? damaged(file)) };
}

async function keep(memory: string, { origin, keys, last }: WitnessedLog): Promise<void> {
  await mkdir(memory, { recursive: true, mode: 0o700 });
  const state = { origin, keys: keys.map(formatVerifierKey), last: treeAsKept(last) };
  await replaceDurably(fileOf(memory, origin), JSON.stringify(state));
}

function damaged(file: string): never {
  return refuse(
    'invalid',
    `Tệp ${file} không phải trạng thái nhân chứng; hãy khôi phục tệp này từ bản sao lưu.`,
  );
}
