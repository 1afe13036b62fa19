import type { FieldMessages } from '#kernel/refusal.ts';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import type { Fee, ProcedureContent } from '#capabilities/procedures/schema.ts';
import type { FeeInput, FeeLine } from '../schema.ts';

/** A note shorter than this gives no reason. */
const SHORTEST_REASON = 3;

export type FeeReading = { readonly lines: readonly FeeLine[]; readonly problems: FieldMessages };

type Reading = { readonly line: FeeLine | null; readonly problems: FieldMessages };

/**
 * What is charged, from the prices of the catalogue: an amount that was not typed is price by quantity. Less than the
 * price needs a reason, more is wrong unless it is explained (a price in tiers), and what is free by law cannot be charged (Law on Fees and Charges 2015,
 * No. 97/2015/QH13: only what is on its list, at the decided level).
 */
export function readFees(content: ProcedureContent, fees: readonly FeeInput[]): FeeReading {
  const readings = fees.flatMap((given) => {
    const fee = content.fees[given.position];
    return fee ? [readFee(fee, given)] : [];
  });
  return {
    lines: readings.flatMap(({ line }) => (line === null ? [] : [line])),
    problems: Object.fromEntries(readings.flatMap(({ problems }) => Object.entries(problems))),
  };
}

function readFee(fee: Fee, given: FeeInput): Reading {
  const { quantity, exemption } = given;
  if (quantity === null && given.amount === null && exemption === '') return { line: null, problems: {} };
  const amount = given.amount ?? impliedAmount(fee, given);
  if (amount === null) return wrong(given, 'amount', 'Hãy ghi số tiền thu.');
  const problem = problemWith(fee, given, amount);
  if (problem) return problem;
  if (fee.amountVnd === 0) return { line: null, problems: {} };
  const name = quantity === null ? fee.name : `${fee.name} (${String(quantity).padStart(2, '0')} ${fee.per})`;
  return { line: { name, amount, exemption }, problems: {} };
}

/** A reason alone means that nothing is charged. */
function impliedAmount({ amountVnd }: Fee, { quantity, exemption }: FeeInput): number | null {
  if (exemption !== '') return 0;
  return amountVnd === null || quantity === null ? null : amountVnd * quantity;
}

function problemWith(fee: Fee, given: FeeInput, amount: number): Reading | null {
  const { amountVnd: price, per } = fee;
  if (price === null) return null;
  if (price === 0) {
    return amount > 0
      ? wrong(given, 'amount', `“${fee.name}” quy định không thu. Hãy để trống số tiền.`)
      : null;
  }
  const full = price * (given.quantity ?? 1);
  if (amount < full && given.exemption.length < SHORTEST_REASON) {
    const words = `Thu ít hơn mức quy định ${formatMoney(price)}/${per}. Ghi lý do miễn, giảm`;
    const tail =
      given.quantity === null ? '.' : ', hoặc bỏ trống số lượng nếu mức thu giảm dần theo số lượng.';
    return wrong(given, 'exemption', `${words}${tail}`);
  }
  if (given.quantity === null && amount > full && given.exemption.length < SHORTEST_REASON) {
    const words = `Số tiền cao hơn mức quy định ${formatMoney(price)}/${per}.`;
    return wrong(
      given,
      'exemption',
      `${words} Ghi số lượng, hoặc ghi cách tính vào ô này nếu mức thu theo bậc.`,
    );
  }
  if (given.quantity !== null && amount > full) {
    return wrong(
      given,
      'amount',
      `Thu nhiều hơn mức quy định: ${given.quantity} ${per} là ${formatMoney(full)}.`,
    );
  }
  return null;
}

function wrong({ position }: FeeInput, field: string, sentence: string): Reading {
  return { line: null, problems: { [`fees.${position}.${field}`]: sentence } };
}
