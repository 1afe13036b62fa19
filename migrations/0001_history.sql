-- History, idempotent forms and the rights of the application role.
-- What happened is append-only; everything else is a projection that can be rebuilt from it.

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

grant usage on schema public to motcua_app;
alter default privileges in schema public grant select, insert, update, delete on tables to motcua_app;
alter default privileges in schema public grant usage, select on sequences to motcua_app;
grant select on schema_migrations to motcua_app;
revoke insert, update, delete on schema_migrations from motcua_app;

create table history_events (
  id bigint generated always as identity primary key,
  stream text not null,
  stream_id bigint not null,
  sequence integer not null,
  kind text not null,
  payload jsonb not null,
  at timestamptz not null,
  account_id bigint,
  officer_id bigint,
  post_id bigint,
  unit_id bigint,
  request_id text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (stream, stream_id, sequence)
);
comment on table history_events is 'Everything that happened, one row a deed, append-only. A stream is one record of one kind.';
comment on column history_events.stream is 'Kind of record: dossier, unit, post, procedure, calendar, account, …';
comment on column history_events.stream_id is 'Identifier of the record within its kind.';
comment on column history_events.sequence is 'Position in the stream, from 1, without gaps; two writers of one position collide.';
comment on column history_events.kind is 'What was done, in the past tense of the capability: received, passed-on, …';
comment on column history_events.payload is 'Facts needed to rebuild the record, without personal data where a row can hold it.';
comment on column history_events.at is 'Server time at which the verb decided.';
comment on column history_events.account_id is 'Login that acted; null for the system itself.';
comment on column history_events.officer_id is 'Person that acted.';
comment on column history_events.post_id is 'Post in whose name the person acted.';
comment on column history_events.unit_id is 'Unit of that post at that time.';
comment on column history_events.request_id is 'Request or job in which it happened; joins the log.';
comment on column history_events.recorded_at is 'Clock of the database when the row was written, a second witness of the time.';

-- One append-only table so far; a later *_events table gets the same treatment in its own migration.
revoke update, delete, truncate on history_events from motcua_app;
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only';
end $$;
create trigger history_events_append_only before update or delete on history_events
  for each row execute function refuse_change();
create trigger history_events_no_truncate before truncate on history_events
  for each statement execute function refuse_change();

create table form_submissions (
  form_id uuid primary key,
  account_id bigint,
  location text not null,
  submitted_at timestamptz not null
);
comment on table form_submissions is 'Forms already carried out: a repeated submit is sent to the same place and does nothing.';
comment on column form_submissions.form_id is 'Hidden identifier that the page put into the form.';
comment on column form_submissions.account_id is 'Who submitted; null for the public.';
comment on column form_submissions.location is 'Where the person was sent afterwards.';
comment on column form_submissions.submitted_at is 'Server time; rows older than 30 days are swept.';
create index form_submissions_by_time on form_submissions (submitted_at);

-- Jobs are queued in the transaction of the verb. The queue's own tables stay closed to the application.
create function queue_job(task text, payload json, key text, run_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 12);
end $$;
comment on function queue_job is 'Queues a background job in the current transaction; a key replaces a waiting job of the same key.';
revoke all on function queue_job from public;
grant execute on function queue_job to motcua_app;
