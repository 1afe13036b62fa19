import type { Declaration } from '#foundation/history/replayed.ts';
import { asReportEvent } from './making/deeds.ts';
import { foldReport } from './making/fold.ts';
import { rowOf } from './store.ts';

/** Reports by their histories: what units wrote, comments, explanations, and which files were kept. */
export const reportRecords: Declaration = {
  stream: 'report',
  name: 'Báo cáo',
  label: ({ title }) => String(title),
  tables: {
    reports: { owner: 'id', key: 'id', unproven: {} },
    report_parts: { owner: 'report_id', key: 'number', unproven: {} },
    report_comments: { owner: 'report_id', key: 'number', unproven: {} },
    report_answers: { owner: 'report_id', key: 'finding', unproven: {} },
    report_files: { owner: 'report_id', key: 'hash', unproven: {} },
  },
  replay: (id, events) => {
    const { report, parts, comments, answers, files } = foldReport(id, events.map(asReportEvent));
    const own = <Row extends object>(row: Row) => ({ reportId: id, ...row });
    return {
      reports: [{ ...rowOf(report) }],
      report_parts: parts.map(own),
      report_comments: comments.map(own),
      report_answers: answers.map(own),
      report_files: files.map(own),
    };
  },
};
