/**
 * The witnesses that this installation asks to vouch for its log. Only who runs the server names them, so no request ever
 * goes to an address that a page has taken; and what they vouched for is remembered outside the database.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '#kernel/merkle/verifier-key.ts';
import { refuse } from '#kernel/refusal.ts';
import { readIfThere, replaceDurably } from './files.ts';
import { type SignedTree, treeAsKept, treeOf } from './log-signer.ts';
import { sha256 } from './sha256.ts';

export type AskedWitness = {
  /** Where requests go, without a slash at the end. */
  readonly url: string;
  readonly key: VerifierKey;
  /** The largest state it has vouched for; null before the first. */
  readonly last: SignedTree | null;
  /** When it last answered well. */
  readonly answeredAt: Date | null;
  /** Why it did not answer last time, in Vietnamese; empty when it did. */
  readonly problem: string;
};

export type AskedWitnesses = {
  /** By name. */
  readonly all: () => Promise<readonly AskedWitness[]>;
  /** Puts a witness, known by its key, in the place of what is kept of it. */
  readonly keep: (witness: AskedWitness) => Promise<void>;
  /** False when there was none of this name. */
  readonly remove: (name: string) => Promise<boolean>;
};

const kept = z.object({
  url: z.string(),
  key: z.string(),
  last: z.unknown(),
  answeredAt: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable(),
  problem: z.string(),
});

/** Witnesses in files of the signer's folder. */
export function openAskedWitnesses(signerFolder: string): AskedWitnesses {
  const folder = path.join(signerFolder, 'witnesses');
  const fileOf = ({ key }: Pick<AskedWitness, 'key'>): string => path.join(folder, `${key.keyId}.json`);
  const all = async (): Promise<readonly AskedWitness[]> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    const read = await Promise.all(names.map(async (name) => readWitness(path.join(folder, name))));
    return read.filter((one) => one !== null).toSorted((a, b) => a.key.name.localeCompare(b.key.name));
  };
  return {
    all,
    keep: async (witness) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { url, key, last, answeredAt, problem } = witness;
      const state = { url, key: formatVerifierKey(key), last: treeAsKept(last), answeredAt, problem };
      await replaceDurably(fileOf(witness), JSON.stringify(state));
    },
    remove: async (name) => {
      const named = (await all()).filter(({ key }) => key.name === name);
      for (const one of named) await rm(fileOf(one), { force: true });
      return named.length > 0;
    },
  };
}

async function readWitness(file: string): Promise<AskedWitness | null> {
  const text = await readIfThere(file);
  if (text === null) return null;
  const { key, last, ...rest } = kept.parse(JSON.parse(text));
  return {
    ...rest,
    key: parseVerifierKey(sha256, key) ?? damaged(file),
    last: last === null ? null : (treeOf(last) ?? damaged(file)),
  };
}

function damaged(file: string): never {
  return refuse('invalid', `Tệp ${file} không phải hồ sơ nhân chứng; hãy khôi phục tệp này từ bản sao lưu.`);
}
