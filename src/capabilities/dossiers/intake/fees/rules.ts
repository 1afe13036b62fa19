import type { FieldMessages } from '#kernel/refusal.ts';
import { type Count, priceCounts, sumOf } from '#kernel/money/price.ts';
import { reckoningWords } from '#kernel/money/words.ts';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import { chargedOf, priceOf } from '#capabilities/fees/service.ts';
import type { ChargeLine } from '#capabilities/fees/schema.ts';
import { kindOfName } from '#capabilities/fees/words.ts';
import type { Fee, ProcedureContent } from '#capabilities/procedures/schema.ts';
import type { FeeInput, FeeLine } from '../schema.ts';

/** A note shorter than this gives no reason. */
const SHORTEST_REASON = 3;

/** A reason of the list in force, as far as it counts here. */
export type OfferedExemption = { readonly id: number; readonly name: string; readonly percent: number };

export type FeeReading = {
  /** As the slip of reception says it. */
  readonly lines: readonly FeeLine[];
  /** As it is asked, receipted and counted. */
  readonly charges: readonly ChargeLine[];
  readonly problems: FieldMessages;
};

type Charged = { readonly line: FeeLine; readonly charge: ChargeLine };
type Reading = { readonly charged: Charged | null; readonly problems: FieldMessages };

/**
 * What is charged, by the prices of the procedure version: an amount that was not typed is reckoned from the quantity, and
 * a reason of the list takes its part off. Less than the price needs a reason, more is wrong unless it is explained, and
 * what is free by law cannot be charged (Law on Fees and Charges 2015, No. 97/2015/QH13: only what is on its list, at the
 * decided level).
 */
export function readFees(
  content: ProcedureContent,
  fees: readonly FeeInput[],
  exemptions: readonly OfferedExemption[] = [],
): FeeReading {
  const readings = fees.flatMap((given) => {
    const fee = content.fees[given.position];
    return fee ? [readFee(fee, given, exemptions)] : [];
  });
  const charged = readings.flatMap((reading) => (reading.charged === null ? [] : [reading.charged]));
  return {
    lines: charged.map(({ line }) => line),
    charges: charged.map(({ charge }) => charge),
    problems: Object.fromEntries(readings.flatMap(({ problems }) => Object.entries(problems))),
  };
}

function readFee(fee: Fee, given: FeeInput, exemptions: readonly OfferedExemption[]): Reading {
  if (isEmpty(given)) return { charged: null, problems: {} };
  const reckoned = reckon(fee, given);
  if (given.exemptionId) return readExempt(fee, { given, reckoned, exemptions });
  const amount = given.amount ?? (given.exemption === '' ? reckoned.full : 0);
  if (amount === null) return wrong(given, 'amount', 'Hãy ghi số tiền thu.');
  const problem = problemWith(fee, { given, reckoned, amount });
  if (problem) return problem;
  if (fee.amountVnd === 0) return { charged: null, problems: {} };
  const { exemption } = given;
  const isLess = reckoned.full !== null && amount < reckoned.full;
  // What is written beside an amount that is not less says how it was reckoned.
  const explanation = reckoned.words === '' && !isLess ? exemption : reckoned.words;
  return chargedAs(fee, {
    reckoned,
    amount,
    exemptionId: null,
    exemption,
    explanation,
    fullAmount: isLess ? (reckoned.full ?? amount) : amount,
    reason: explanation === exemption ? '' : exemption,
  });
}

function isEmpty({ quantity, counts, amount, exemption, exemptionId }: FeeInput): boolean {
  return quantity === null && !counts?.length && amount === null && exemption === '' && !exemptionId;
}

type Reckoned = { readonly counts: readonly Count[]; readonly full: number | null; readonly words: string };

/** The full amount by quantity and price, and in words; null when either is not known. */
function reckon(fee: Fee, { quantity, counts = [] }: FeeInput): Reckoned {
  const given = counts.length > 0 ? counts : quantity === null ? [] : [{ units: quantity, sets: 1 }];
  const price = priceOf(fee);
  if (price === null || given.length === 0) return { counts: given, full: null, words: '' };
  const priced = priceCounts(price, given);
  return { counts: given, full: sumOf(priced), words: reckoningWords(priced, fee.per) };
}

