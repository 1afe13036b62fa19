import { type FieldMessages, refuse } from '#kernel/refusal.ts';
import { formatDate, formatMoney } from '#kernel/vietnamese/format.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { CountInput, Till, TillDecisionInput, TillSums } from './schema.ts';

/** What should be in the till: below zero when more was given back than came in. */
export function expectedOf({ cash, cashRefunded }: TillSums): number {
  return cash - cashRefunded;
}

/** Nothing moves in a till that was counted: what was counted would no longer be what is there. */
export function requireUncounted(till: Pick<Till, 'state' | 'day'> | null): void {
  if (till === null || till.state === 'reopened') return;
  const day = formatDate(till.day);
  refuse(
    'conflict',
    till.state === 'closed'
      ? `Két ngày ${day} đã chốt. Tiền đã thu thì lập đề nghị hoàn trả; tiền mới thì thu vào ngày làm việc sau.`
      : `Két ngày ${day} đã đếm, đang chờ xác nhận. Muốn thu, hủy thêm thì nhờ người xác nhận trả lại để đếm lại.`,
  );
}

/** A count: of a day that has come, once, and with an explanation when it is not what it should be. */
export function decideCount(
  till: Pick<Till, 'state' | 'day'> | null,
  input: CountInput,
  { expected, today }: { readonly expected: number; readonly today: LocalDate },
): void {
  if (input.day > today) stop({ day: 'Chưa đến ngày này nên chưa đếm két được.' });
  requireUncounted(till);
  if (input.counted !== expected && input.explanation.length < 5) {
    const words = input.counted > expected ? 'thừa' : 'thiếu';
    const difference = formatMoney(Math.abs(input.counted - expected));
    stop({ explanation: `Két ${words} ${difference} so với sổ. Hãy giải thích chênh lệch.` });
  }
}

/** The second person confirms, or sends back with a word why; nobody confirms their own till. */
export function decideTill(till: Till, input: TillDecisionInput, officerId: number): void {
  if (till.officerId === officerId) {
    refuse('forbidden', 'Người giữ két không được tự xác nhận. Hãy nhờ lãnh đạo đơn vị.');
  }
  if (till.sequence !== input.sequence) {
    refuse('conflict', 'Người khác vừa xử lý két này. Hãy tải lại trang để xem thay đổi.');
  }
  if (till.state !== 'counted') refuse('conflict', 'Két này không chờ xác nhận. Hãy tải lại trang.');
  if (input.outcome === 'reopened' && input.note.length < 5) {
    stop({ note: 'Hãy ghi vì sao trả lại để người giữ két biết phải làm gì.' });
  }
}

function stop(problems: FieldMessages): never {
  return refuse('invalid', Object.values(problems)[0] ?? '', problems);
}
