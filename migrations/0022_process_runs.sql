-- stops older programs: they know one step at a time and write nothing of a run
-- Dossiers run on processes: several steps at once, timers, waiting that does not count.
-- Row-level security: what belongs to a dossier through the dossier; definitions are everybody's.

create table process_definitions (
  id bigint generated always as identity primary key,
  hash text not null unique,
  definition jsonb not null
);
comment on table process_definitions is 'Processes as the engine runs them. A row never changes and is found again by what it holds, so that a dossier stays on what it began with.';
comment on column process_definitions.hash is 'SHA-256 of the definition with its names in order.';
revoke update, delete, truncate on process_definitions from motcua_app, motcua_system;

create table dossier_runs (
  dossier_id bigint primary key references dossiers,
  definition_id bigint not null references process_definitions,
  instance jsonb not null
) with (fillfactor = 70);
comment on table dossier_runs is 'Where the tokens of a dossier are in its process. Dossiers from before there were processes have a row from their next step on.';
create index dossier_runs_by_definition on dossier_runs (definition_id);

create table dossier_timers (
  dossier_id bigint not null references dossiers,
  token integer not null,
  node text not null,
  due_at timestamptz not null,
  primary key (dossier_id, token, node)
);
comment on table dossier_timers is 'Timers of running processes, in the working time of the unit that receives. They stand still while the dossier is paused.';
create index dossier_timers_due on dossier_timers (due_at);

create table dossier_pauses (
  dossier_id bigint not null references dossiers,
  position integer not null,
  reason text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (dossier_id, position)
);
comment on table dossier_pauses is 'Times that do not count: the applicant brings what is missing or pays what is owed.';

do $$
declare
  part regclass;
begin
  foreach part in array array['dossier_runs', 'dossier_timers', 'dossier_pauses']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app
      using (exists (select from dossiers d where d.id = dossier_id))', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id))', part);
  end loop;
end $$;

alter table dossiers drop constraint dossiers_state_check;
alter table dossiers add constraint dossiers_state_check
  check (state in ('received', 'processing', 'done', 'returned', 'closed')) not valid;
alter table dossiers add column paused_for text;
alter table dossiers add column closed_how text;
alter table dossiers add column closed_at timestamptz;
comment on column dossiers.paused_for is 'Why its clock stands still; null while it runs.';
comment on column dossiers.closed_how is 'How it ended without a result: refused, stopped, withdrawn, lapsed.';

alter table dossier_steps drop constraint dossier_steps_state_check;
alter table dossier_steps add constraint dossier_steps_state_check
  check (state in ('waiting', 'active', 'done', 'cancelled')) not valid;
alter table dossier_steps add column node text not null default '';
comment on column dossier_steps.node is 'The element of the process; empty for steps planned before there were processes.';
-- A timer moves papers too, and no officer did.
alter table dossier_handovers alter column handed_by drop not null;

alter table dossier_work drop constraint dossier_work_pkey;
alter table dossier_work add primary key (dossier_id, step_position);
alter table dossier_work add column paused_for text;
drop view dossier_work_truth;
create view dossier_work_truth with (security_invoker = true) as
  select d.id as dossier_id, d.number, d.sequence, d.title, d.domain, d.applicant_name, d.receiving_unit_id,
    d.received_at, d.due_at, d.state as phase, d.timeliness, s.unit_id, s.position as step_position,
    s.name as step_name, s.role as step_role, s.due_at as step_due_at, s.custody, s.sent_back, s.officer_id, d.paused_for
  from dossiers d join dossier_steps s on s.dossier_id = d.id and s.state = 'active';
comment on view dossier_work_truth is 'What dossier_work must hold, from the dossiers and their steps.';
comment on table dossier_work is 'One row for each step at which a dossier waits: the boxes of officers and units. A copy of dossiers and dossier_steps, compared by the operator''s check.';
