import type { Migration } from '#platform/database/migrate.ts';

/** A statement of a migration as one line, without comments. */
export type Ddl = { readonly migration: Migration; readonly text: string };

/** The statements of a file; bodies of functions are emptied, since creating one touches no table. */
export function ddlOf(migration: Migration): readonly Ddl[] {
  return migration.sql
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, '$$$$')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .split(';')
    .map((text) => ({ migration, text: text.replaceAll(/\s+/g, ' ').trim().toLowerCase() }))
    .filter(({ text }) => text !== '');
}

/** Why a statement must not run beside programs at work; null when it may. */
export type Objection = {
  /** `stops`: programs of earlier releases may fail beside it. `blocks`: counters wait while it runs. */
  readonly kind: 'stops' | 'blocks';
  readonly why: string;
};

type Rule = Objection & {
  readonly pattern: RegExp;
  /** Holds for tables that were there before this file alone; their name is the first group. */
  readonly ofOldTables?: boolean;
};

const T = String.raw`(?:if exists )?(?:only )?([\w"]+)`;
const RULES: readonly Rule[] = [
  rule('stops', 'they still use it', `^drop (?:table|view|function|materialized view|type) `),
  rule('stops', 'they still name it', `^alter table ${T} .*\\bdrop column\\b`),
  rule('stops', 'they know it by its old name', `^alter \\w+ .*\\brename\\b`),
  rule(
    'stops',
    'they write the old type',
    `^alter table ${T} .*\\balter (?:column )?\\w+ (?:set data )?type\\b`,
  ),
  rule('stops', 'they leave it out', `^alter table ${T} .*\\balter (?:column )?\\w+ set not null\\b`),
  rule(
    'stops',
    'they leave it out',
    `^alter table ${T} (?!.*\\bdefault\\b).*\\badd (?:column )?.*\\bnot null\\b`,
  ),
  rule('stops', 'they do not say who acts, and see nothing', `^alter table ${T} .*\\brow level security\\b`),
  rule(
    'stops',
    'they may write what it forbids',
    `^alter table ${T} .*\\badd (?:constraint|check|unique|foreign key|exclude)\\b`,
  ),
  rule(
    'stops',
    'they may write what it forbids',
    `^create (?:or replace )?(?:constraint )?trigger \\w+ .*? on ${T}`,
  ),
  rule(
    'stops',
    'they may write what it forbids',
    `^create unique index (?:concurrently )?(?:if not exists )?\\w+ on ${T}`,
  ),
  rule(
    'stops',
    'they may still need the right',
    `^revoke .* on (?!all|function)(?:table )?${T} from motcua_app`,
  ),
  rule(
    'blocks',
    'use `create index concurrently` in a file of its own that runs outside a transaction',
    `^create (?:unique )?index (?!concurrently)(?:if not exists )?\\w+ on ${T}`,
  ),
  rule('blocks', 'the whole table is written anew', `^alter table ${T} .*\\btype\\b`),
  rule(
    'blocks',
    'the whole table is read; add it `not valid` and validate it in a later file',
    `^alter table ${T} (?!.*not valid).*\\badd (?:constraint|check|foreign key)\\b`,
  ),
  rule('blocks', 'the whole table is read', `^alter table ${T} .*\\bset not null\\b`),
  rule(
    'blocks',
    'every row gets a value of its own, so the whole table is written anew',
    `^alter table ${T} .*\\badd (?:column )?.*\\bdefault (?:clock_timestamp|gen_random_uuid|random|nextval)`,
  ),
  rule(
    'blocks',
    'every row is locked until the end; do it in portions by a job',
    `^(?:update|delete from) ${T}`,
  ),
  rule(
    'blocks',
    'nobody else may read meanwhile',
    `^(?:lock|cluster|vacuum full|refresh materialized view(?! concurrently))\\b`,
  ),
];

function rule(kind: Objection['kind'], why: string, source: string): Rule {
  return { kind, why, pattern: new RegExp(source), ofOldTables: source.includes(T) };
}

/** Everything there is to say against the statements of a migration, given the tables that were there before it. */
export function objectionsTo(
  migration: Migration,
  before: ReadonlySet<string>,
): readonly (Objection & { readonly text: string })[] {
  return ddlOf(migration).flatMap(({ text }) =>
    RULES.filter(({ pattern, ofOldTables }) => {
      const found = pattern.exec(text);
      return found !== null && (ofOldTables !== true || before.has((found[1] ?? '').replaceAll('"', '')));
    }).map(({ kind, why }) => ({ kind, why, text })),
  );
}

/** Tables that a migration makes. */
export function tablesMadeBy(migration: Migration): readonly string[] {
  return ddlOf(migration).flatMap(({ text }) => {
    const name = /^create table (?:if not exists )?([\w"]+)/.exec(text)?.[1];
    return name === undefined ? [] : [name.replaceAll('"', '')];
  });
}
