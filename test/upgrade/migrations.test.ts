import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Migration, readMigrations } from '#platform/database/migrate.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { objectionsTo, tablesMadeBy } from './ddl.ts';

/** Released before there was a rule. */
const LAST_WITHOUT_RULES = '0013_unit_keys.sql';

const migrations = await readMigrations(path.resolve('migrations'));

/** Migrations after the rules began, each with the tables that were there before it. */
function withTablesBefore(): readonly {
  readonly migration: Migration;
  readonly before: ReadonlySet<string>;
}[] {
  const before = new Set<string>();
  return migrations.map((migration) => {
    const known = new Set(before);
    for (const table of tablesMadeBy(migration)) before.add(table);
    return { migration, before: known };
  });
}

const ruled = withTablesBefore().filter(({ migration }) => migration.name > LAST_WITHOUT_RULES);

const isException = ({ name }: Migration, text: string): boolean =>
  EXCEPTIONS.some(({ migration, begins }) => migration === name && text.startsWith(begins));

describe('A migration that comes to people at work', () => {
  test.each(ruled)(
    '$migration.name holds up no counter, or says that it stops work',
    ({ migration, before }) => {
      const blocking = objectionsTo(migration, before).filter(
        ({ kind, text }) => kind === 'blocks' && !isException(migration, text),
      );
      expect(migration.stopsOlder === null ? blocking : []).toEqual([]);
    },
  );

  test.each(ruled)(
    '$migration.name leaves earlier programs working, or says that it stops them',
    ({ migration, before }) => {
      const stopping = objectionsTo(migration, before).filter(
        ({ kind, text }) => kind === 'stops' && !isException(migration, text),
      );
      // `-- stops older programs: why` in the head of the file: they are told, and let nobody in any more.
      expect(migration.stopsOlder === null ? stopping : []).toEqual([]);
    },
  );
});

test('Every exception is still needed', () => {
  const needed = EXCEPTIONS.filter(({ migration: name, begins }) =>
    ruled.some(
      ({ migration, before }) =>
        migration.name === name &&
        objectionsTo(migration, before).some(({ text }) => text.startsWith(begins)),
    ),
  );
  expect(needed).toEqual(EXCEPTIONS);
});

describe('The rules find', () => {
  const BEFORE = new Set(['dossiers']);
  const kindsOf = (sql: string): readonly string[] =>
    objectionsTo({ name: 'x.sql', sql, hash: '', isOutside: false, stopsOlder: null }, BEFORE).map(
      ({ kind }) => kind,
    );

  test.each([
    ['stops', 'alter table dossiers drop column title'],
    ['stops', 'alter table dossiers rename column title to name'],
    ['stops', 'alter table dossiers add column colour text not null'],
    ['stops', 'alter table dossiers enable row level security, force row level security'],
    ['stops', 'create trigger t before insert on dossiers for each row execute function f()'],
    ['stops', 'create unique index concurrently i on dossiers (title)'],
    ['stops', 'revoke update on dossiers from motcua_app'],
    ['stops', 'drop table dossiers'],
    ['blocks', 'create index i on dossiers (title)'],
    ['blocks', 'alter table dossiers alter column title type varchar(20)'],
    ['blocks', "alter table dossiers add constraint c check (title <> '')"],
    ['blocks', 'alter table dossiers add column made_at timestamptz default clock_timestamp()'],
    ['blocks', "update dossiers set title = ''"],
  ])('%s: %s', (kind, sql) => {
    expect(kindsOf(sql)).toContain(kind);
  });

  test.each([
    'alter table dossiers add column colour text',
    "alter table dossiers add column colour text not null default ''",
    'alter table dossiers alter column title drop not null',
    'create index concurrently i on dossiers (title)',
    'create table other (id bigint not null references dossiers); create index on other (id); create index j on other (id)',
    'create function f() returns void language sql as $$ update dossiers set title = title $$',
    "alter table dossiers add constraint c check (title <> '') not valid",
  ])('nothing to hold up a counter in %s', (sql) => {
    expect(kindsOf(sql)).not.toContain('blocks');
  });
});
