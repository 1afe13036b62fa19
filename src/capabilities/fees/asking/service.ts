import { refuse } from '#kernel/refusal.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { RecordedLine } from '../deeds.ts';
import { chargedOf } from '../exemptions/rules.ts';
import { exemptionsInForce } from '../exemptions/service.ts';
import { isForTreasury, partedByTreasury, requireOpen, stateOfNew, stop, totalOf } from '../rules.ts';
import type { ChargeLine, Origin, Payment } from '../schema.ts';
import {
  findDossier,
  insertPayment,
  isAnythingOpen,
  readLines,
  readPaidDossier,
  readPayment,
  updatePayment,
  writeLines,
} from '../store.ts';
import { tellAsked } from '../telling.ts';
import { type AskedPayment, type CorrectionInput, type LinesInput, plainLine } from './schema.ts';

type NewAsking = {
  readonly dossierId: number;
  readonly unitId: number;
  readonly origin: Origin;
  readonly node?: string;
  readonly token?: number;
  readonly lines: readonly ChargeLine[];
  readonly note: string;
};

/** Writes what is asked; taxes and fees become payments of their own. Returns their numbers. */
export async function ask(tx: TransactionContext, asked: NewAsking): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const lines of partedByTreasury(asked.lines)) ids.push(await askPart(tx, { ...asked, lines }));
  return ids;
}

async function askPart(tx: TransactionContext, asked: NewAsking): Promise<number> {
  const { dossierId, unitId, origin, node = null, token = null, lines, note } = asked;
  const state = stateOfNew(lines);
  const id = await insertPayment(tx.db, {
    dossierId,
    unitId,
    origin,
    node,
    token,
    note,
    state,
    total: totalOf(lines),
    askedBy: tx.actor?.officerId ?? null,
    askedAt: tx.now,
    settledAt: state === 'nothing' ? tx.now : null,
  });
  await writeLines(tx.db, id, lines);
  const payload = { dossierId, unitId, origin, node, token, lines: lines.map(recorded) };
  await record(tx, { name: 'payment', id, after: 0 }, [{ kind: 'asked', payload }]);
  return id;
}

/**
 * What a step of a process asks for: fees of the counter or what the tax office worked out. The step goes on by the job
 * `fees-settled` once all of it is paid, at once when there is nothing to pay.
 */
export async function askPayment(tx: TransactionContext, asked: AskedPayment): Promise<void> {
  const { dossierId, number, unitId, node, token, note } = asked;
  const lines = asked.lines.map(plainLine);
  if (lines.length > 0) await ask(tx, { dossierId, unitId, origin: 'process', node, token, lines, note });
  await tellAsked(tx, { id: dossierId, number }, lines);
  await goOnWhenSettled(tx, { dossierId, number, node, token });
}

type Waiting = {
  readonly dossierId: number;
  readonly number: string;
  readonly node: string;
  readonly token: number;
};

/** Lets the waiting step go on when nothing that it asked for is open any more. */
export async function goOnWhenSettled(tx: TransactionContext, waiting: Waiting): Promise<void> {
  if (await isAnythingOpen(tx.db, waiting)) return;
  const { number, node, token } = waiting;
  await queueJob(tx.db, {
    task: 'fees-settled',
    payload: { number, node, token },
    key: `fees-settled-${number}-${node}-${token}`,
  });
}

/** Something more is asked for a dossier at the counter. */
export async function askAtCounter(ctx: Context, number: string, input: LinesInput): Promise<number> {
  requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const dossier = await findDossier(tx.db, number);
    if (dossier === null) refuse('missing', 'Không có hồ sơ này, hoặc không thuộc đơn vị của bạn.');
    const { post } = await authorise(tx, 'fee.collect', requireActor(tx).post.unitId);
    const lines = await linesOf(tx, input);
    const parts = await ask(tx, {
      dossierId: dossier.id,
      unitId: post.unitId,
      lines,
      note: input.note,
      origin: 'counter',
    });
    await tellAsked(tx, { id: dossier.id, number }, lines);
    // A form has at least one line, so at least one part.
    return parts[0] ?? 0;
  });
}

