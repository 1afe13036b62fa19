import type pg from 'pg';

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly generated: boolean;
  readonly comment: string | null;
  readonly tableComment: string | null;
};

const SQL_TYPES: Readonly<Record<string, string>> = {
  bigint: 'number',
  'double precision': 'number',
  integer: 'number',
  smallint: 'number',
  text: 'string',
  uuid: 'string',
  date: 'string',
  boolean: 'boolean',
  bytea: 'Buffer',
  jsonb: 'Json',
  'timestamp with time zone': 'Date',
  'text[]': 'string[]',
};

/**
 * Row types of the migrated schema as TypeScript source: one type a table, documented by the SQL comments, with
 * `check (column in (…))` as a union. Written to `types.ts`; the schema drift check fails when that file differs.
 */
export async function generateTypes(client: pg.Client | pg.PoolClient): Promise<string> {
  const columns = await readColumns(client);
  const unions = await readUnions(client);
  const tables = [...new Set(columns.map((column) => column.table))];
  const bodies = tables.map((table) =>
    tableType(
      table,
      columns.filter((c) => c.table === table),
      unions,
    ),
  );
  const names = tables.map((table) => `  ${camel(table)}: ${pascal(table)};`);
  return [HEADER, ...bodies, `export type DB = {\n${names.join('\n')}\n};\n`].join('\n');
}

const HEADER = `// Generated from the migrated schema by scripts/generate-types.ts. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A jsonb column: read as unknown and parsed by its owner, written as JSON text. */
type Json = ColumnType<unknown, string, string>;
`;

async function readColumns(client: pg.Client | pg.PoolClient): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, (a.attidentity <> '' or d.oid is not null) as generated,
      col_description(c.oid, a.attnum) as comment, obj_description(c.oid) as "tableComment"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    order by c.relname, a.attnum`);
  return rows;
}

async function readUnions(client: pg.Client | pg.PoolClient): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ table: string; column: string; definition: string }>(`
    select c.relname as table, a.attname as column, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'c' and cardinality(k.conkey) = 1 and c.relnamespace = 'public'::regnamespace`);
  const lists = rows.filter((row) => row.definition.includes('= ANY (ARRAY['));
  return new Map(lists.map((row) => [`${row.table}.${row.column}`, unionOf(row.definition)]));
}

function unionOf(definition: string): string {
  return [...definition.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`).join(' | ');
}

function tableType(table: string, columns: readonly Column[], unions: ReadonlyMap<string, string>): string {
  const lines = columns.map((column) => {
    const doc = column.comment ? `  /** ${column.comment} */\n` : '';
    return `${doc}  ${camel(column.column)}: ${columnType(column, unions.get(`${table}.${column.column}`))};`;
  });
  const doc = columns[0]?.tableComment ? `/** ${columns[0].tableComment} */\n` : '';
  return `${doc}type ${pascal(table)} = {\n${lines.join('\n')}\n};\n`;
}

function columnType(column: Column, union: string | undefined): string {
  const base = union ?? SQL_TYPES[column.type];
  if (!base) throw new Error(`No TypeScript type for ${column.table}.${column.column} ${column.type}`);
  const type = column.nullable ? `${base} | null` : base;
  if (!column.generated) return type;
  return column.column === 'id' ? `GeneratedAlways<${type}>` : `Generated<${type}>`;
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  const text = camel(name);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
