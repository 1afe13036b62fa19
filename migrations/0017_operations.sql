-- What whoever keeps the installation running sees of it: processes, disks, failures, slow statements, alarms by mail.
-- row-level security: none of these tables has unit-scoped or personal data; only the operator's page reads them.

create table running_processes (
  id text primary key,
  host text not null,
  role text not null check (role in ('web', 'worker', 'all')),
  version text not null,
  node text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  memory_bytes bigint not null,
  event_loop_delay_ms integer not null,
  connections_used integer not null,
  connections_waited_for integer not null,
  clock_difference_ms integer not null,
  facts jsonb not null
);
comment on table running_processes is 'Processes of the application that were seen lately; each writes its own row twice a minute.';
comment on column running_processes.id is 'Host, number of the process and its start: no two processes share it.';
comment on column running_processes.event_loop_delay_ms is 'How late it got to its work, 99th percentile of the last minute.';
comment on column running_processes.clock_difference_ms is 'Clock of the application less clock of the database.';
comment on column running_processes.facts is 'Settings that matter for what is looked after, ages of keys, the certificate; see app/operations/schema.ts.';

create table disk_samples (
  host text not null,
  place text not null,
  at timestamptz not null,
  size_bytes bigint not null,
  free_bytes bigint not null,
  primary key (host, place, at)
);
comment on table disk_samples is 'Room on the disks under data, files and backups once an hour, for a forecast; swept after 60 days.';
comment on column disk_samples.place is 'database, files, backups, signer.';

create table unexpected_failures (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  request_id text not null,
  method text not null,
  route text not null,
  kind text not null,
  place text not null
);
comment on table unexpected_failures is 'Requests that failed in a way nobody foresaw; swept after 30 days. The words of the error are in the log only.';
comment on column unexpected_failures.route is 'Pattern of the address, never the address.';
comment on column unexpected_failures.kind is 'Kind of the error and its code, such as error 23505; never its words.';
comment on column unexpected_failures.place is 'Where in the program; empty when unknown.';
create index unexpected_failures_by_time on unexpected_failures (at desc);

create table slow_statements (
  day date not null,
  fingerprint text not null,
  statement text not null,
  runs integer not null,
  longest_ms integer not null,
  total_ms bigint not null,
  last_at timestamptz not null,
  primary key (day, fingerprint)
);
comment on table slow_statements is 'Statements of the application that took long, by day in Vietnam, without their values; swept after 30 days.';
comment on column slow_statements.fingerprint is 'Hash of the text; lists of parameters of different lengths count as one.';

create table operation_alarms (
  cause text primary key,
  sentence text not null,
  since timestamptz not null,
  ended_at timestamptz,
  is_told boolean not null,
  told_at timestamptz
);
comment on table operation_alarms is 'What was bad when it was last looked at, one row a cause, so that the operator is told once and again when it is good.';
comment on column operation_alarms.is_told is 'Whether a letter was sent for this time it is bad; one a cause and day at most.';
comment on column operation_alarms.told_at is 'When the last letter for this cause was sent.';

-- The queue's own tables stay closed to the application; what a job carries is not shown.
create function queued_jobs() returns table (
  id bigint, task text, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz,
  is_running boolean, last_error text
)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select j.id, j.task_identifier, j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at,
    j.locked_at is not null, j.last_error
  from graphile_worker.jobs j;
end $$;
comment on function queued_jobs is 'Background jobs that are not done: waiting, running, tried again, given up. Without what they carry.';

create function retry_job(job bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  return exists (select from graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0));
end $$;
comment on function retry_job is 'Has a job tried again now, with all its attempts. False when it is gone or just running.';

create function discard_job(job bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from graphile_worker.jobs j where j.id = job and j.last_error is not null) then
    return false;
  end if;
  return exists (select from graphile_worker.complete_jobs(array[job]));
end $$;
comment on function discard_job is 'Takes a job that has failed out of the queue. False when it is gone, just running, or has not failed.';

revoke all on function queued_jobs, retry_job, discard_job from public;
grant execute on function queued_jobs, retry_job, discard_job to motcua_app;
