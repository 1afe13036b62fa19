/** Asking witnesses to vouch for the newest signed state, and what follows when one has seen another history. */
import { parseCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { isSame } from '#kernel/merkle/bytes.ts';
import { openNote } from '#kernel/merkle/open-note.ts';
import { formatSignatureLine, parseNote, parseSignatureLine } from '#kernel/merkle/note.ts';
import { consistencyProof } from '#kernel/merkle/published-tree.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import type { AskedWitness } from '#platform/signing/asked-witnesses.ts';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import { postCheckpoint, type WitnessReply } from '#platform/signing/post-checkpoint.ts';
import { raiseAlarm } from '../alarms.ts';
import type { SignedCheckpoint } from '../schema.ts';
import { treeOf } from '../service.ts';
import { readLastCheckpoint } from '../store.ts';
import type { StoredCosignature, WitnessOutcome } from './schema.ts';
import { insertCosignature, readLastRecovery } from './store.ts';

/** Asks every witness once, one after the other; those that have signed this state already are left in peace. */
export async function askWitnesses(ctx: Context): Promise<readonly WitnessOutcome[]> {
  const checkpoint = await readLastCheckpoint(ctx.db);
  if (checkpoint === null) return [];
  const outcomes: WitnessOutcome[] = [];
  for (const witness of await ctx.witnessing.asked.all()) {
    const outcome = await askWitness(ctx, witness, checkpoint);
    outcomes.push({ name: witness.key.name, ...outcome });
  }
  return outcomes;
}

type Outcome = Omit<WitnessOutcome, 'name'>;

async function askWitness(
  ctx: Context,
  witness: AskedWitness,
  checkpoint: SignedCheckpoint,
): Promise<Outcome> {
  const { last } = witness;
  // It has signed more than there is now: nobody need be asked.
  if (last !== null && last.size > checkpoint.size) return refusedWith(ctx, witness, last.size);
  if (last?.size === checkpoint.size && isSame(last.root, checkpoint.root)) {
    return { outcome: 'up-to-date', sentence: '' };
  }
  const reply = await send(ctx, witness, { checkpoint, oldSize: last?.size ?? 0 });
  if ('problem' in reply) return noAnswer(ctx, witness, reply.problem);
  return settle(ctx, witness, { checkpoint, reply });
}

/** A witness that remembers another size says so; it is asked once more from there, when we have got that far. */
async function send(
  ctx: Context,
  { url }: AskedWitness,
  { checkpoint, oldSize }: { readonly checkpoint: SignedCheckpoint; readonly oldSize: number },
): Promise<WitnessReply | { readonly problem: string }> {
  const ask = async (from: number) => {
    const proof = await consistencyProof(treeOf(ctx.db, checkpoint.size), from);
    return postCheckpoint(url, { oldSize: from, proof, note: checkpoint.note });
  };
  const reply = await ask(oldSize);
  const size = 'problem' in reply ? null : rememberedSize(reply);
  return size === null || size === oldSize || size > checkpoint.size ? reply : ask(size);
}

function rememberedSize({ status, text }: WitnessReply): number | null {
  return status === 409 && /^(?:0|[1-9]\d{0,14})\n$/.test(text) ? Number(text) : null;
}

type Answered = { readonly checkpoint: SignedCheckpoint; readonly reply: WitnessReply };

async function settle(
  ctx: Context,
  witness: AskedWitness,
  { checkpoint, reply }: Answered,
): Promise<Outcome> {
  if (reply.status === 200) return accept(ctx, witness, { checkpoint, reply });
  const size = rememberedSize(reply);
  if (size !== null || reply.status === 422) return refusedWith(ctx, witness, size);
  const why = WHY[reply.status] ?? `trả lời không theo giao thức (mã ${reply.status})`;
  return noAnswer(ctx, witness, `Nhân chứng ${witness.key.name} ${why}.`);
}

const WHY: Readonly<Record<number, string>> = {
  403: 'không nhận chữ ký của nhật ký này; người vận hành bên đó cần khai đúng khóa kiểm tra',
  404: 'chưa được khai báo nhật ký này, hoặc địa chỉ chưa đúng',
};

async function accept(
  ctx: Context,
  witness: AskedWitness,
  { checkpoint, reply }: Answered,
): Promise<Outcome> {
  const cosignature = await cosignatureIn(reply.text, witness, checkpoint);
  if (cosignature === null) {
    return noAnswer(ctx, witness, `Chữ ký mà ${witness.key.name} gửi lại không đúng khóa đã khai báo.`);
  }
  const { size, root } = checkpoint;
  // Outside the database first: what is remembered there must never be behind what is published.
  await ctx.witnessing.asked.keep({ ...witness, last: { size, root }, answeredAt: ctx.now, problem: '' });
  await insertCosignature(ctx.db, cosignature);
  return { outcome: 'signed', sentence: '' };
}

/** The signature in an answer that the witness's key really made for this state; lines of other keys do not count. */
async function cosignatureIn(
  answer: string,
  { key }: AskedWitness,
  { size, note }: SignedCheckpoint,
): Promise<StoredCosignature | null> {
  const parsed = parseNote(note);
  for (const line of answer.split('\n')) {
    const signature = parseSignatureLine(line);
    if (parsed === null || signature?.name !== key.name || signature.keyId !== key.keyId) continue;
    const alone = `${parsed.text}\n${formatSignatureLine(signature)}`;
    const opened = await openNote(alone, [key], verifyBytes);
    const at = opened.ok ? (opened.endorsements[0]?.at ?? null) : null;
    if (at === null || parseCheckpoint(parsed.text)?.size !== size) continue;
    const { name: witness, keyId } = key;
    return { size, witness, keyId, line: formatSignatureLine(signature), cosignedAt: at };
  }
  return null;
}

async function noAnswer(ctx: Context, witness: AskedWitness, sentence: string): Promise<Outcome> {
  await ctx.witnessing.asked.keep({ ...witness, problem: sentence });
  ctx.log.warn({ witness: witness.key.name }, sentence);
  return { outcome: 'no-answer', sentence };
}

/**
 * The witness has seen another history than ours: all writing stops until a person has looked. After a recorded recovery
 * it goes on refusing until its own people let it forget; that is known then, and stops nothing a second time.
 */
async function refusedWith(ctx: Context, witness: AskedWitness, size: number | null): Promise<Outcome> {
  const seen = size === null ? 'một lịch sử khác' : `${formatNumber(size)} mục của một lịch sử khác`;
  const sentence = `Nhân chứng ${witness.key.name} đã xác nhận ${seen}: nhật ký trong cơ sở dữ liệu này là bản cũ hoặc đã bị thay đổi.`;
  await ctx.witnessing.asked.keep({ ...witness, problem: sentence });
  const isKnown = isBefore(witness, await readLastRecovery(ctx.db));
  if (!isKnown) await raiseAlarm(ctx, 'forked', sentence);
  return { outcome: 'refused', sentence };
}

/** Did a witness sign last before the log was recovered, and so another history than the one that goes on? */
export function isBefore({ answeredAt }: AskedWitness, recovery: Date | null): boolean {
  return recovery !== null && (answeredAt === null || answeredAt.getTime() <= recovery.getTime());
}
