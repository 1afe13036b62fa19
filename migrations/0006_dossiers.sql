-- Dossiers at the one-stop counter: who, what, where it is, and the clocks that run on it.

create table applicants (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('citizen', 'organisation')),
  full_name text not null,
  folded_name text not null,
  id_number text,
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  updated_at timestamptz not null
);
comment on table applicants is 'Persons and organisations that came to a counter, with their latest particulars, offered again next time.';
comment on column applicants.id_number is 'Identity card or passport number of a person, tax or registration number of an organisation.';
create unique index applicants_by_id_number on applicants (id_number) where id_number is not null;
create index applicants_by_phone on applicants (phone) where phone <> '';
create index applicants_by_name on applicants using gin (folded_name gin_trgm_ops);

create table dossier_counters (
  unit_id bigint not null references units,
  book text not null,
  day date not null,
  last integer not null,
  primary key (unit_id, book, day)
);
comment on table dossier_counters is 'Last number taken from a book (dossier, guide-slip, refusal-slip, fee-receipt) of a unit on a day; taken inside the transaction, so without gaps.';

create table dossiers (
  id bigint generated always as identity primary key,
  number text not null unique,
  check_code text not null,
  procedure_id bigint not null references procedures,
  procedure_version_id bigint not null references procedure_versions,
  title text not null,
  domain text not null,
  receiving_unit_id bigint not null references units,
  locality_unit_id bigint references units,
  applicant_name text not null,
  applicant_id bigint not null references applicants,
  channel text not null check (channel in ('counter', 'online', 'postal')),
  return_method text not null check (return_method in ('counter', 'postal', 'online')),
  state text not null check (state in ('received', 'processing', 'done', 'returned')),
  sequence integer not null,
  received_at timestamptz not null,
  received_by bigint not null references officers,
  due_at timestamptz not null,
  due_explanation jsonb not null,
  finished_at timestamptz,
  timeliness text check (timeliness in ('early', 'on-time', 'late')),
  returned_at timestamptz,
  copies integer not null default 1 check (copies between 1 and 99),
  summary text not null default '',
  note text not null default '',
  search_text text not null
);
comment on table dossiers is 'One submission under one procedure version. The current state is a projection of its history.';
comment on column dossiers.title is 'Short name of the procedure as of that version, for lists.';
comment on column dossiers.domain is 'Domain of the procedure as of that version, for filters.';
comment on column dossiers.locality_unit_id is 'Commune where the land, house or person is, when steps of that commune take part in a dossier received elsewhere.';
comment on column dossiers.applicant_name is 'Name on the dossier, copied from its party, for lists.';
comment on column dossiers.check_code is 'Short secret on the receipt with which the applicant looks the dossier up.';
comment on column dossiers.sequence is 'Last event of its history applied; a page that shows an older one is stale.';
comment on column dossiers.due_at is 'Promised instant. Nothing that a form sends can set it.';
comment on column dossiers.due_explanation is 'How due_at came about, day by day.';
comment on column dossiers.finished_at is 'When the result lay ready at the one-stop; early, on time or late is decided here and never again.';
comment on column dossiers.summary is 'Content of the request in the applicant''s words.';
comment on column dossiers.search_text is 'Number, names and procedure without diacritics, for searching.';
create index dossiers_by_applicant on dossiers (applicant_id, procedure_id) where state in ('received', 'processing');
create index dossiers_newest on dossiers (received_at desc, id desc);
create index dossiers_finished on dossiers (finished_at, receiving_unit_id, timeliness) where finished_at is not null;
create index dossiers_search on dossiers using gin (search_text gin_trgm_ops);
-- Vietnamese names share few syllables: whole words with their frequencies find them where trigrams read half the index.
create index dossiers_words on dossiers using gin (string_to_array(search_text, ' '));
alter index dossiers_words alter column 1 set statistics 1000;
create index dossiers_open on dossiers (receiving_unit_id, due_at) where state in ('received', 'processing', 'done');

create table dossier_parties (
  dossier_id bigint not null references dossiers,
  role text not null check (role in ('applicant', 'delegate')),
  kind text not null check (kind in ('citizen', 'organisation')),
  full_name text not null,
  id_number text not null default '',
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  representative text not null default '',
  authority text not null default '',
  primary key (dossier_id, role)
);
comment on table dossier_parties is 'Particulars of the applicant and of an authorised person as they stood on the dossier.';
comment on column dossier_parties.representative is 'Legal representative of an organisation.';
comment on column dossier_parties.authority is 'Paper by which a delegate acts.';

create table dossier_units (
  unit_id bigint not null references units,
  received_at timestamptz not null,
  dossier_id bigint not null references dossiers,
  primary key (unit_id, received_at, dossier_id)
);
comment on table dossier_units is 'Every unit that receives, handles or returns a dossier: who may see it, newest first.';
create index dossier_units_by_dossier on dossier_units (dossier_id);

