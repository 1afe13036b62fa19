import { renderToString } from 'preact-render-to-string';
import { h } from 'preact';
import { annexWorkbook } from '#capabilities/reports/freezing/workbook.ts';
import { writeDocx } from '#capabilities/reports/output/docx/write.ts';
import { printReport } from '#capabilities/reports/output/print.ts';
import { longReport } from '#capabilities/reports/output/sample.fixture.ts';
import { ReportView } from '#capabilities/reports/output/web/view.tsx';
import type { ReportDocument } from '#capabilities/reports/document.ts';
import { fact, figure, type Part } from '../row.ts';
import { say } from '../say.ts';

const ROUNDS = 5;

/** A ten-year report in all its forms: thirty pages, 84 figures, 60 notes, ten annexes; every round another text. */
export const measureReports: Part = async () => {
  say('Reports in all formats…');
  const madeAt = new Date('2020-02-05T02:00:00Z');
  const writers: Readonly<Record<string, (document: ReportDocument) => Promise<unknown> | string>> = {
    DOCX: (document) => writeDocx(document, madeAt),
    'PDF/A': (document) => printReport(document, madeAt),
    XLSX: annexWorkbook,
    page: (document) => renderToString(h(ReportView, { document })),
  };
  const times = new Map<string, number[]>(Object.keys(writers).map((format) => [format, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    const document = reportOf(round);
    for (const [format, write] of Object.entries(writers)) {
      const from = performance.now();
      await write(document);
      // The first round loads the libraries.
      if (round > 0) times.get(format)?.push(performance.now() - from);
    }
  }
  const medians = [...times].map(([format, all]) => [format, medianOf(all)] as const);
  const together = medians.reduce((sum, [, median]) => sum + median, 0);
  return [
    {
      what: 'ten-year report of thirty pages in all formats',
      measured: `${figure(together)} ms`,
      target: '≤ 2,000 ms',
      isMet: together <= 2000,
    },
    ...medians.map(([format, median]) => fact(`of it ${format}`, `${figure(median)} ms`)),
  ];
};

/** Typst remembers paragraphs that it has set: in every round each one is new. */
function reportOf(round: number): ReportDocument {
  const report = longReport();
  const blocks = report.blocks.map((block) =>
    block.kind === 'paragraph' || block.kind === 'item'
      ? { ...block, runs: [{ kind: 'text' as const, text: `Lần ${round}: ` }, ...block.runs] }
      : block,
  );
  return { ...report, blocks };
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((first, second) => first - second)[Math.floor(times.length / 2)] ?? 0;
}
