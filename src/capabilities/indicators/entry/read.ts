import { z } from 'zod';
import { parsePeriod } from '#kernel/period/period.ts';
import { parseNumber } from '#kernel/vietnamese/format.ts';
import type { IndicatorKind } from '#foundation/figures/schema.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { observationInput } from '../schema.ts';
import { typedPeriod } from '../typed-period.ts';

/** What a form of one figure is parsed by; what people typed as numbers and periods is read before. */
export const entryInput = observationInput;

export const withdrawalInput = z
  .object({
    id: z.coerce.number().int().positive(),
    sequence: z.coerce.number().int().nonnegative(),
    reason: z.string().trim().min(3, 'Hãy ghi lý do.').max(500, 'Lý do dài nhất 500 ký tự.'),
  })
  .readonly();

type Entered = { readonly code: string; readonly kind: IndicatorKind };

/** The fields of the form as an observation; a number that cannot be read is left for the schema to refuse. */
export function readEntry(values: FormValues, { code, kind }: Entered) {
  const numerator = amountOf(valueOf(values, 'numerator'));
  const denominator = amountOf(valueOf(values, 'denominator'));
  const typed = valueOf(values, 'value');
  const stated = kind === 'ratio' ? shareOf(typed) : kind === 'yes-no' ? answerOf(typed) : amountOf(typed);
  const content = valueOf(values, 'content').replaceAll('\r\n', '\n');
  return {
    code,
    unitId: Number(valueOf(values, 'unit')),
    period: typedPeriod(valueOf(values, 'period')) ?? parsePeriod(valueOf(values, 'period')),
    part: valueOf(values, 'part'),
    value: stated ?? valueFrom(kind, { numerator, denominator, content }),
    numerator,
    denominator,
    content,
    documentId: Number(valueOf(values, 'sourceTitleValue')) || null,
    sourceTitle: valueOf(values, 'sourceTitle'),
    place: valueOf(values, 'place'),
    certainty: valueOf(values, 'certainty'),
    note: valueOf(values, 'note').replaceAll('\r\n', '\n'),
    sequence: Number(valueOf(values, 'sequence')) || 0,
  };
}

/** A share or mean is what its ends make; a list is as long as its lines are many. */
function valueFrom(
  kind: IndicatorKind,
  given: {
    readonly numerator: number | string | null;
    readonly denominator: number | string | null;
    readonly content: string;
  },
): number | null {
  const { numerator, denominator, content } = given;
  if (
    (kind === 'ratio' || kind === 'average') &&
    typeof numerator === 'number' &&
    typeof denominator === 'number'
  ) {
    return denominator === 0 ? null : numerator / denominator;
  }
  if (kind !== 'list' || content === '') return null;
  return content.split('\n').filter((line) => line.trim() !== '').length;
}

/** `1.234,5` as a number; null when nothing was typed; the text itself when it is no number. */
function amountOf(text: string): number | string | null {
  return text === '' ? null : (parseNumber(text) ?? text);
}

/** `98,4%` and `98,4` as 0.984. */
function shareOf(text: string): number | string | null {
  const percent = amountOf(text.replace(/\s*%$/, ''));
  return typeof percent === 'number' ? Math.round(percent * 1e8) / 1e10 : percent;
}

function answerOf(text: string): number | null {
  return text === '' ? null : text === 'yes' ? 1 : 0;
}
