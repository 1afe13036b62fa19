-- Working hours and special days; every deadline of the system is computed from these.

create sequence calendar_records as bigint;
comment on sequence calendar_records is 'One numbering for weeks and days, so that each record is one stream of the history.';

create table working_weeks (
  id bigint primary key default nextval('calendar_records'),
  unit_id bigint references units,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  shifts jsonb not null,
  minutes_per_working_day integer not null default 480 check (minutes_per_working_day between 60 and 1440),
  legal_notice text not null check (legal_notice <> ''),
  decision text not null default '',
  withdrawn_at timestamptz,
  exclude using gist ((coalesce(unit_id, 0)) with =, daterange(valid_from, valid_to) with &&)
    where (withdrawn_at is null)
);
comment on table working_weeks is 'Working hours by weekday for a unit and its descendants, or for everybody (unit null).';
comment on column working_weeks.shifts is 'Seven lists (Sunday first) of {from,to} in minutes of the local day.';
comment on column working_weeks.minutes_per_working_day is 'How many working minutes the law''s one working day is.';
comment on column working_weeks.legal_notice is 'Document that sets the hours.';
comment on column working_weeks.decision is 'Document that decided to apply them from a past date; empty otherwise.';
comment on column working_weeks.withdrawn_at is 'Set when others took its place from its first day; it then never counted.';

create table special_days (
  id bigint primary key default nextval('calendar_records'),
  unit_id bigint references units,
  date date not null,
  kind text not null check (kind in ('holiday', 'compensatory-off', 'swap-off', 'swap-work', 'closure')),
  name text not null check (name <> ''),
  legal_notice text not null check (legal_notice <> ''),
  decision text not null default '',
  shifts jsonb,
  partner_date date,
  certainty text not null default 'sure' check (certainty in ('sure', 'likely')),
  withdrawn_at timestamptz,
  withdrawal_reason text not null default ''
);
comment on table special_days is 'Holidays, compensatory days, swaps and local closures; a unit''s own day wins over the general one.';
comment on column special_days.unit_id is 'Null for everybody; else the unit and its descendants.';
comment on column special_days.legal_notice is 'Document that announces the day.';
comment on column special_days.decision is 'Document that decided to declare a day already past; empty otherwise.';
comment on column special_days.shifts is 'Working hours of that day where they differ (a working Saturday, a half-day closure).';
comment on column special_days.partner_date is 'The other half of a swap: the Saturday worked for a day off, and the other way round.';
comment on column special_days.certainty is 'likely: expected, its document has not been seen.';
comment on column special_days.withdrawn_at is 'Set when it was declared by mistake; it then no longer counts.';
create unique index special_days_once on special_days (coalesce(unit_id, 0), date) where withdrawn_at is null;

create table calendar_revisions (
  id bigint generated always as identity primary key,
  changed_at timestamptz not null default now()
);
comment on table calendar_revisions is 'Grows with every change of working hours or special days, for caches.';
