import type { LocalDate } from '#kernel/local-date.ts';
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import { legalWords } from '#capabilities/procedures/words.ts';
import type { Option } from '#web/ui/option.ts';

/** The rule that obliges the counter to give the slip, by the day it holds from. */
const GENERAL_BASIS: readonly { readonly from: LocalDate; readonly text: string }[] = [
  // Art. 17: what is incomplete is guided once and in full, what is not received is refused with the reason.
  { from: '2018-06-21', text: 'Điều 17 Nghị định số 61/2018/NĐ-CP' },
  { from: '2025-07-01', text: 'Nghị định số 118/2025/NĐ-CP' },
];

/** Code of the general rule among the legal bases of a slip; the others are places in the procedure's own list. */
export const GENERAL = 'general';

/** What a slip of a day can be founded on: the rule on reception, then the law of the procedure issued by then. */
export function basisOptions(content: ProcedureContent, day: LocalDate): readonly Option[] {
  const general = GENERAL_BASIS.findLast(({ from }) => from <= day) ?? GENERAL_BASIS[0];
  return [
    ...(general ? [{ value: GENERAL, text: general.text }] : []),
    ...content.legalBasis
      .map((reference, index) => ({ reference, value: String(index) }))
      .filter(({ reference }) => reference.date === null || reference.date <= day)
      .map(({ reference, value }) => ({ value, text: legalWords(reference) })),
  ];
}

/** The chosen bases in words, in the order of the list; codes that are not on it count for nothing. */
export function basisWords(
  options: readonly Option[],
  chosen: readonly string[],
  other: string,
): readonly string[] {
  const listed = options.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
  return other === '' ? listed : [...listed, other];
}
