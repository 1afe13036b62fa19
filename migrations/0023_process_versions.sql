-- Processes of procedures, drawn or kept as a table of steps: drafts, versions and their periods.
-- Like the catalogue of procedures they are for everybody to read, and written by whoever keeps the catalogue.

create table processes (
  procedure_id bigint primary key references procedures,
  sequence integer not null default 0
);
comment on table processes is 'A procedure that has, or had, a process of its own; without one its steps are done in a row.';
comment on column processes.sequence is 'Last event of its history applied.';

create table process_versions (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references processes,
  number integer not null,
  state text not null check (state in ('draft', 'published', 'discarded')),
  valid_from date,
  valid_to date check (valid_to > valid_from),
  definition jsonb not null,
  diagram jsonb,
  source_hash text,
  source_name text not null default '',
  definition_id bigint references process_definitions,
  decision text not null default '',
  decision_date date,
  revision integer not null default 1,
  published_at timestamptz,
  unique (procedure_id, number),
  check (state <> 'published' or (valid_from is not null and definition_id is not null)),
  exclude using gist (procedure_id with =, daterange(valid_from, valid_to) with &&) where (state = 'published')
);
comment on table process_versions is 'How a procedure is carried out in a period. Dossiers stay on the definition they began with.';
comment on column process_versions.valid_from is 'First day on which it holds; in a draft, the day it is prepared for.';
comment on column process_versions.valid_to is 'First day on which it no longer holds; null while open.';
comment on column process_versions.definition is 'The process as the engine runs it; of a draft, as far as it is.';
comment on column process_versions.diagram is 'Where its elements are drawn in the file it came from; null when it is laid out anew.';
comment on column process_versions.source_hash is 'The imported file as it came, in the store of files; null when there was none.';
comment on column process_versions.source_name is 'What that file was called.';
comment on column process_versions.definition_id is 'What dossiers begin on; null before publication.';
comment on column process_versions.decision is 'Number of the decision that approved it (Decree 61/2018/ND-CP); empty while not known.';
comment on column process_versions.decision_date is 'Day of that decision; null when not known.';
comment on column process_versions.revision is 'Counts edits of a draft, so that two editors do not overwrite each other.';
create index process_versions_by_definition on process_versions (definition_id);
