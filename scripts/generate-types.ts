import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import * as prettier from 'prettier';
import { generateTypes } from '../src/platform/database/generate-types.ts';
import { openTestServer } from '../test/server.ts';

/**
 * `node scripts/generate-types.ts` writes src/platform/database/types.ts from the migrations;
 * with `--check` it only compares and exits with 1 when the file differs.
 */
const TARGET = new URL('../src/platform/database/types.ts', import.meta.url);

const server = await openTestServer();
const client = new pg.Client(server.template);
await client.connect();
const options = await prettier.resolveConfig(TARGET.pathname);
const source = await prettier.format(await generateTypes(client), { ...options, parser: 'typescript' });
await client.end();
await server.stop();

if (process.argv.includes('--check')) {
  if ((await readFile(TARGET, 'utf8')) !== source) {
    console.error(
      'src/platform/database/types.ts: differs from the migrated schema; run node scripts/generate-types.ts',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(TARGET, source);
}
