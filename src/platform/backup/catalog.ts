/** What a database holds besides what its migrations make. */
import type { Sequence } from './manifest.ts';
import { quoted, type Session } from './session.ts';

export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** The mark of a place that is being restored; no part of any backup. */
export const MARK = 'unfinished_restore';

/** The queue makes its own tables and has its own release of them; its jobs are taken apart from them. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg\\_%'
  and c.relname <> '${MARK}' and not exists (
    select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Every table with the columns that hold data: what is generated is generated again. Partitions stand for their table. */
export async function readTables(session: Session): Promise<readonly Table[]> {
  const { rows } = await session.query<Table>(`
    select n.nspname::text as schema, c.relname::text as name,
      coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${OURS} group by 1, 2 order by 1, 2`);
  return rows;
}

/** Sequences with the last value they gave; null when they gave none. */
export async function readSequences(session: Session): Promise<readonly Sequence[]> {
  const { rows } = await session.query<Sequence>(`
    select n.nspname::text as schema, c.relname::text as name, s.last_value::text as last
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
    where c.relkind = 'S' and ${OURS} order by 1, 2`);
  return rows;
}

export async function readMigrationsApplied(
  session: Session,
): Promise<readonly { readonly name: string; readonly hash: string }[]> {
  const { rows } = await session.query<{ name: string; hash: string }>(
    'select name, hash from schema_migrations order by name',
  );
  return rows;
}

/** Tables, views and sequences of anybody's, the queue's included: a place without any is empty. */
export async function countRelations(session: Session): Promise<number> {
  const { rows } = await session.query<{ count: number }>(`
    select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`);
  return rows[0]?.count ?? 0;
}

/** `schema.table (columns)` for COPY. */
export function tableForCopy({ schema, name, columns }: Table): string {
  return `${quoted(schema, name)} (${columns.map((column) => quoted(column)).join(', ')})`;
}
