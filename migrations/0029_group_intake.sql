-- stops older programs: they come with 0022, and would receive what stands in a paper book a second time
-- Receiving many dossiers at once: from a sheet at the counter, or from a workbook; also those that stand in books of paper.
-- Row-level security: intake_batches by unit_id, for those who receive there; intake_batch_rows through their batch.

create table intake_batches (
  id bigint generated always as identity primary key,
  number text not null unique,
  unit_id bigint not null references units,
  procedure_id bigint not null references procedures,
  source text not null check (source in ('sheet', 'workbook')),
  state text not null check (state in ('planned', 'receiving', 'done', 'withdrawn')),
  earlier boolean not null,
  common jsonb not null,
  file_hash text,
  total integer not null check (total >= 0),
  account_id bigint not null references accounts,
  post_id bigint not null references posts,
  officer_id bigint not null references officers,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  sequence integer not null
);
comment on table intake_batches is 'Dossiers of one procedure that were received together, each of its own applicant.';
comment on column intake_batches.source is 'Typed into the sheet of the counter, or brought as a workbook.';
comment on column intake_batches.state is 'planned: a workbook was looked at and nothing is received. receiving: line after line, by a job.';
comment on column intake_batches.earlier is 'Its dossiers were received on paper before and are entered now.';
comment on column intake_batches.common is 'What all lines have in common: papers, fees, ways; nothing of a person.';
comment on column intake_batches.file_hash is 'The workbook, or the lines of the sheet that were not received; gone some weeks after the end.';
comment on column intake_batches.account_id is 'In whose name, and in which post, its lines are received.';
create index intake_batches_by_unit on intake_batches (unit_id, created_at desc);

create table intake_batch_rows (
  batch_id bigint not null references intake_batches,
  line integer not null,
  outcome text not null check (outcome in ('waiting', 'received', 'refused')),
  problem text not null default '',
  dossier_id bigint unique references dossiers,
  primary key (batch_id, line),
  check ((outcome = 'received') = (dossier_id is not null))
);
comment on table intake_batch_rows is 'What became of each line. A line is received in the transaction that says so here, so it is received once.';
comment on column intake_batch_rows.problem is 'Why it was not received, in the words of the counter.';

call guard_rows('intake_batches');
create policy acting on intake_batches to motcua_app
  using (unit_id = any (acting_units()) and acting_may('dossier.receive'));
call guard_rows('intake_batch_rows');
create policy acting on intake_batch_rows to motcua_app
  using (exists (select from intake_batches b where b.id = batch_id));


alter table dossiers add column paper_number text;
alter table dossiers add column entered_at timestamptz;
comment on column dossiers.paper_number is 'Its number in the book of paper in which it was received; null when it was received here.';
comment on column dossiers.entered_at is 'When it was entered here after it had been received on paper; received_at is then the day of the paper.';
create unique index dossiers_paper_number on dossiers (receiving_unit_id, paper_number) where paper_number is not null;
