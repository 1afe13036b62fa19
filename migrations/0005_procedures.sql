-- The catalogue of administrative procedures, its versions, and which unit offers what.

create table procedures (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  code text unique,
  sequence integer not null default 0
);
comment on table procedures is 'Identity of an administrative procedure across its versions.';
comment on column procedures.slug is 'Stable name in citizens'' addresses.';
comment on column procedures.code is 'National code (1.001193); null while not verified.';
comment on column procedures.sequence is 'Last event of its history applied.';

create table procedure_versions (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references procedures,
  number integer not null,
  state text not null check (state in ('draft', 'published', 'discarded')),
  valid_from date,
  valid_to date check (valid_to > valid_from),
  content jsonb not null,
  decision text not null default '',
  decision_date date,
  end_decision text not null default '',
  revision integer not null default 1,
  published_at timestamptz,
  unique (procedure_id, number),
  check (state <> 'published' or valid_from is not null),
  exclude using gist (procedure_id with =, daterange(valid_from, valid_to) with &&) where (state = 'published')
);
comment on table procedure_versions is 'A procedure as decided for a period; a dossier keeps the version it was received under.';
comment on column procedure_versions.content is 'Name, papers, steps, time limit, fees, results, legal basis: the schema of the procedures capability.';
comment on column procedure_versions.valid_from is 'First day on which it holds; in a draft, the day it is prepared for.';
comment on column procedure_versions.valid_to is 'First day on which it no longer holds; null while open.';
comment on column procedure_versions.decision is 'Number of the decision that announced it (Decree 63/2010/ND-CP, Art. 13).';
comment on column procedure_versions.decision_date is 'Day of that decision; null when not known.';
comment on column procedure_versions.end_decision is 'Number of the decision that repealed it; empty while it was only replaced or holds.';
comment on column procedure_versions.revision is 'Counts edits of a draft, so that two editors do not overwrite each other.';

create table offerings (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references procedures,
  unit_id bigint not null references units,
  channels text[] not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  exclude using gist (procedure_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table offerings is 'Which unit''s one-stop receives which procedure, through which channels: counter, online-partial, online-full, postal.';
create index offerings_by_unit on offerings (unit_id);

create table procedure_revisions (
  id bigint generated always as identity primary key,
  changed_at timestamptz not null default now()
);
comment on table procedure_revisions is 'Grows with every published change of the catalogue, for caches and the search index.';

create table life_events (
  code text primary key,
  title text not null,
  description text not null,
  place integer not null
);
comment on table life_events is 'Occasions in life by which citizens look for procedures: a birth, a marriage, a house.';
comment on column life_events.place is 'Order on the page.';

create table search_synonyms (
  id bigint generated always as identity primary key,
  phrases text[] not null check (cardinality(phrases) > 1)
);
comment on table search_synonyms is 'Groups of phrases that mean the same to the search of procedures: words of the people and words of the law.';
