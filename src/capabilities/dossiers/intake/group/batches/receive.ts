/** One line of a batch through the verb of the counter. */
import { instantAt } from '#kernel/local-date.ts';
import { type FieldMessages, Refusal } from '#kernel/refusal.ts';
import type { TransactionContext } from '#foundation/context.ts';
import type { DossierState } from '../../../schema.ts';
import { receive } from '../../service.ts';
import type { RightLine } from '../lines/service.ts';
import type { CommonInput } from '../schema.ts';
import { beginLine, findDossierId, keepLine, undoLine } from './store.ts';

export type ReceivedLine = { readonly dossierId: number } & Pick<DossierState, 'number'>;

type Asked = { readonly number: string; readonly common: CommonInput };

/** The hour of the day that stands for an earlier reception, whose book of paper has days only. */
const HOUR_OF_PAPER = 8 * 60;

/** Receives one line in the caller's transaction. */
export async function receiveLine(
  tx: TransactionContext,
  { number, common }: Asked,
  { applicant, summary, earlier }: RightLine,
): Promise<ReceivedLine> {
  const state = await receive(tx, {
    ...common,
    applicant,
    summary: summary || common.summary,
    // Its clock ran on paper; what is late is passed on by hand, with the reason.
    passOnNow: common.passOnNow && earlier === null,
    note: [common.note, `Nhóm tiếp nhận ${number}.`].filter(Boolean).join(' '),
    earlier: earlier && {
      paperNumber: earlier.paperNumber,
      receivedAt: instantAt(earlier.receivedOn, HOUR_OF_PAPER),
    },
  });
  return { dossierId: await findDossierId(tx.db, state.number), number: state.number };
}

/** The same, undone alone when it is refused: what was received before it in the transaction stays. */
export async function tryLine(
  tx: TransactionContext,
  asked: Asked,
  line: RightLine,
): Promise<ReceivedLine | Refusal> {
  await beginLine(tx.db);
  try {
    const received = await receiveLine(tx, asked, line);
    await keepLine(tx.db);
    return received;
  } catch (error) {
    // Not carried on: what is refused is told at its line, everything else goes up.
    if (!(error instanceof Refusal)) throw error;
    await undoLine(tx.db);
    return error;
  }
}

/** Refusals that are about the person of a line; all others are about what every line shares. */
const OF_A_LINE = new Set(['confirmedDuplicate', 'confirmedIdentity']);

/** Whether a refusal concerns one line alone. */
export function isOfLine({ fields }: { readonly fields: FieldMessages }): boolean {
  const names = Object.keys(fields);
  return names.length > 0 && names.every((name) => OF_A_LINE.has(name));
}
