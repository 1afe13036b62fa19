import { procedureLimits } from '#app/procedure-limits.ts';
import type { DueQuestion } from '#foundation/calendar/calculator/schema.ts';
import { answerDue } from '#foundation/calendar/calculator/service.ts';
import { systemContext } from '#foundation/context.ts';
import { instantAt, isLocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatClock, formatLongDate } from '#kernel/vietnamese/format.ts';
import { computeDue, type Due } from '#kernel/working-time/due.ts';
import { explainDue } from '#kernel/working-time/explain.ts';
import { starterCalendar } from '#starter/calendar/starter-calendar.ts';
import type { Command, Given, Output } from './command.ts';
import { withSystem } from './with-system.ts';

/**
 * `motcua due`: when something would be due, and why. A plain limit without a unit is computed on the calendar that
 * comes with the program and needs no database; a unit or a procedure is looked up in this installation.
 */
export const due: Command = {
  name: 'due',
  summary: 'Tính ngày hẹn trả và giải thích từng ngày',
  options: [
    {
      name: 'received',
      value: 'LÚC',
      explanation: 'Lúc tiếp nhận, ví dụ 2020-04-28T15:20 (mặc định bây giờ)',
    },
    { name: 'working-days', value: 'SỐ', explanation: 'Thời hạn tính bằng ngày làm việc' },
    { name: 'hours', value: 'SỐ', explanation: 'Thời hạn tính bằng giờ làm việc' },
    { name: 'days', value: 'SỐ', explanation: 'Thời hạn tính bằng ngày, kể cả ngày nghỉ' },
    { name: 'same-day', explanation: 'Trả trong ngày' },
    { name: 'cutoff', value: 'GIỜ', explanation: 'Giờ nhận cuối khi trả trong ngày (mặc định 15:00)' },
    {
      name: 'procedure',
      value: 'MÃ',
      explanation: 'Thời hạn của thủ tục, theo mã quốc gia hoặc tên trong địa chỉ',
    },
    { name: 'unit', value: 'MÃ', explanation: 'Theo lịch làm việc của đơn vị này' },
  ],
  notes: [
    'Ví dụ: npx motcua due --received 2020-04-28T15:20 --working-days 3 --json',
    'Không có --unit và --procedure thì tính theo lịch có sẵn trong chương trình, không cần cơ sở dữ liệu.',
  ],
  printsFacts: true,
  run: async (given, output) => {
    const question = questionOf(given);
    const computed = await computeAnswer(question, output);
    const { explanation } = computed;
    output.print({ dueAt: explanation.dueAt, explanation }, textOf(computed));
    return 0;
  },
};

/** What was asked. Refuses (`invalid`) no limit, several limits, and what cannot be read. */
export function questionOf({ options, switches, words }: Given): DueQuestion {
  if (words.length > 0)
    refuse('invalid', `Lệnh "due" không nhận "${words.join(' ')}". Xem: npx motcua due --help.`);
  return {
    receivedAt: momentOf(options['received']),
    limit: limitOf(options, switches),
    unitCode: options['unit'] ?? null,
  };
}

const LIMIT_OPTIONS = {
  'working-days': 'working-day',
  hours: 'working-hour',
  days: 'calendar-day',
} as const;

function limitOf(options: Given['options'], switches: Given['switches']): DueQuestion['limit'] {
  const limits: DueQuestion['limit'][] = Object.entries(LIMIT_OPTIONS).flatMap(([name, unit]) => {
    const typed = options[name];
    return typed === undefined ? [] : [{ unit, value: numberOf(name, typed) }];
  });
  if (switches.has('same-day')) limits.push({ unit: 'same-day', cutoff: options['cutoff'] ?? '15:00' });
  const procedure = options['procedure'];
  if (procedure !== undefined) limits.push({ unit: 'procedure', procedure });
  const [limit] = limits;
  if (limit !== undefined && limits.length === 1) return limit;
  return refuse(
    'invalid',
    'Hãy cho đúng một thời hạn: --working-days, --hours, --days, --same-day hoặc --procedure.',
  );
}

function numberOf(name: string, typed: string): number {
  const value = Number(typed.replace(',', '.'));
  if (value > 0 && value <= 10_000) return value;
  return refuse('invalid', `--${name} phải là số lớn hơn 0, nhiều nhất 10000, ví dụ --${name} 3.`);
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A moment in Vietnam's time, unless it names another offset. */
function momentOf(typed: string | undefined): Date {
  if (typed === undefined) return new Date();
  const [, date = '', hours, minutes, offset] = MOMENT.exec(typed) ?? [];
  if (!isLocalDate(date)) {
    refuse(
      'invalid',
      'Lúc tiếp nhận phải viết dạng 2020-04-28T15:20 (giờ Việt Nam). Hãy nhập lại --received.',
    );
  }
  return offset === undefined
    ? instantAt(date, Number(hours) * 60 + Number(minutes))
    : new Date(typed.replace(' ', 'T'));
}

async function computeAnswer(question: DueQuestion, output: Output): Promise<Due> {
  const { limit, receivedAt, unitCode } = question;
  if (limit.unit !== 'procedure' && unitCode === null) return computeDue(starterCalendar, receivedAt, limit);
  return withSystem(output, async (system) =>
    answerDue(await systemContext(system, 'due command'), procedureLimits, question),
  );
}

function textOf({ dueAt, explanation }: Due): string {
  const sentences = explainDue(explanation).map((sentence) => `  ${sentence}`);
  return [
    `Hẹn trả kết quả lúc ${formatClock(dueAt)} ${formatLongDate(dueAt)}.`,
    '',
    'Vì sao:',
    ...sentences,
  ].join('\n');
}
