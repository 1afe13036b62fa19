/**
 * The signer of the log. It keeps its own last state outside the database and signs no tree that is smaller than what it
 * has signed, or that is not its continuation: a database restored from an old backup, or a second one, cannot speak in
 * its name.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fromBase64, toBase64 } from '#kernel/merkle/base64.ts';
import { formatCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { verifyConsistency } from '#kernel/merkle/consistency.ts';
import { type Hash, treeHasher } from '#kernel/merkle/hash.ts';
import { formatNote } from '#kernel/merkle/note.ts';
import { type NoteSigner, signText } from '#kernel/merkle/signer.ts';
import { SIGNATURE_TYPES, verifierKey } from '#kernel/merkle/verifier-key.ts';
import { refuse } from '#kernel/refusal.ts';
import type { SigningKey } from './ed25519.ts';
import { readIfThere, replaceDurably } from './files.ts';
import { openSigningKey, readSigningKey } from './key-file.ts';
import { sha256 } from './sha256.ts';

/** A tree as it is to be signed, or as it was. */
export type SignedTree = { readonly size: number; readonly root: Hash };

export type LogSigner = {
  readonly origin: string;
  readonly key: NoteSigner['key'];
  /** What was signed last; null when nothing was. */
  readonly last: () => SignedTree | null;
  /**
   * The signed note of a checkpoint. `proof` shows that the tree goes on from the last one signed. The state is on disk
   * before the note is given out.
   */
  readonly sign: (tree: SignedTree, proof: readonly Hash[]) => Promise<SignerAnswer>;
  /** Forgets the last state and begins anew, after a person has decided so. */
  readonly forget: () => Promise<void>;
};

export type SignerAnswer =
  | { readonly note: string }
  /** The tree is smaller than what was signed, or another one. */
  | { readonly refused: 'smaller' | 'forked'; readonly last: SignedTree };

/** Where the key of the log lies in its folder. */
export const LOG_KEY_FILE = 'log-key.pem';

const hasher = treeHasher(sha256);

/**
 * Opens the signer whose key and state lie in a folder of its own. The first call makes the key and keeps the name of the
 * log, which stays when the installation moves to another address.
 */
export async function openLogSigner(options: {
  readonly folder: string;
  readonly origin: string;
}): Promise<LogSigner> {
  const { folder } = options;
  const origin = await logNameIn(folder, options.origin);
  const stateFile = path.join(folder, 'log-state.json');
  let last = await readState(stateFile);
  const { publicKey, sign } = await keyOf(path.join(folder, LOG_KEY_FILE), last !== null);
  const key = verifierKey(sha256, { name: origin, type: SIGNATURE_TYPES.text, publicKey });
  const keep = async (tree: SignedTree | null): Promise<void> => {
    await writeState(stateFile, tree);
    last = tree;
  };
  return {
    origin,
    key,
    last: () => last,
    forget: async () => keep(null),
    sign: async (tree, proof) => {
      const problem = last === null ? null : problemWith(last, tree, proof);
      if (problem !== null && last !== null) return { refused: problem, last };
      const text = formatCheckpoint({ origin, ...tree, extensions: [] });
      const signature = await signText(text, { key, sign });
      await keep(tree);
      return { note: formatNote({ text, signatures: [signature] }) };
    },
  };
}

function problemWith(
  last: SignedTree,
  tree: SignedTree,
  proof: readonly Hash[],
): 'smaller' | 'forked' | null {
  if (tree.size < last.size) return 'smaller';
  const claim = { oldSize: last.size, oldRoot: last.root, newSize: tree.size, newRoot: tree.root, proof };
  return verifyConsistency(hasher, claim) ? null : 'forked';
}

/** A log that has signed before never takes another key by itself. */
async function keyOf(file: string, hasSigned: boolean): Promise<SigningKey> {
  if (!hasSigned) return openSigningKey(file);
  return (
    (await readSigningKey(file)) ??
    refuse('invalid', `Mất khóa ký nhật ký ${file}; hãy khôi phục tệp này từ bản sao lưu rồi khởi động lại.`)
  );
}

/** The name that the log of a folder has; the first call keeps `first` for it. */
export async function logNameIn(folder: string, first: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'log-name.txt');
  const kept = await readIfThere(file);
  if (kept !== null) return kept.trim();
  await replaceDurably(file, `${first}\n`);
  return first;
}

async function readState(file: string): Promise<SignedTree | null> {
  const text = await readIfThere(file);
  if (text === null) return null;
  const state: unknown = JSON.parse(text);
  if (state === null) return null;
  const tree = treeOf(state);
  return (
    tree ??
    refuse('invalid', `Tệp ${file} không phải trạng thái nhật ký; hãy khôi phục tệp này từ bản sao lưu.`)
  );
}

/** A tree as a file of the signer keeps it. */
export function treeAsKept(tree: SignedTree | null): { readonly size: number; readonly root: string } | null {
  return tree && { size: tree.size, root: toBase64(tree.root) };
}

/** A tree as it is kept in a file of the signer, or null for anything else. */
export function treeOf(state: unknown): SignedTree | null {
  if (typeof state !== 'object' || state === null || !('size' in state) || !('root' in state)) return null;
  const root = typeof state.root === 'string' ? fromBase64(state.root) : null;
  return typeof state.size === 'number' && root !== null ? { size: state.size, root } : null;
}

async function writeState(file: string, tree: SignedTree | null): Promise<void> {
  await replaceDurably(file, JSON.stringify(treeAsKept(tree)));
}
