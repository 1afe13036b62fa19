-- The catalogue of indicators and the figures that were entered, each with where it comes from.
-- Row-level security: figures are read by every officer, written by who may enter them (the verbs look at the unit).

create table indicators (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$' and length(code) <= 40),
  name text not null check (name <> ''),
  definition text not null default '',
  unit_of_measure text not null default '',
  area text not null,
  kind text not null check (kind in ('count', 'sum', 'ratio', 'average', 'list', 'yes-no')),
  periods jsonb not null,
  owner_function text not null default '',
  source text not null default '',
  base text not null default '',
  method text not null default '',
  relations jsonb not null,
  breakdowns jsonb not null,
  computed boolean not null,
  since date,
  retired_on date,
  sequence integer not null
);
comment on table indicators is 'What is counted. One that a capability computes has a row once somebody edited what it says of itself, or entered a figure for it.';
comment on column indicators.code is 'Short and lasting; reports and templates name the indicator by it.';
comment on column indicators.area is 'Area of administrative reform it belongs to.';
comment on column indicators.periods is 'Kinds of periods for which it is asked.';
comment on column indicators.owner_function is 'Field of work of the unit that answers for it; empty when none does.';
comment on column indicators.source is 'Where its figures come from, in words.';
comment on column indicators.base is 'Code of the period with which it is compared; empty when none is fixed.';
comment on column indicators.method is 'How it is counted, for people.';
comment on column indicators.relations is 'What must hold between its figures and others: sum of parts, at most, ratio of.';
comment on column indicators.breakdowns is 'Of an entered one: keys with the values it is divided into.';
comment on column indicators.computed is 'A capability counts it from records.';
comment on column indicators.since is 'First day from which its records are whole; before it a series holds what was entered.';
comment on column indicators.retired_on is 'First day on which it is no longer offered; null while it is.';
comment on column indicators.sequence is 'Last event of its history applied.';

create table observations (
  id bigint generated always as identity primary key,
  indicator_id bigint not null references indicators,
  unit_id bigint not null references units,
  period_kind text not null check (period_kind in ('instant', 'month', 'quarter', 'half-year', 'year', 'range')),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  part text not null default '',
  value double precision,
  numerator double precision,
  denominator double precision,
  content text not null default '',
  document_id bigint references documents,
  source_title text not null default '',
  place text not null default '',
  certainty text not null check (certainty in ('certain', 'approximate', 'doubtful')),
  note text not null default '',
  withdrawn boolean not null default false,
  entered_by bigint references officers,
  entered_at timestamptz not null,
  sequence integer not null,
  unique (indicator_id, unit_id, period_from, period_to, period_kind, part)
);
comment on table observations is 'Figures that somebody entered because a source states them.';
comment on column observations.part is 'Which part of a breakdown, as key=value; empty for the whole.';
comment on column observations.value is 'Count or sum; of a ratio the share (0.984 for 98,4 %); 1 or 0 for yes or no; of a list its length. Null when the source gives no number.';
comment on column observations.content is 'What a list names, one a line.';
comment on column observations.document_id is 'The document that states it, when it is in the register.';
comment on column observations.source_title is 'The source in words.';
comment on column observations.place is 'Where in the source: a line, a page, a section.';
comment on column observations.certainty is 'approximate: the source says "more than", "about"; doubtful: it contradicts itself or others.';
comment on column observations.withdrawn is 'Entered by mistake; kept for its history, counted nowhere.';
comment on column observations.entered_by is 'Officer; null for what the installation came with.';
comment on column observations.sequence is 'Last event of its history applied.';
create index observations_by_unit on observations (unit_id, period_from, period_to);
create index observations_by_document on observations (document_id) where document_id is not null;

call guard_rows('indicators');
create policy acting_read on indicators for select to motcua_app using (acting_account() is not null);
create policy acting_write on indicators to motcua_app
  using (acting_may('indicator.manage', 'indicator.enter'));
call guard_rows('observations');
create policy acting_read on observations for select to motcua_app using (acting_account() is not null);
create policy acting_write on observations to motcua_app using (acting_may('indicator.enter'));
