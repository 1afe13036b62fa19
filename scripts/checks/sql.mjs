/** SQL stands in store.ts files (and in the platform's database and jobs), so that it is found, read and tested in one place. */
import { isTest, lineAt, report, typescriptFiles } from '../lib/code.mjs';

/** Reads the three revision numbers that every context carries; there is no capability below it whose store could. */
const exceptions = new Set(['src/foundation/context.ts']);

const statement =
  /\bsql(?:<[^`]*?>)?`|\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\b(?:pool|client|db|tx)\.query\(/g;

report(
  typescriptFiles('src')
    .filter(({ path }) => !mayHoldSql(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(statement)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        sentence: 'SQL belongs in a store.ts.',
      })),
    ),
);

function mayHoldSql(path) {
  return (
    isTest(path) || path.startsWith('src/platform/') || /(^|\/)store\.ts$/.test(path) || exceptions.has(path)
  );
}