/** Puts right lines in the place of wrong ones, before anything was paid. */
export async function correctPayment(ctx: Context, id: number, input: CorrectionInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const payment = await changeable(tx, id, input.sequence);
    const lines = await linesOf(tx, input);
    const [before, after] = [isForTreasury(await linesBefore(tx, id)), isForTreasury(lines)];
    if (before !== after || (!after && lines.some(({ kind }) => kind === 'tax'))) {
      stop({ lines: 'Thuế, nghĩa vụ tài chính và phí, lệ phí phải lập thành khoản riêng.' });
    }
    const state = stateOfNew(lines);
    const sequence = await record(tx, { name: 'payment', id, after: payment.sequence }, [
      { kind: 'corrected', payload: { lines: lines.map(recorded) } },
    ]);
    await writeLines(tx.db, id, lines);
    const settled = state === 'nothing' ? { settledAt: payment.settledAt ?? tx.now } : {};
    await updatePayment(tx.db, id, { state, total: totalOf(lines), ...settled, sequence });
    if (state === 'nothing') await goOn(tx, payment);
  });
}

async function linesBefore(tx: TransactionContext, id: number): Promise<readonly ChargeLine[]> {
  return readLines(tx.db, [id]);
}

/** Takes back what was asked. What a step of a running process waits for stays: without it the process would stand still. */
export async function cancelPayment(ctx: Context, id: number, sequence: number): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const payment = await changeable(tx, id, sequence);
    const dossier = await readPaidDossier(tx.db, payment.dossierId);
    const isRunning = dossier !== null && !['closed', 'returned'].includes(dossier.state);
    if (payment.node !== null && isRunning) {
      refuse('conflict', 'Một bước của hồ sơ đang chờ khoản này. Hãy sửa số tiền thay vì hủy.');
    }
    const next = await record(tx, { name: 'payment', id, after: payment.sequence }, [
      { kind: 'cancelled', payload: { total: payment.total } },
    ]);
    await updatePayment(tx.db, id, { state: 'cancelled', cancelledAt: tx.now, sequence: next });
  });
}

/** Locks an open payment for whoever may change it: the counter its own, the head of the unit also what a process asked. */
async function changeable(tx: TransactionContext, id: number, sequence: number): Promise<Payment> {
  requireActor(tx);
  const payment = await readPayment(tx.db, id, 'lock');
  if (payment === null) return refuse('missing', 'Không có khoản thu này, hoặc không thuộc đơn vị của bạn.');
  await authorise(tx, payment.origin === 'process' ? 'fee.approve' : 'fee.collect', payment.unitId);
  requireOpen(payment, sequence);
  return payment;
}

async function goOn(tx: TransactionContext, { dossierId, node, token }: Payment): Promise<void> {
  if (node === null || token === null) return;
  const dossier = await readPaidDossier(tx.db, dossierId);
  if (dossier) await goOnWhenSettled(tx, { dossierId, number: dossier.number, node, token });
}

async function linesOf(tx: TransactionContext, { lines }: LinesInput): Promise<readonly ChargeLine[]> {
  const exemptions = await exemptionsInForce(tx);
  return lines.map((line, position) => {
    if (line.exemptionId === null) return { ...line, amount: line.fullAmount, exemption: '' };
    const exemption = exemptions.find(({ id }) => id === line.exemptionId);
    if (!exemption) {
      const sentence = 'Lý do miễn, giảm này không còn hiệu lực. Hãy chọn lý do khác.';
      return refuse('invalid', sentence, { [`lines.${position}.exemptionId`]: sentence });
    }
    return { ...line, amount: chargedOf(line.fullAmount, exemption), exemption: exemption.name };
  });
}

function recorded({ exemption: _words, ...line }: ChargeLine): RecordedLine {
  const { name, kind, explanation, fullAmount, amount, exemptionId } = line;
  return { name, kind, explanation, fullAmount, amount, exemptionId };
}
