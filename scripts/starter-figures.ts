/**
 * Holds the starter figures and documents against the text of the report: `npm run starter-figures -- FOLDER`, where the
 * folder has the text as it was extracted. Every figure stands on its line (or the next one), and every number of a document
 * in the text is in the register. The report itself is not part of this project.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { STARTER_DOCUMENTS } from '#starter/documents/all.ts';
import { REPORT_LINES, STARTER_INDICATORS } from '#starter/indicators/all.ts';
import type { StatedFigure } from '#starter/indicators/shape.ts';

/** Numbers with a symbol of the administration: `3898/QĐ-UBND`, `12-CT/HU`, `36 CT/HU`, `61/2018/ NĐ-CP`. */
const CITATION =
  /(?<![\d/])(\d{1,5}[a-z]?) ?(?:\/ ?((?:19|20)\d{2}) ?)?(?:[/ -] ?(QĐ|KH|NĐ|NQ|CTr|CT)(?:[-/ ] ?(UBND|CP|TTg|HU|TU|TW))?|\/(UBND))(?![\p{L}\d])/gu;

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: npm run starter-figures -- FOLDER');
  process.exit(2);
}
const lines = await readReport(folder);
const figures = figuresAmiss(lines);
const documents = documentsAmiss(lines);
for (const line of [...figures.amiss, ...documents.amiss]) console.log(line);
console.log(`figures: ${figures.found} of ${figures.total} found on their lines`);
console.log(`documents: ${documents.found} of ${documents.total} citations in the register`);
process.exitCode = figures.amiss.length + documents.amiss.length > 0 ? 1 : 0;

async function readReport(from: string): Promise<readonly string[]> {
  for (const name of (await readdir(from)).filter((one) => one.endsWith('.txt'))) {
    const text = (await readFile(path.join(from, name), 'utf8')).split('\n');
    if (Math.abs(text.length - REPORT_LINES) <= 2) return text;
  }
  throw new Error(`No text of ${REPORT_LINES} lines in ${from}`);
}

function figuresAmiss(text: readonly string[]) {
  const all = STARTER_INDICATORS.flatMap(({ indicator, figures: stated }) =>
    stated.flatMap((figure) => figure.lines.map((line) => ({ code: indicator.code, figure, line }))),
  );
  const amiss = all
    .filter(({ figure, line }) => !standsOn(text, line, figure))
    .map(({ code, figure, line }) => `${code} ${figure.period} ${figure.part}: not on line ${line}`);
  return { total: all.length, found: all.length - amiss.length, amiss };
}

/** Whether a figure stands on a line or one beside it. */
function standsOn(text: readonly string[], line: number, figure: StatedFigure): boolean {
  const near = text.slice(Math.max(0, line - 2), line + 1).join(' ');
  return figure.said === null ? inDigits(figure.value ?? 0).test(near) : near.includes(figure.said);
}

/** A number by itself, with noughts in front or points between thousands; 1 also as 100%. */
function inDigits(value: number): RegExp {
  const plain = String(value);
  const grouped = plain.replaceAll(/\B(?=(\d{3})+$)/g, String.raw`\.?`);
  const whole = value === 1 ? '|100%' : '';
  return new RegExp(String.raw`(?<![\d.])(?:0?${grouped}${whole})(?![\d])`);
}

function documentsAmiss(text: readonly string[]) {
  const cited = STARTER_DOCUMENTS.flatMap(({ sources }) => sources.map(({ place }) => place));
  const joined = text.map((line, index) => ({
    line: index + 1,
    text: `${line.trimEnd()} ${text[index + 2]?.trim() ?? ''}`,
  }));
  const found = joined.flatMap(({ line, text: near }) =>
    [...near.matchAll(CITATION)]
      .filter(({ index }) => index < (text[line - 1] ?? '').trimEnd().length)
      .map(([written, number = '']) => ({ line, written, number })),
  );
  const amiss = found
    .filter(({ line, number }) => !isRegistered(number, line))
    .map(({ line, written }) => `line ${line}: ${written} is not in the register`);
  const empty = cited.length === 0 ? ['no document says where it is cited'] : [];
  return { total: found.length, found: found.length - amiss.length, amiss: [...amiss, ...empty] };
}

/** Whether a document of the number is said to be cited on the line or one beside it. */
function isRegistered(number: string, line: number): boolean {
  const bare = number.replace(/^0+/, '');
  return STARTER_DOCUMENTS.some(
    (document) =>
      document.number.replace(/^0+/, '') === bare &&
      document.sources.some(({ place }) =>
        [...place.matchAll(/\d+/g)].some(([cited]) => Math.abs(Number(cited) - line) <= 2),
      ),
  );
}
