-- Units of the organisation with periods, and the acts that create, rename, move, merge, split and abolish them.

create table units (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9-]+$'),
  address text not null default '',
  phone text not null default ''
);
comment on table units is 'Identity of an agency or unit for its whole life; what it was called and where it stood is in unit_versions.';
comment on column units.code is 'Stable code in URLs and starter data, for example xa-an-hoa.';
comment on column units.address is 'Where people find it now. Corrected without an act; what it was before is in the history of the unit.';
comment on column units.phone is 'Telephone now, corrected like the address.';

create table unit_acts (
  id bigint generated always as identity primary key,
  code text not null unique,
  kind text not null check (kind in ('create', 'rename', 'move', 'merge', 'split', 'abolish')),
  title text not null,
  effective_on date not null,
  document_number text not null,
  document_issued_on date,
  document_issuer text not null,
  changes jsonb not null,
  state text not null check (state in ('prepared', 'in-force', 'withdrawn')),
  certainty text not null default 'sure' check (certainty in ('sure', 'likely')),
  note text not null default '',
  decided_at timestamptz
);
comment on table unit_acts is 'Decisions about the organisation. A prepared act changes nothing until it is put in force; then it counts from its date.';
comment on column unit_acts.document_number is 'Number and symbol of the deciding document; empty only while it is not known (likely).';
comment on column unit_acts.changes is 'The single changes: create, rename, move, merge, split, abolish, with units by code.';
comment on column unit_acts.certainty is 'Whether the document is known exactly (sure) or needs checking against the gazette (likely).';
comment on column unit_acts.decided_at is 'When it was put in force or withdrawn in this system; orders acts of one effective date.';

create table unit_versions (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('people-committee', 'department', 'one-stop', 'service-unit', 'school', 'sector-agency')),
  level text not null check (level in ('province', 'district', 'commune')),
  parent_id bigint references units,
  functions text[] not null default '{}',
  administrative_code text,
  agency_id text,
  agency_id_new text,
  act_id bigint not null references unit_acts,
  exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table unit_versions is 'What a unit was in a period [valid_from, valid_to); periods of one unit never overlap.';
comment on column unit_versions.valid_to is 'First day on which it no longer holds; null while open.';
comment on column unit_versions.functions is 'Fields of work a process step can ask for: justice, finance-planning, one-stop, … A commune office of 2025 has several.';
comment on column unit_versions.administrative_code is 'Code of the administrative division (General Statistics Office) that a People''s Committee governs or a sector agency serves.';
comment on column unit_versions.agency_id is 'Agency identifier of QCVN 102:2016/BTTTT, for example 000.17.22.H08.';
comment on column unit_versions.agency_id_new is 'Agency identifier of Decision 20/2020/QD-TTg, for example H08.22.17.';
comment on column unit_versions.act_id is 'Act by which this version began.';
create index unit_versions_by_unit on unit_versions (unit_id, valid_from);

create table unit_successions (
  predecessor_id bigint not null references units,
  successor_id bigint not null references units,
  act_id bigint not null references unit_acts,
  effective_on date not null,
  primary key (predecessor_id, successor_id, act_id)
);
comment on table unit_successions is 'Which unit takes over the work of a unit that ended, from when, by which act. Both tables are the replay of the acts in force.';

create table organisation_revisions (
  id bigint generated always as identity primary key,
  changed_at timestamptz not null default now()
);
comment on table organisation_revisions is 'Grows with every change of units; a process that cached the tree compares the largest id.';
