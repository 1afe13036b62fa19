import { join } from 'node:path';
import pg from 'pg';
import { refuse } from '#kernel/refusal.ts';
import type { Connection } from '#platform/database/connection.ts';
import { KEY_FILE, readKeyFile } from '#platform/secrets/key-file.ts';
import { keyIdOf } from '#platform/secrets/secrets.ts';
import { SEALED_COLUMNS } from './schema.ts';

/**
 * Refuses to go on over a database that is sealed with keys that are not there. Without it a start would make a new key,
 * read nothing of before, and take people whom it knows for strangers.
 */
export async function refuseOtherKeys(owner: Connection, secretsFolder: string): Promise<void> {
  const path = join(secretsFolder, KEY_FILE);
  const ring = await readKeyFile(path);
  const missing = (await keysInUse(owner)).filter((id) => !ring?.keys.some((key) => key.id === id));
  if (missing.length === 0) return;
  const found = ring === null ? `chưa có tệp ${path}` : `tệp ${path} là khóa khác`;
  refuse(
    'missing',
    `Cơ sở dữ liệu này được mã hóa bằng khóa ${missing.join(', ')}, mà ${found}. Hãy chép tệp khóa đã cất giữ vào đúng chỗ đó rồi chạy lại.`,
  );
}

/** The key of one value in each sealed column that there is already. */
async function keysInUse(owner: Connection): Promise<readonly string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
    );
    const ids = new Set<string>();
    for (const { table, column } of SEALED_COLUMNS) {
      if (!rows.some((row) => row.table === table && row.column === column)) continue;
      const { rows: values } = await client.query<{ text: string }>(
        `select ${column} as text from ${table} where ${column} is not null limit 1`,
      );
      for (const { text } of values) ids.add(keyIdOf(text) ?? '');
    }
    return [...ids];
  } finally {
    await client.end();
  }
}