type Exempt = {
  readonly given: FeeInput;
  readonly reckoned: Reckoned;
  readonly exemptions: readonly OfferedExemption[];
};

/** By a reason of the list: its part is taken off the full amount, which is typed where the version names no price. */
function readExempt(fee: Fee, { given, reckoned, exemptions }: Exempt): Reading {
  const exemption = exemptions.find(({ id }) => id === given.exemptionId);
  if (!exemption)
    return wrong(given, 'exemptionId', 'Lý do miễn, giảm này không còn hiệu lực. Hãy chọn lại.');
  if (fee.amountVnd !== null && given.amount !== null) {
    return wrong(given, 'amount', 'Đã chọn diện miễn, giảm thì để trống số tiền, hệ thống tự tính.');
  }
  if (fee.amountVnd === 0) return { charged: null, problems: {} };
  const fullAmount = reckoned.full ?? given.amount ?? fee.amountVnd;
  if (fullAmount === null && exemption.percent < 100) {
    return wrong(given, 'amount', 'Hãy ghi mức thu trước khi giảm.');
  }
  const amount = chargedOf(fullAmount ?? 0, exemption);
  return chargedAs(fee, {
    reckoned,
    amount,
    fullAmount: fullAmount ?? 0,
    exemptionId: exemption.id,
    exemption: exemption.name,
    explanation: reckoned.words,
    reason: exemption.name,
  });
}

type Charging = {
  readonly reckoned: Reckoned;
  readonly fullAmount: number;
  readonly amount: number;
  readonly exemptionId: number | null;
  /** As it stands on the slip of reception, and as the reason of the charge. */
  readonly exemption: string;
  readonly reason: string;
  readonly explanation: string;
};

function chargedAs(fee: Fee, charging: Charging): Reading {
  const { reckoned, fullAmount, amount, exemptionId, exemption, reason, explanation } = charging;
  const line = { name: slipName(fee, reckoned), amount, exemption };
  const kind = kindOfName(fee.name);
  const charge = { name: fee.name, kind, explanation, fullAmount, amount, exemptionId, exemption: reason };
  return { charged: { line, charge }, problems: {} };
}

/** `Phí cấp bản sao (02 bản)`; how tiers and copies were reckoned where there are any. */
function slipName({ name, per, laterVnd }: Fee, { counts, words }: Reckoned): string {
  const [only, ...more] = counts;
  if (!only) return name;
  if (more.length > 0 || only.sets > 1 || laterVnd !== undefined)
    return words === '' ? name : `${name} (${words})`;
  return `${name} (${String(only.units).padStart(2, '0')} ${per})`;
}

type Checked = { readonly given: FeeInput; readonly reckoned: Reckoned; readonly amount: number };

function problemWith(fee: Fee, { given, reckoned, amount }: Checked): Reading | null {
  const { amountVnd: price, per } = fee;
  if (price === null) return null;
  if (price === 0) {
    return amount > 0
      ? wrong(given, 'amount', `“${fee.name}” quy định không thu. Hãy để trống số tiền.`)
      : null;
  }
  const full = reckoned.full ?? price;
  const isCounted = reckoned.full !== null;
  const isExplained = given.exemption.length >= SHORTEST_REASON;
  if (amount < full && !isExplained) {
    const words = isCounted
      ? `Mức thu là ${formatMoney(full)}.`
      : `Mức quy định là ${formatMoney(price)}/${per}.`;
    return wrong(
      given,
      'exemption',
      `Thu ít hơn mức quy định. ${words} Chọn diện miễn, giảm hoặc ghi lý do.`,
    );
  }
  if (!isCounted && amount > full && !isExplained) {
    const words = `Số tiền cao hơn mức quy định ${formatMoney(price)}/${per}.`;
    return wrong(given, 'exemption', `${words} Ghi số lượng, hoặc ghi cách tính vào ô này.`);
  }
  if (isCounted && amount > full) {
    return wrong(given, 'amount', `Thu nhiều hơn mức quy định: ${reckoned.words} là ${formatMoney(full)}.`);
  }
  return null;
}

function wrong({ position }: FeeInput, field: string, sentence: string): Reading {
  return { charged: null, problems: { [`fees.${position}.${field}`]: sentence } };
}