create table dossier_papers (
  dossier_id bigint not null references dossiers,
  position integer not null,
  name text not null,
  kind text not null check (kind in ('original', 'certified-copy', 'copy', 'form', 'electronic')),
  copies integer not null check (copies between 1 and 99),
  note text not null default '',
  primary key (dossier_id, position)
);
comment on table dossier_papers is 'Papers taken in at the counter, as listed on the receipt.';

create table dossier_fees (
  dossier_id bigint not null references dossiers,
  position integer not null,
  name text not null,
  amount bigint not null check (amount >= 0),
  exemption text not null default '',
  primary key (dossier_id, position)
);
comment on table dossier_fees is 'Fees and charges fixed at reception, in dong; exemption gives the reason when nothing or less is taken.';

create table dossier_steps (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  position integer not null,
  name text not null,
  unit_id bigint not null references units,
  role text not null,
  quota_minutes integer not null,
  state text not null check (state in ('waiting', 'active', 'done')),
  custody text not null default 'held' check (custody in ('held', 'handed')),
  officer_id bigint references officers,
  sent_back boolean not null default false,
  started_at timestamptz,
  due_at timestamptz,
  finished_at timestamptz,
  used_minutes integer not null default 0,
  unique (dossier_id, position)
);
comment on table dossier_steps is 'Steps of the procedure version with the unit that carries each out.';
comment on column dossier_steps.custody is 'handed while the papers are on their way and the unit has not yet confirmed having them.';
comment on column dossier_steps.officer_id is 'Who took it or was assigned; null while it waits in the unit''s box.';
comment on column dossier_steps.sent_back is 'The next step returned it for correction.';
comment on column dossier_steps.used_minutes is 'Working minutes used in earlier visits of this step.';
create index dossier_steps_by_unit on dossier_steps (unit_id, due_at) where state = 'active';
create index dossier_steps_by_officer on dossier_steps (officer_id, due_at) where state = 'active';

create table dossier_handovers (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  from_unit_id bigint not null references units,
  to_unit_id bigint not null references units,
  handed_by bigint not null references officers,
  handed_at timestamptz not null,
  taken_by bigint references officers,
  taken_at timestamptz,
  timeliness text not null check (timeliness in ('early', 'on-time', 'late')),
  note text not null default ''
);
comment on table dossier_handovers is 'Custody passing between units, both hands recorded: the rows of the control slip (Form 05).';
comment on column dossier_handovers.timeliness is 'Whether the unit that hands over kept its quota.';
create index dossier_handovers_by_dossier on dossier_handovers (dossier_id);
create index dossier_handovers_under_way on dossier_handovers (to_unit_id) where taken_at is null;

create table dossier_files (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  paper_position integer,
  purpose text not null check (purpose in ('paper', 'result', 'other')),
  name text not null,
  media_type text not null,
  size bigint not null,
  hash text not null,
  added_by bigint not null references officers,
  added_at timestamptz not null,
  removed_at timestamptz
);
comment on table dossier_files is 'Scans and files of a dossier; the bytes lie in the file store under their hash.';
create index dossier_files_by_dossier on dossier_files (dossier_id);

create table dossier_results (
  dossier_id bigint primary key references dossiers,
  outcome text not null check (outcome in ('granted', 'declined')),
  title text not null,
  document_number text not null default '',
  issued_on date not null,
  reason text not null default '',
  entered_by bigint not null references officers,
  entered_at timestamptz not null
);
comment on table dossier_results is 'Result of the dossier: what was granted, or the written answer that declines with its reason.';

create table dossier_returns (
  dossier_id bigint primary key references dossiers,
  recipient text not null,
  relation text not null,
  id_number text not null default '',
  acknowledgement text not null check (acknowledgement in ('signed', 'fingerprint', 'postal', 'electronic')),
  returned_by bigint not null references officers,
  returned_at timestamptz not null,
  note text not null default ''
);
comment on table dossier_returns is 'To whom the result was given and how they acknowledged it.';

create table slips (
  id bigint generated always as identity primary key,
  number text not null unique,
  kind text not null check (kind in ('guide', 'refusal')),
  unit_id bigint not null references units,
  procedure_version_id bigint not null references procedure_versions,
  content jsonb not null,
  issued_by bigint not null references officers,
  issued_at timestamptz not null
);
comment on table slips is 'Guide slips (Form 02) and refusal slips (Form 03) given out without receiving a dossier.';
create index slips_by_unit on slips (unit_id, issued_at desc);

create table lookup_attempts (
  id bigint generated always as identity primary key,
  address text not null,
  at timestamptz not null
);
comment on table lookup_attempts is 'Wrong check codes by network address, for throttling of the public look-up; swept after a day.';
create index lookup_attempts_by_address on lookup_attempts (address, at);
