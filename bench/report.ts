import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import type { Row } from './row.ts';

const BEGIN = '<!-- results -->';
const END = '<!-- end of results -->';

/** How many other programs wanted a core when the benchmark began: near 0 on a quiet machine. */
const LOAD_AT_START = loadavg()[0] ?? 0;

/** The results as a table in Markdown, under what they were measured on. */
export function tableOf(rows: readonly Row[], size: number): string {
  const lines = rows.map(
    ({ what, measured, target, isMet }) => `| ${what} | ${measured} | ${target} | ${markOf(isMet)} |`,
  );
  return [machine(size), '', '| What | Measured | Target | Met |', '|---|---|---|---|', ...lines].join('\n');
}

function markOf(isMet: boolean | null): string {
  if (isMet === null) return '';
  return isMet ? 'yes' : '**no**';
}

function machine(size: number): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores and ${memory} GB of memory ` +
    `shared by PostgreSQL, the application and whatever loads it; ` +
    `load average ${LOAD_AT_START.toFixed(1)} before it began; ${size.toLocaleString('en')} dossiers where nothing else is said.`
  );
}

/** Puts the table in the place of the last one in bench/README.md. */
export async function writeReport(table: string): Promise<void> {
  const file = path.resolve('bench/README.md');
  const text = await readFile(file, 'utf8');
  const [before, after] = [text.slice(0, text.indexOf(BEGIN)), text.slice(text.indexOf(END))];
  await writeFile(file, `${before}${BEGIN}\n\n${table}\n\n${after}`);
}
