/**
 * Names declared in foundation, capabilities and starter keep to the glossary: no name contains a word that its "Not"
 * column has in backticks. A word that is a term itself, for something else, is not looked for.
 */
import { readFileSync } from 'node:fs';
import { lineAt, report, typescriptFiles } from '../lib/code.mjs';
import { inProject } from '../lib/project.mjs';

const places = ['src/foundation', 'src/capabilities', 'starter'];

/** Declarations, parameters and fields: names we chose. Names of other people's interfaces are only used. */
const declarations = [
  /\b(?:const|let|function|type|interface)\s+([A-Za-z_$][\w$]*)/g,
  /\breadonly\s+([A-Za-z_$][\w$]*)\??:/g,
];

/** Terms of HTTP, which are not ours to name. */
const foreign = new Set(['userAgent']);

const rows = readFileSync(inProject('docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

const terms = new Set(rows.flatMap((cells) => inBackticks(cells[0])).map((term) => term.toLowerCase()));
const forbidden = new Map(
  rows.flatMap((cells) =>
    inBackticks(cells.at(-1)).map((word) => [word.toLowerCase(), inBackticks(cells[0])[0]]),
  ),
);

report(typescriptFiles(...places).flatMap(findingsIn));

function findingsIn({ path, text }) {
  return declarations
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter((match) => !foreign.has(match[1]))
    .flatMap((match) =>
      wordsOf(match[1])
        .filter((word) => forbidden.has(word) && !terms.has(word))
        .map((word) => ({
          path,
          line: lineAt(text, match.index + match[0].indexOf(match[1])),
          sentence: `"${match[1]}": the glossary says ${forbidden.get(word)}, not ${word}.`,
        })),
    );
}

/** The words of a name, in the singular. */
function wordsOf(name) {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_$]+/);
  return words.map((word) => word.replace(/(?<=[^s])s$/, ''));
}

function inBackticks(cell) {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]);
}
