-- What became of the backups and of the drills that restore them for trial, for the operator's page.

create table backup_runs (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('backup', 'drill')),
  outcome text not null check (outcome in ('done', 'incomplete', 'failed')),
  backup text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= started_at),
  bytes bigint,
  row_count bigint,
  file_count integer,
  encrypted boolean not null,
  problem text not null default '',
  check ((outcome = 'done') = (problem = ''))
);
comment on table backup_runs is 'One row for each backup and each drill that ran to its end, well or not; one that was killed has none.';
comment on column backup_runs.outcome is 'incomplete: made, but stored files were lost before; failed: there is no such backup, or it could not be restored.';
comment on column backup_runs.backup is 'Name of the backup in its folder; empty when none came of it.';
comment on column backup_runs.bytes is 'Size as it lies on disk, with the files it shares with earlier backups.';
comment on column backup_runs.problem is 'In Vietnamese: what was wrong, and what to do.';
create index backup_runs_by_time on backup_runs (kind, ended_at desc);
