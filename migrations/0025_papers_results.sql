-- stops older programs: they know nothing of two more ways to read personal data
-- Papers as they were digitised, papers that applicants let be kept for next time, results as records of their own.
-- Row-level security: scans through their dossier; what is kept of a person only while a counter receives for that person
-- (motcua.applicant), or to whoever has number and code of a dossier of theirs; results by the unit that issued them or
-- through their dossier.

create table dossier_scans (
  file_id bigint primary key references dossier_files on delete cascade,
  dossier_id bigint not null references dossiers,
  pages integer check (pages > 0),
  pdf_version text not null,
  archival text not null,
  resolution integer check (resolution > 0),
  is_colour boolean,
  is_made boolean not null
);
comment on table dossier_scans is 'What is known of a paper in electronic form: a PDF that came, or one PDF/A made here of page pictures. It follows from the bytes.';
comment on column dossier_scans.pages is 'Null when they could not be counted.';
comment on column dossier_scans.archival is 'Part and level of PDF/A that the file says it keeps to, such as 2b; empty when it says nothing.';
comment on column dossier_scans.resolution is 'Lowest resolution of its pages in dots per inch (Decree 30/2020/ND-CP, Annex I, Part II: 200 at least); null where it was not measured.';
comment on column dossier_scans.is_colour is 'Whether every page is in colour; null where it was not measured.';
comment on column dossier_scans.is_made is 'Made here of the pictures in dossier_scan_pages.';

create table dossier_scan_pages (
  file_id bigint primary key references dossier_files on delete cascade,
  dossier_id bigint not null references dossiers,
  scan_id bigint not null references dossier_scans on delete cascade,
  page integer not null check (page > 0),
  resolution integer not null check (resolution > 0),
  is_colour boolean not null,
  unique (scan_id, page)
);
comment on table dossier_scan_pages is 'The pictures, as they came, that a PDF/A was made of, in order: they are also its preview.';
create index dossier_scan_pages_by_dossier on dossier_scan_pages (dossier_id);
create index dossier_scans_by_dossier on dossier_scans (dossier_id);

create table vault_items (
  id bigint generated always as identity primary key,
  applicant_id bigint not null references applicants,
  paper_class text not null check (paper_class <> ''),
  name text not null,
  document_number text not null default '',
  issued_on date,
  issued_by text not null default '',
  valid_to date check (valid_to >= issued_on),
  file_name text not null,
  media_type text not null,
  size bigint not null,
  hash text,
  pages integer,
  archival text not null default '',
  purpose text not null check (purpose in ('papers', 'result')),
  consent text not null check (consent in ('applicant', 'delegate')),
  kept_from bigint not null references dossiers,
  kept_by bigint not null references officers,
  kept_at timestamptz not null,
  removal text check (removal in ('asked', 'replaced', 'wrong')),
  removed_by bigint references officers,
  removed_at timestamptz,
  check ((removed_at is null) = (removal is null)),
  check ((removed_at is null) = (hash is not null))
);
comment on table vault_items is 'Papers of a person in electronic form that stay true, kept with consent and offered again at the next reception (Decree 107/2021/ND-CP).';
comment on column vault_items.paper_class is 'What kind of paper it is: its name without diacritics. Papers that a procedure asks for are matched by it.';
comment on column vault_items.consent is 'Who consented to its being kept (Law 91/2025/QH15).';
comment on column vault_items.kept_from is 'Dossier with which it came.';
comment on column vault_items.valid_to is 'Last day on which it is true; null without one. After it nobody is offered the paper.';
comment on column vault_items.archival is 'Part and level of PDF/A, as in dossier_scans.';
comment on column vault_items.hash is 'Null when it was taken away: then nothing is left but that there was something.';
comment on column vault_items.removal is 'Why it was taken away: the person asked, a newer one takes its place, it was wrong.';
create index vault_items_of_applicant on vault_items (applicant_id, paper_class) where removed_at is null;
create index vault_items_by_hash on vault_items (hash) where hash is not null;

create table vault_uses (
  item_id bigint not null references vault_items,
  dossier_id bigint not null references dossiers,
  paper_position integer not null,
  used_by bigint not null references officers,
  used_at timestamptz not null,
  primary key (item_id, dossier_id)
);
comment on table vault_uses is 'Dossiers into which a kept paper was taken instead of being handed in again.';

create table result_books (
  unit_id bigint not null references units,
  year integer not null,
  last integer not null check (last > 0),
  primary key (unit_id, year)
);
comment on table result_books is 'Last number taken from the register of results of a unit in a year; taken in the transaction that uses it, so without gaps.';

