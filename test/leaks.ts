import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';

/** Everything that somebody reads who has a dump of the database and no key: every row of every table as text. */
export async function dumpOf(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  await pool.query('analyze');
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
  const found = new Map<string, string>();
  // What the planner remembers of columns are values of rows as well.
  for (const name of [...tables.map((table) => table.name), 'pg_stats']) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    found.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return found;
}

/** Every file in a folder, by its path inside. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found = new Map<string, Buffer>();
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile()))
    found.set(
      path.relative(folder, path.join(parentPath, name)),
      await readFile(path.join(parentPath, name)),
    );
  return found;
}

/** The files that the server keeps the tables and indexes of a database in, once it has written everything there. */
export async function heapOf(pool: pg.Pool): Promise<ReadonlyMap<string, Buffer>> {
  await pool.query('checkpoint');
  const { rows } = await pool.query<{ file: string; name: string }>(`
    select current_setting('data_directory') || '/' || pg_relation_filepath(oid) as file, relname as name
    from pg_class where pg_relation_filepath(oid) is not null and relpersistence <> 't'`);
  const found = new Map<string, Buffer>();
  for (const { file, name } of rows) found.set(name, await readFile(file));
  return found;
}

/** Where any of the numbers stands: as it is, in small letters, as hexadecimal digits, or in Base64. */
export function tracesOf(
  numbers: readonly string[],
  places: ReadonlyMap<string, string | Buffer>,
): readonly string[] {
  const found: string[] = [];
  for (const [place, content] of places) {
    const text = typeof content === 'string' ? content : content.toString('latin1');
    for (const number of numbers)
      if (formsOf(number).some((form) => text.includes(form))) found.push(`${place}: ${number}`);
  }
  return found;
}

function formsOf(number: string): readonly string[] {
  const bytes = Buffer.from(number);
  // Base64 looks different by where in three bytes it begins; the ends are shared with what stands beside it.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before + (before > 0 ? 1 : 0), -4),
  );
  return [number, number.toLowerCase(), bytes.toString('hex'), ...base64];
}
