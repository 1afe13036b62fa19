/** People outside who keep the signed states of the log: a letter each day, which needs no system of theirs. */
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { formatVerifierKey } from '#kernel/merkle/verifier-key.ts';
import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { sendMail } from '#platform/mail/mail.ts';
import type { AskedWitness } from '#platform/signing/asked-witnesses.ts';
import { recordAboutLog } from '../alarms.ts';
import { newestCheckpoint } from '../service.ts';
import { withCosignatures } from '../witness/service.ts';
import type { Recipient, StateLetter } from './schema.ts';
import {
  deleteRecipient,
  insertRecipient,
  noteSent,
  readCheckpoint,
  readRecipient,
  readRecipients,
} from './store.ts';
import { lastLetterText, stateLetterText } from './text.ts';

export type Vouching = {
  readonly recipients: readonly Recipient[];
  readonly witnesses: readonly AskedWitness[];
};

/** Who keeps states of the log, and which installations vouch for it, for the page of the administrator. */
export async function vouching(ctx: Context): Promise<Vouching> {
  await authorise(ctx, 'account.manage');
  return { recipients: await readRecipients(ctx.db), witnesses: await ctx.witnessing.asked.all() };
}

/** From the next morning on this address is sent each day's state. Refuses one that is there already. */
export async function addRecipient(ctx: Context, input: { readonly address: string }): Promise<void> {
  await authorise(ctx, 'account.manage');
  await inTransaction(ctx, async (tx) => {
    try {
      await insertRecipient(tx.db, input.address, tx.now);
    } catch (error) {
      if (!isDuplicate(error, 'log_recipients_address_key')) throw error;
      const sentence = 'Địa chỉ này đã có trong danh sách.';
      refuse('invalid', sentence, { address: sentence });
    }
    await recordAboutLog(tx, { kind: 'recipient-added', payload: {} });
  });
}

/** No more letters, after a last one that says so: nobody is left out quietly. */
export async function removeRecipient(ctx: Context, input: { readonly id: number }): Promise<string> {
  await authorise(ctx, 'account.manage');
  return inTransaction(ctx, async (tx) => {
    const { address } =
      (await readRecipient(tx.db, input.id)) ??
      refuse('missing', 'Địa chỉ này không còn trong danh sách. Hãy tải lại trang.');
    await deleteRecipient(tx.db, input.id);
    await recordAboutLog(tx, { kind: 'recipient-removed', payload: {} });
    const checkpoint = await newestCheckpoint(tx);
    await queueJob(tx.db, {
      task: 'log-last-letter',
      payload: { address, size: checkpoint?.size ?? 0 },
      key: `log-last-letter ${input.id}`,
    });
    return address;
  });
}

/** A letter for everybody who has not been sent this state. A job; may run twice. */
export async function queueLetters(ctx: Context): Promise<void> {
  const checkpoint = await newestCheckpoint(ctx);
  if (checkpoint === null) return;
  const { size } = checkpoint;
  for (const { id } of await readRecipients(ctx.db)) {
    const key = `log-letter ${id} ${localDateOf(ctx.now)}`;
    await queueJob(ctx.db, { task: 'log-letter', payload: { recipientId: id, size }, key });
  }
}

/** Sends one letter with the state as a file. A job; a letter that was sent and not noted is sent again. */
export async function sendState(ctx: Context, { recipientId, size }: StateLetter): Promise<void> {
  const recipient = await readRecipient(ctx.db, recipientId);
  const checkpoint = await readCheckpoint(ctx.db, size);
  const key = await ctx.unitKeys.logKey();
  if (recipient === null || checkpoint === null || key === null) return;
  const day = localDateOf(ctx.now);
  const facts = { ...checkpoint, day, key: formatVerifierKey(key), publicUrl: ctx.publicUrl };
  const note = await withCosignatures(ctx, checkpoint);
  await sendMail(ctx, {
    to: recipient.address,
    ...stateLetterText(facts),
    attachments: [{ name: `nhat-ky-${day}-${size}.txt`, content: note }],
  });
  await noteSent(ctx.db, recipientId, { sentSize: size, sentAt: ctx.now });
}

/** Tells somebody that no further letters come. A job. */
export async function sendLastLetter(
  ctx: Context,
  { address, size }: { readonly address: string; readonly size: number },
): Promise<void> {
  await sendMail(ctx, { to: address, ...lastLetterText({ size, publicUrl: ctx.publicUrl }) });
}
