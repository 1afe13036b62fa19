import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { inProject } from './project.mjs';
import { filesUnder } from './sources.mjs';

/** Our TypeScript, as { path, text }. Elements run in the browser and are ours as well. */
export function typescriptFiles(...places) {
  return filesUnder(...places)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(inProject(path), 'utf8') }));
}

/** Is it there for tests only? */
export const isTest = (path) => /\.(test|fixture)\.tsx?$/.test(path);

/** The line (from 1) at a place in the text. */
export const lineAt = (text, index) => text.slice(0, index).split('\n').length;

const fromClause = /(?:^|\n)\s*(?:import|export)\s[^;'"`]*?from\s*['"]([^'"]+)['"]/g;
const bareOrDynamic = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file imports: [{ specifier, target, line }]; target is a path from the root for our own files. */
export function importsOf({ path, text }) {
  return [...text.matchAll(fromClause), ...text.matchAll(bareOrDynamic)].map((match) => {
    const specifier = match[1] ?? match[2];
    const line = lineAt(text, match.index + match[0].indexOf(specifier));
    return { specifier, target: targetOf(path, specifier), line };
  });
}

function targetOf(path, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  const [, name, rest] = /^#([a-z]+)\/(.*)$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  return ['starter', 'test'].includes(name) ? `${name}/${rest}` : `src/${name}/${rest}`;
}

/** Prints what a check found, a line each, and ends with the exit code that says whether there was anything. */
export function report(findings) {
  for (const { path, line, sentence } of findings) console.log(`${path}:${line} ${sentence}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
