-- Working hours and special days; every deadline of the system is computed from these.

create table working_weeks (
  id bigint generated always as identity primary key,
  unit_id bigint references units,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  shifts jsonb not null,
  minutes_per_working_day integer not null default 480 check (minutes_per_working_day between 60 and 1440),
  legal_notice text not null,
  exclude using gist ((coalesce(unit_id, 0)) with =, daterange(valid_from, valid_to) with &&)
);
comment on table working_weeks is 'Working hours by weekday for a unit and its descendants, or for everybody (unit null).';
comment on column working_weeks.shifts is 'Seven lists (Sunday first) of {from,to} in minutes of the local day.';
comment on column working_weeks.minutes_per_working_day is 'How many working minutes the law''s one working day is.';

create table special_days (
  id bigint generated always as identity primary key,
  unit_id bigint references units,
  date date not null,
  kind text not null check (kind in ('holiday', 'compensatory-off', 'swap-off', 'swap-work', 'closure')),
  name text not null,
  legal_notice text not null,
  shifts jsonb,
  certainty text not null default 'sure' check (certainty in ('sure', 'likely')),
  withdrawn_at timestamptz
);
comment on table special_days is 'Holidays, compensatory days, swaps and local closures; a unit''s own day wins over the general one.';
comment on column special_days.unit_id is 'Null for the whole country; else the unit and its descendants.';
comment on column special_days.shifts is 'Working hours of that day where they differ (a working Saturday, a half-day closure).';
comment on column special_days.withdrawn_at is 'Set when it was declared by mistake; it then no longer counts.';
create unique index special_days_once on special_days (coalesce(unit_id, 0), date) where withdrawn_at is null;

create table calendar_revisions (
  id bigint generated always as identity primary key,
  changed_at timestamptz not null default now()
);
comment on table calendar_revisions is 'Grows with every change of working hours or special days, for caches.';
