import { sealNumber } from '#capabilities/dossiers/identity-number.ts';
import { testSecrets } from '#test/secrets.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { say } from '../say.ts';
import type { World } from '../world.ts';
import { type Columns, COPIED_TABLES, copyStatement } from './copy.ts';
import { APPLICANT_OFFSET, FIRST_COPY, FIRST_OWN, FIRST_OWN_APPLICANT } from './identifiers.ts';
import { NAMES } from './names.ts';
import { makeTemplates, type Template } from './templates.ts';
import { withoutIndexes } from './without-indexes.ts';

/** Dossiers in hand: as many in a large archive as in a small one, since the work of the day does not grow with it. */
const OPEN = 2000;
/** Dossiers that a commune receives a day in the benchmark's past. */
const PER_DAY = 40;
const BATCH = 100_000;

/**
 * Brings the database to `size` dossiers: copies of dossiers that the verbs made, row for row, with numbers, people and
 * days of their own, the newest first. What is there already is kept, so that a small archive grows into a large one.
 */
export async function seedDossiers(world: World, size: number): Promise<void> {
  await prepare(world);
  const begun = await copiesIn(world);
  if (begun >= size) return;
  say(`Writing ${(size - begun).toLocaleString('en')} dossiers…`);
  const write = async (): Promise<void> => {
    for (let from = begun; from < size; from += BATCH) {
      await copyDossiers(world, ARCHIVE(from, Math.min(from + BATCH, size)));
      say(`  ${Math.min(from + BATCH, size).toLocaleString('en')}`);
    }
  };
  await (size - begun > BATCH ? withoutIndexes(world, write) : write());
  await world.superuser.query('vacuum (analyze)');
}

/** Adds dossiers that have just been received and wait for their first step. Answers their numbers by unit. */
export async function seedReceived(world: World, count: number, batch: string): Promise<readonly Waiting[]> {
  await prepare(world);
  await copyDossiers(world, RECEIVED(count, batch));
  const { rows } = await world.superuser.query<Waiting>(
    `select number, sequence, receiving_unit_id::int as "unitId" from dossiers where number like $1 order by id`,
    [`${batch}-%`],
  );
  return rows;
}

/** Adds copies of one dossier as it stands, with its tokens and timers. */
export async function seedLike(world: World, template: Template, count: number): Promise<void> {
  await prepare(world);
  await world.superuser.query(LIKE, [JSON.stringify([withFolded(template)])]);
  await copyDossiers(world, COPIES(count, template.number));
}

const LIKE = `insert into bench_templates
  select d.id, t.stage, t.number, folded_number, folded_name, d.applicant_id, token,
    regexp_replace(t.number, '-\\d{6}-\\d+$', ''), -1, 0, 1
  from jsonb_to_recordset($1) t(number text, stage text, token text, folded_number text, folded_name text)
  join dossiers d on d.number = t.number`;

const COPIES = (count: number, number: string): string => `
  select n, t.*, nextval(pg_get_serial_sequence('dossiers', 'id')) as id, '${number}-' || n as number, interval '0' as shift
  from generate_series(0, ${count - 1}) n
  cross join lateral (select * from bench_templates b where b.template_number = '${number}') t`;

/** A dossier that waits for its first step. */
export type Waiting = { readonly number: string; readonly sequence: number; readonly unitId: number };

/** Copies `n` from one number to another of the archive: the newest are in hand, the others were returned. */
const ARCHIVE = (from: number, to: number): string => `
  select n, t.*, ${FIRST_COPY} + n as id,
    t.agency || to_char(current_date - 1 - m / ${PER_DAY}, '"-"YYMMDD"-"') || lpad((m % ${PER_DAY} + 1)::text, 4, '0') as number,
    make_interval(days => -(1 + m / ${PER_DAY}), mins => m % ${PER_DAY}) as shift
  from generate_series(${from}, ${to - 1}) n
  cross join lateral (select n / c.count as m from bench_counters c) k
  cross join lateral (select * from bench_templates b
    where b.counter = n % (select count from bench_counters)
      and b.stage = case when n < ${OPEN} then 'processing' else 'returned' end
      and b.kind = m % b.kinds) t`;

const RECEIVED = (count: number, batch: string): string => `
  select n, t.*, nextval(pg_get_serial_sequence('dossiers', 'id')) as id, '${batch}-' || n as number, interval '0' as shift
  from generate_series(0, ${count - 1}) n
  cross join lateral (select * from bench_templates b
    where b.counter = n % (select count from bench_counters) and b.stage = 'received' and b.kind = 0) t`;

