import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import { checkReport } from '#kernel/report/check.ts';
import { type CheckResult, type Finding, SEVERITY_LABELS } from '#kernel/report/schema.ts';
import { isWorkingDay } from '#kernel/working-time/calendar.ts';
import { textOfFile } from '#platform/file-text/file-text.ts';
import { starterCalendar } from '#starter/calendar/starter-calendar.ts';
import { starterKnownDocuments } from '#starter/documents/known.ts';
import type { Command } from './command.ts';

/** `motcua lint`: reads a report and says what in it cannot be true. Needs no database and keeps nothing. */
export const lint: Command = {
  name: 'lint',
  summary: 'Soát một báo cáo (TXT, DOCX, PDF): chỗ nào mâu thuẫn, chỗ nào không thể đúng',
  words: 'TỆP',
  options: [],
  notes: [
    'Ví dụ: npx motcua lint bao-cao.docx --json',
    'Mã trả về: 0 không thấy gì, 1 có chỗ cần xem, 2 gọi sai hoặc không đọc được tệp.',
  ],
  printsFacts: true,
  run: async ({ words }, output) => {
    const [file, ...others] = words;
    if (file === undefined || others.length > 0) {
      return refuse('invalid', 'Hãy cho đúng một tệp: npx motcua lint TỆP. Xem: npx motcua lint --help.');
    }
    const result = checkReport(await linesOf(file), {
      documents: starterKnownDocuments,
      figures: [],
      isDayOff: (date) => !isWorkingDay(starterCalendar, date),
    });
    output.print(result, textOf(result));
    return result.findings.length === 0 ? 0 : 1;
  },
};

/** Refuses (`invalid`) a file that is not there or in which there is nothing to read. */
async function linesOf(file: string): Promise<readonly string[]> {
  const text = await textOfFile(Uint8Array.from(await contentOf(file)));
  if (text.problem === undefined) return text.lines;
  return refuse('invalid', `${path.basename(file)}: ${text.problem}`);
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    // Whatever the system says of it, the person looks at the path.
    return refuse('invalid', `Không mở được tệp ${file}. Hãy xem lại đường dẫn và quyền đọc.`);
  }
}

function textOf({ findings, figures, citations }: CheckResult): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const summary = `${count('error')} chỗ sai, ${count('warning')} chỗ nên sửa, ${count('hint')} gợi ý; đã hiểu ${figures} số liệu, ${citations} lần viện dẫn văn bản.`;
  return [...findings.map(paragraphOf), summary].join('\n\n');
}

function paragraphOf({ rule, severity, lines, quote, message, suggestion }: Finding): string {
  const head = `Dòng ${lines.join(', ')}: ${SEVERITY_LABELS[severity]} (${rule})`;
  return [head, `  “${quote}”`, `  ${message}`, ...(suggestion === '' ? [] : [`  ${suggestion}`])].join('\n');
}
