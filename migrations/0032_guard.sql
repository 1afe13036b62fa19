-- Changes of the calendar with two people and what they move, timers that failed, dossiers taken to another version of a
-- process, and what the page that watches over all of it asks for.
-- Row-level security: what is about one dossier is seen with the dossier; the calendar and processes are everybody's.

create table calendar_changes (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('declare', 'withdraw')),
  unit_id bigint references units,
  day_id bigint references special_days,
  input jsonb,
  reason text not null,
  proposed_by bigint references officers,
  proposed_at timestamptz not null,
  counted_to bigint not null default 0,
  counted_at timestamptz,
  state text not null check (state in ('open', 'confirmed', 'declined')),
  decided_by bigint references officers,
  decided_at timestamptz,
  note text not null default '',
  day_ids jsonb not null,
  moved_to bigint not null default 0,
  settled_at timestamptz,
  check ((kind = 'declare') = (input is not null)),
  check ((state = 'open') = (decided_at is null))
);
comment on table calendar_changes is 'Days proposed by one person and confirmed by another: nothing is counted on them before.';
comment on column calendar_changes.unit_id is 'Whose day it is; null for everybody.';
comment on column calendar_changes.day_id is 'Of a withdrawal: the day that goes.';
comment on column calendar_changes.input is 'Of a declaration: what was typed, as calendar/days/schema.ts has it.';
comment on column calendar_changes.counted_to is 'Up to which dossier it was looked what would move.';
comment on column calendar_changes.counted_at is 'When that was done for all; only then it can be confirmed.';
comment on column calendar_changes.day_ids is 'The days that were declared or withdrawn by it.';
comment on column calendar_changes.moved_to is 'Up to which dossier the dates have been moved.';
comment on column calendar_changes.settled_at is 'When every date was moved; until then no other change is confirmed.';
create index calendar_changes_unsettled on calendar_changes (id) where settled_at is null and state <> 'declined';

create table dossier_due_moves (
  change_id bigint not null references calendar_changes,
  dossier_id bigint not null references dossiers,
  due_from timestamptz not null,
  due_to timestamptz not null,
  steps integer not null,
  timers integer not null,
  moved_at timestamptz,
  problem text,
  primary key (change_id, dossier_id)
);
comment on table dossier_due_moves is 'Dossiers that a change of the calendar moves: counted beforehand, moved after it was confirmed.';
comment on column dossier_due_moves.steps is 'How many steps get another due instant; timers likewise.';

create table dossier_timer_failures (
  dossier_id bigint not null references dossiers,
  token integer not null,
  node text not null,
  problem text not null,
  tries integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  next_at timestamptz,
  given_up_reason text,
  primary key (dossier_id, token, node)
);
comment on table dossier_timer_failures is 'Timers that should have gone off and could not. The row goes when the timer goes off or is not wanted any more.';
comment on column dossier_timer_failures.next_at is 'When it is tried again; null when the system has given it up and waits for somebody.';
comment on column dossier_timer_failures.given_up_reason is 'Why a person gave it up; then nobody is told of it any more.';

create table process_timer_counts (
  definition_id bigint not null references process_definitions,
  node text not null,
  fired bigint not null,
  last_at timestamptz not null,
  primary key (definition_id, node)
);
comment on table process_timer_counts is 'How often a timer of a process has gone off, to find those that never do.';

create table dossier_unclear_conditions (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  flow text not null,
  reason text not null,
  at timestamptz not null,
  settled_at timestamptz
);
comment on table dossier_unclear_conditions is 'Conditions of a way that could not be decided when a dossier passed, and counted as false.';
create index dossier_unclear_conditions_open on dossier_unclear_conditions (at) where settled_at is null;
create index dossier_unclear_conditions_of_dossier on dossier_unclear_conditions (dossier_id);

create table dossier_migrations (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references procedures,
  definition_id bigint not null references process_definitions,
  limit_version_id bigint references procedure_versions,
  mapping jsonb not null,
  reason text not null,
  begun_by bigint references officers,
  begun_at timestamptz not null,
  finished_at timestamptz
);
comment on table dossier_migrations is 'Running dossiers taken to another version of their process, chosen by a person with a reason.';
comment on column dossier_migrations.limit_version_id is 'The version of the procedure whose limit counts from then on; null when the promise stays.';
comment on column dossier_migrations.mapping is 'Steps that a person matched by hand: from the old node to the new one.';

create table dossier_migration_items (
  migration_id bigint not null references dossier_migrations,
  dossier_id bigint not null references dossiers,
  due_from timestamptz not null,
  due_to timestamptz,
  done_at timestamptz,
  problem text,
  primary key (migration_id, dossier_id)
);
comment on table dossier_migration_items is 'The chosen dossiers: taken over, or why not.';
create index dossier_migration_items_open on dossier_migration_items (migration_id) where done_at is null and problem is null;

do $$
declare
  part regclass;
begin
  foreach part in array array['dossier_due_moves', 'dossier_timer_failures', 'dossier_unclear_conditions',
    'dossier_migration_items']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app
      using (exists (select from dossiers d where d.id = dossier_id))', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id))', part);
  end loop;
end $$;

-- Jobs about one dossier that failed: which dossier is shown, and nothing else of what they carry.
create function failed_dossier_jobs() returns table (
  id bigint, task text, number text, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz,
  last_error text
)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select j.id, j.task_identifier, p.payload ->> 'number', j.attempts::integer, j.max_attempts::integer,
    j.run_at, j.created_at, j.last_error
  from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
  where j.last_error is not null and json_typeof(p.payload) = 'object' and p.payload ->> 'number' is not null;
end $$;
comment on function failed_dossier_jobs is 'Background jobs about a dossier that have failed, by its number.';
revoke all on function failed_dossier_jobs from public;
grant execute on function failed_dossier_jobs to motcua_app, motcua_system;