async function copyDossiers({ superuser }: World, source: string): Promise<void> {
  const client = await superuser.connect();
  try {
    await client.query('begin');
    // Copies of valid rows need no checking again; the history's own triggers refuse no insert.
    await client.query('set local session_replication_role = replica');
    await client.query(`create temporary table copies on commit drop as
      select s.*, ${APPLICANT_OFFSET} + s.id as applicant_id, name.written as full_name, name.folded as folded_name,
        '052' || lpad(s.id::text, 9, '0') as id_number, '09' || lpad((abs(hashint8(s.id)) % 100000000)::text, 8, '0') as phone
      from (${source}) s
      join bench_names name on name.position = abs(hashint8(s.id * 7)) % ${NAMES.length}`);
    const { rows } = await client.query<Columns>(COLUMNS, [COPIED_TABLES]);
    for (const table of rows) await client.query(copyStatement(table));
    await client.query('commit');
  } finally {
    client.release();
  }
}

const COLUMNS = `select table_name as table, json_agg(json_build_object('name', column_name, 'type', data_type)) as columns
  from information_schema.columns where table_schema = 'public' and table_name = any($1)
  group by table_name order by array_position($1, table_name::text)`;

async function copiesIn({ superuser }: World): Promise<number> {
  const { rows } = await superuser.query<{ readonly count: number }>(
    `select count(*)::int from dossiers where id >= ${FIRST_COPY} and id < ${FIRST_OWN}`,
  );
  return rows[0]?.count ?? 0;
}

/** Closes what earlier runs over a kept database received, so that the work in hand is the archive's own again. */
export async function settle({ superuser }: World): Promise<void> {
  await superuser.query(
    `select setval(sequence, greatest(nextval(sequence), ${FIRST_OWN_APPLICANT}))
     from pg_get_serial_sequence('applicants', 'id') sequence`,
  );
  await superuser.query(`delete from dossier_work where dossier_id >= ${FIRST_OWN}`);
  await superuser.query(
    `update dossier_steps set state = 'done' where dossier_id >= ${FIRST_OWN} and state = 'active'`,
  );
  await superuser.query(
    `update dossiers set state = 'returned' where id >= ${FIRST_OWN} and state <> 'returned'`,
  );
  // As the server does by itself within minutes; the next measurement begins at once.
  await superuser.query('vacuum (analyze) dossier_work, sessions');
}

/** Makes the templates and puts them and the names where SQL finds them; once per database. */
async function prepare(world: World): Promise<void> {
  const { superuser } = world;
  const { rows } = await superuser.query(`select to_regclass('bench_names') as found`);
  if (rows[0]?.found) return;
  say('Making the dossiers that are copied…');
  const templates = await makeTemplates(world);
  await superuser.query(TEMPLATES, [JSON.stringify(templates.map(withFolded))]);
  await superuser.query(
    'create table bench_counters as select count(distinct counter)::int as count from bench_templates',
  );
  await superuser.query(
    `create table bench_names as select ordinality - 1 as position, name ->> 'written' as written, name ->> 'folded' as folded
     from jsonb_array_elements($1) with ordinality as n(name, ordinality)`,
    [JSON.stringify(NAMES)],
  );
  await superuser.query(`alter table dossiers alter id restart ${FIRST_OWN}`);
}

const withFolded = (template: Template) => ({
  ...template,
  folded_number: fold(template.number),
  folded_name: fold(template.name),
  token: sealNumber(testSecrets, template.idNumber)?.token,
});

/** Templates with their counter (from 0) and their kind (from 0) among those of the counter at the same stage. */
const TEMPLATES = `create table bench_templates as
  select d.id as template_id, t.stage, t.number as template_number, folded_number, folded_name as template_name,
    d.applicant_id as template_applicant, token as template_token,
    regexp_replace(t.number, '-\\d{6}-\\d+$', '') as agency,
    dense_rank() over (order by d.receiving_unit_id) - 1 as counter,
    row_number() over (partition by d.receiving_unit_id, t.stage order by d.id) - 1 as kind,
    count(*) over (partition by d.receiving_unit_id, t.stage) as kinds
  from jsonb_to_recordset($1) t(number text, stage text, token text, folded_number text, folded_name text)
  join dossiers d on d.number = t.number`;