create table results (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  year integer not null,
  book_number integer not null check (book_number > 0),
  dossier_id bigint not null references dossiers,
  kind text not null check (kind in ('licence', 'certificate', 'confirmation', 'extract', 'decision', 'refusal', 'other')),
  title text not null,
  document_number text not null default '',
  issued_on date not null,
  signer text not null default '',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  holder text not null,
  file_name text,
  media_type text,
  size bigint,
  hash text,
  verify_code text not null unique,
  search_text text not null,
  standing text not null default 'issued' check (standing in ('issued', 'revoked', 'cancelled')),
  ended_on date,
  sequence integer not null,
  entered_by bigint references officers,
  entered_at timestamptz not null,
  disposed_at timestamptz,
  unique (unit_id, year, book_number),
  check ((standing = 'issued') = (ended_on is null)),
  check ((hash is null) = (file_name is null))
);
comment on table results is 'Results of dossiers as records: register, what, for whom, how long, and whether it still holds. Also a refusal in writing is one.';
comment on column results.unit_id is 'Unit that issued it, in whose register for the year it stands under book_number.';
comment on column results.holder is 'Whom it was issued to, in the words of the dossier.';
comment on column results.verify_code is 'What its QR code and its address for everybody hold; says nothing about the record.';
comment on column results.search_text is 'Numbers, title and holder without diacritics, for searching.';
comment on column results.standing is 'issued: as it was; revoked: taken back from a day on; cancelled: as if it had never been. By decision of two people.';
comment on column results.ended_on is 'Day of the decision that revoked or cancelled it.';
comment on column results.sequence is 'Last event of its history applied.';
comment on column results.entered_by is 'Null when a process issued it by itself.';
create index results_by_dossier on results (dossier_id);
create index results_newest on results (unit_id, issued_on desc, id desc);
create index results_by_hash on results (hash) where hash is not null;

create table result_changes (
  id bigint generated always as identity primary key,
  result_id bigint not null references results,
  kind text not null check (kind in ('correction', 'revocation', 'cancellation')),
  decision_number text not null,
  decided_on date not null,
  reason text not null,
  changes jsonb not null,
  proposed_by bigint not null references officers,
  proposed_at timestamptz not null,
  outcome text check (outcome in ('approved', 'rejected')),
  answered_by bigint references officers,
  answered_at timestamptz,
  answer text not null default '',
  check (answered_by <> proposed_by),
  check ((outcome is null) = (answered_at is null))
);
comment on table result_changes is 'Corrections, revocations and cancellations of results: proposed by one, answered by another.';
comment on column result_changes.decision_number is 'Number of the written decision, and decided_on its day.';
comment on column result_changes.changes is 'For a correction the fields with their new values.';
create unique index result_changes_open on result_changes (result_id) where outcome is null;

create table result_downloads (
  id bigint generated always as identity primary key,
  result_id bigint not null references results,
  dossier_id bigint not null references dossiers,
  at timestamptz not null
);
comment on table result_downloads is 'When somebody with number and code of the dossier took the electronic result.';
create index result_downloads_by_dossier on result_downloads (dossier_id, at);

-- Whoever takes the result online is no officer.
alter table dossier_returns alter column returned_by drop not null;

alter table personal_reads drop constraint personal_reads_manner_check;
alter table personal_reads add constraint personal_reads_manner_check check (manner in ('opened', 'revealed', 'file-opened',
  'printed', 'found-by-number', 'listed', 'exported', 'vault-seen', 'vault-reused')) not valid;

-- The person for whom a counter receives now; said in the transaction that needs it and nowhere else.
create function acting_applicant() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('motcua.applicant', true), '')::bigint $$;
grant execute on function acting_applicant() to motcua_app, motcua_system;

call guard_rows('dossier_scans');
create policy acting_read on dossier_scans for select to motcua_app
  using (exists (select from dossiers d where d.id = dossier_id));
create policy acting_write on dossier_scans to motcua_app
  using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id));
call guard_rows('dossier_scan_pages');
create policy acting_read on dossier_scan_pages for select to motcua_app
  using (exists (select from dossiers d where d.id = dossier_id));
create policy acting_write on dossier_scan_pages to motcua_app
  using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id));

-- Never a list of everybody: whose papers are looked at is said before, and only counters may say it.
call guard_rows('vault_items');
create policy acting_read on vault_items for select to motcua_app
  using (applicant_id = acting_applicant() and acting_may('dossier.receive')
    or acting_dossier() is not null
      and exists (select from dossiers d where d.id = acting_dossier() and d.applicant_id = vault_items.applicant_id));
create policy acting_write on vault_items to motcua_app
  using (applicant_id = acting_applicant() and acting_may('dossier.receive'));
call guard_rows('vault_uses');
create policy acting_read on vault_uses for select to motcua_app
  using (exists (select from vault_items i where i.id = item_id));
create policy acting_write on vault_uses to motcua_app
  using (acting_account() is not null and exists (select from vault_items i where i.id = item_id)
    and exists (select from dossiers d where d.id = dossier_id));

call guard_rows('results');
create policy acting_read on results for select to motcua_app
  using (unit_id = any (acting_units()) or exists (select from dossiers d where d.id = dossier_id));
create policy acting_write on results to motcua_app
  using (acting_account() is not null
    and (unit_id = any (acting_units()) or exists (select from dossiers d where d.id = dossier_id)));
call guard_rows('result_changes');
create policy acting on result_changes to motcua_app
  using (acting_account() is not null and exists (select from results r where r.id = result_id));
call guard_rows('result_downloads');
create policy acting_read on result_downloads for select to motcua_app
  using (exists (select from dossiers d where d.id = dossier_id));
create policy acting_write on result_downloads for insert to motcua_app with check (dossier_id = acting_dossier());
-- Numbers alone; whoever enters a result takes the next one in the book of the unit that issued it.
call guard_rows('result_books');
create policy acting on result_books to motcua_app using (acting_account() is not null);
