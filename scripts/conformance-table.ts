/** The table of `npm run conformance`, as Markdown. The exit code is 1 when a file does not survive export and import. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { exportBpmn } from '#kernel/bpmn/export.ts';
import { importBpmn, type ImportedProcess } from '#kernel/bpmn/import.ts';
import type { Outcome } from '#kernel/bpmn/report.ts';
import { Refusal } from '#kernel/refusal.ts';

const OUTCOMES = ['kept', 'adapted', 'dropped', 'refused'] as const satisfies readonly Outcome[];
const folder = process.argv[2] ?? '.';
const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));

const told = new Map<string, string>();

console.log('| File | Kept | Adapted | Dropped | Refused | In the subset | Roundtrip | What is refused |');
console.log('| --- | --: | --: | --: | --: | --- | --- | --- |');
for (const name of files.toSorted()) console.log(`| ${(await row(name)).join(' | ')} |`);
if (told.size > 0) console.log(`\n${[...told.keys()].map((reason) => `- ${reason}`).join('\n')}`);

async function row(name: string): Promise<readonly string[]> {
  const first = await read(readFileSync(join(folder, name)));
  if (first instanceof Refusal) return [name, '0', '0', '0', '1', 'no', 'none', first.message];
  const xml = await exportBpmn(first.definition, first.diagram);
  const second = await importBpmn(new TextEncoder().encode(xml));
  const isSame =
    isDeepStrictEqual(first.definition, second.definition) &&
    isDeepStrictEqual(first.diagram, second.diagram);
  if (!isSame) process.exitCode = 1;
  const counts = OUTCOMES.map((outcome) => first.report.filter((line) => line.outcome === outcome).length);
  const isWithin = counts.at(-1) === 0;
  return [
    name,
    ...counts.map(String),
    isWithin ? 'yes' : 'in part',
    isSame ? 'identical' : 'differs',
    reasons(first),
  ];
}

async function read(bytes: Uint8Array): Promise<ImportedProcess | Refusal> {
  try {
    return await importBpmn(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Kinds of elements that are refused, with how many of each; the reasons follow the table. */
function reasons({ report }: ImportedProcess): string {
  const refused = report.filter(({ outcome }) => outcome === 'refused');
  for (const { type, reason } of refused) told.set(`${type}: ${reason}`, type);
  const kinds = [...Map.groupBy(refused, ({ type }) => type)];
  return kinds.map(([type, lines]) => `${lines.length} × ${type}`).join(', ');
}
