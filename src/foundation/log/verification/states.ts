/** Signed states against the tree computed anew: their signatures, those of witnesses, and what signer and witnesses remember. */
import { isSame } from '#kernel/merkle/bytes.ts';
import { openCheckpoint } from '#kernel/merkle/checkpoint.ts';
import type { Hash } from '#kernel/merkle/hash.ts';
import { parseNote } from '#kernel/merkle/note.ts';
import { openNote } from '#kernel/merkle/open-note.ts';
import type { VerifierKey } from '#kernel/merkle/verifier-key.ts';
import type { Context } from '#foundation/context.ts';
import type { Finding } from '#foundation/history/finding.ts';
import type { AskedWitness } from '#platform/signing/asked-witnesses.ts';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import type { LogSigner, SignedTree } from '#platform/signing/log-signer.ts';
import type { SignedCheckpoint } from '../schema.ts';
import { isBefore } from '../witness/ask.ts';
import type { StoredCosignature } from '../witness/schema.ts';
import { readLastRecovery } from '../witness/store.ts';

/** Whose signatures count, and what those who sign remember outside the database. */
export type Trusted = {
  readonly origin: string;
  readonly key: VerifierKey;
  readonly signed: SignedTree | null;
  readonly witnesses: readonly AskedWitness[];
};

/**
 * As of now: what is signed while the verification runs is looked at the next time. What a witness signed before a recorded
 * recovery is of a history that does not go on, which everybody can see in the log.
 */
export async function trustedNow(ctx: Context, signer: LogSigner): Promise<Trusted> {
  const { origin, key } = signer;
  const recovery = await readLastRecovery(ctx.db);
  const witnesses = (await ctx.witnessing.asked.all()).map((witness) =>
    isBefore(witness, recovery) ? { ...witness, last: null } : witness,
  );
  return { origin, key, signed: signer.last(), witnesses };
}

/** Sizes at which somebody outside the database remembers the root. */
export function rememberedSizes({ signed, witnesses }: Trusted): readonly number[] {
  return [signed, ...witnesses.map(({ last }) => last)].flatMap((tree) => (tree === null ? [] : [tree.size]));
}

/** What is wrong with a signed state; `computed` is the root at its size, or null when the log is shorter. */
export async function checkpointProblems(
  { size, root, note }: SignedCheckpoint,
  computed: Hash | null,
  { origin, key }: Trusted,
): Promise<readonly Finding[]> {
  const where = `checkpoint ${size}`;
  const told = (sentence: string) => [{ where, sentence }];
  const opened = await openCheckpoint(note, { origin, log: [key], witnesses: [] }, verifyBytes);
  if (!opened.ok) return told(`Trạng thái đã ký ở ${size} mục: ${opened.message}`);
  const stated = opened.checkpoint;
  if (stated.size !== size || !isSame(stated.root, root))
    return told(`Trạng thái đã ký ở ${size} mục không phải của dòng này.`);
  if (computed === null) return told(`Đã ký ${size} mục nhưng nhật ký ngắn hơn: phần cuối đã bị cắt.`);
  if (isSame(computed, root)) return [];
  return told(`Nhật ký khác với trạng thái đã ký ở ${size} mục: mục đã bị sửa, đổi chỗ hoặc thay thế.`);
}

/** What is wrong with the signature of a witness under a state; one whose key is no longer known cannot be judged. */
export async function cosignatureProblems(
  { size, witness, keyId, line }: StoredCosignature,
  note: string,
  { witnesses }: Trusted,
): Promise<readonly Finding[]> {
  const known = witnesses.find(({ key }) => key.name === witness && key.keyId === keyId);
  if (!known) return [];
  const opened = await openNote(`${parseNote(note)?.text ?? ''}\n${line}`, [known.key], verifyBytes);
  if (opened.ok) return [];
  const sentence = `Chữ ký của nhân chứng ${witness} dưới trạng thái ${size} mục không đúng: ${opened.message}`;
  return [{ where: `checkpoint ${size}`, sentence }];
}

/** What the signer and the witnesses vouched for must be states of this very tree. */
export function memoryProblems(
  { signed, witnesses }: Trusted,
  roots: ReadonlyMap<number, Hash>,
  size: number,
): readonly Finding[] {
  const signer = signed && { where: 'bộ ký', who: 'Bộ ký', did: 'ký', tree: signed };
  const others = witnesses.flatMap(({ key, last }) =>
    last === null
      ? []
      : [{ where: `nhân chứng ${key.name}`, who: `Nhân chứng ${key.name}`, did: 'xác nhận', tree: last }],
  );
  return [...(signer ? [signer] : []), ...others].flatMap(({ where, who, did, tree }) => {
    if (tree.size > size) {
      const sentence = `${who} đã ${did} ${tree.size} mục, cơ sở dữ liệu chỉ còn ${size}: dữ liệu là bản cũ.`;
      return [{ where, sentence }];
    }
    const computed = roots.get(tree.size);
    if (computed !== undefined && isSame(computed, tree.root)) return [];
    return [{ where, sentence: `Nhật ký không còn là cây mà ${who} đã ${did} ở ${tree.size} mục.` }];
  });
}
