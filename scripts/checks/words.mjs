/**
 * Nothing names the machine it was written on, and nothing is left for later. Words that only this checkout must not
 * hold can be listed, one regular expression a line, in .git/info/forbidden-words.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { lineAt, report } from '../lib/code.mjs';
import { inProject, root } from '../lib/project.mjs';

const patterns = [
  [/(?<![\w./$}-])\/(?:home|Users|root|work)\/[\w.-]+/g, 'An absolute path of one machine.'],
  [/\b(?:TODO|FIXME|XXX|HACK)\b(?=[:( ])/g, 'Finish it, or file it as an issue.'],
  [/"resolved": "https?:/g, 'The lock file names a registry.'],
  ...localWords(),
];

report(trackedFiles().flatMap(findingsIn));

/** A folder without git (an unpacked archive) has nothing to check. */
function trackedFiles() {
  if (!existsSync(inProject('.git'))) return [];
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const list = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return list.split('\0').filter((path) => path !== '' && existsSync(inProject(path)));
}

function findingsIn(path) {
  const text = readFileSync(inProject(path), 'utf8');
  if (text.includes('\0') || path === 'scripts/checks/words.mjs') return [];
  return patterns.flatMap(([pattern, sentence]) =>
    [...text.matchAll(pattern)].map((match) => ({
      path,
      line: lineAt(text, match.index),
      sentence: `"${match[0]}": ${sentence}`,
    })),
  );
}

function localWords() {
  const list = inProject('.git/info/forbidden-words');
  if (!existsSync(list)) return [];
  const lines = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => [new RegExp(line, 'gi'), 'A word that does not belong here.']);
}
