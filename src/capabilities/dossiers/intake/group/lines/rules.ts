/** What can be said of lines by themselves: their shape, and lines that repeat one another. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { FieldMessages } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import type { z } from 'zod';
import {
  type CheckedLine,
  type EarlierInput,
  earlierInput,
  type Line,
  LINE_FIELDS,
  type LineField,
  lineInput,
} from '../schema.ts';

type Asked = {
  /** Lines are of dossiers received on paper before. */
  readonly earlier: boolean;
  readonly today: LocalDate;
  /** The officer knows that lines repeat one another. */
  readonly confirmedDuplicate: boolean;
};

/** Each line with what is wrong with it by itself and against those before it. */
export function checkShapes(lines: readonly Line[], asked: Asked): readonly CheckedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { input, problems } = shapeOf(line, asked);
    return { line, input, problems: { ...repeated(line, seen, asked), ...problems } };
  });
}

/** A line in which nothing was typed says nothing; what the form or the program puts there does not count. */
export function isEmpty(line: Line): boolean {
  return LINE_FIELDS.every((field) => field === 'kind' || line[field].trim() === '');
}

function shapeOf(line: Line, asked: Asked): Pick<CheckedLine, 'input' | 'problems'> {
  const { kind, fullName, idNumber, phone, email, address, representative, summary } = line;
  const person = lineInput.safeParse({
    applicant: { kind: kindOf(kind), fullName, idNumber, phone, email, address, representative },
    summary,
  });
  const before = asked.earlier ? earlierOf(line, asked) : { earlier: null, problems: {} };
  const problems = { ...(person.success ? {} : fieldsOf(person.error)), ...before.problems };
  const isFine = person.success && Object.keys(problems).length === 0;
  return { input: isFine ? { ...person.data, earlier: before.earlier } : null, problems };
}

/** The code, or its words as people write them; nothing stands for a person. */
function kindOf(text: string): string {
  const words = fold(text);
  if (words === '' || words === 'citizen' || words.startsWith('ca nhan')) return 'citizen';
  return words === 'organisation' || words.startsWith('to chuc') ? 'organisation' : text;
}

function earlierOf(
  { paperNumber, receivedOn }: Line,
  { today }: Asked,
): { readonly earlier: EarlierInput | null; readonly problems: FieldMessages } {
  const parsed = earlierInput.safeParse({ paperNumber, receivedOn: parseDate(receivedOn) ?? receivedOn });
  if (!parsed.success) return { earlier: null, problems: fieldsOf(parsed.error) };
  if (parsed.data.receivedOn >= today) {
    const sentence = 'Hồ sơ cũ phải được tiếp nhận trước hôm nay; hồ sơ hôm nay hãy tiếp nhận như thường.';
    return { earlier: null, problems: { receivedOn: sentence } };
  }
  return { earlier: parsed.data, problems: {} };
}

/** Paths such as `applicant.fullName` become the columns of the line. */
function fieldsOf(error: z.ZodError): FieldMessages {
  const messages: Record<string, string> = {};
  for (const { path, message } of error.issues) messages[String(path.at(-1) ?? 'fullName')] ??= message;
  return messages;
}

/** The same number, or without one the same name and address, in an earlier line; the same number on paper always. */
function repeated(line: Line, seen: Map<string, number>, asked: Asked): FieldMessages {
  const person: Key =
    line.idNumber.trim() === ''
      ? {
          field: 'fullName',
          key: fold(`${line.fullName} | ${line.address}`),
          words: 'Trùng họ tên và địa chỉ',
        }
      : { field: 'idNumber', key: `số ${numberOf(line.idNumber)}`, words: 'Trùng số giấy tờ' };
  const paper: Key = {
    field: 'paperNumber',
    key: `giấy ${fold(line.paperNumber)}`,
    words: 'Trùng số hồ sơ trên giấy',
  };
  return {
    ...(asked.confirmedDuplicate ? {} : firstSeen(person, line, seen)),
    ...(asked.earlier && line.paperNumber.trim() !== '' ? firstSeen(paper, line, seen) : {}),
  };
}

type Key = { readonly field: LineField; readonly key: string; readonly words: string };

function firstSeen({ field, key, words }: Key, { line }: Line, seen: Map<string, number>): FieldMessages {
  const first = seen.get(key);
  if (first !== undefined) return { [field]: `${words} với dòng ${first}.` };
  seen.set(key, line);
  return {};
}

function numberOf(text: string): string {
  return text.replaceAll(/[\s.-]/g, '').toUpperCase();
}
