-- A register of the documents that figures, reports and other work refer to, with what is certain of each and what is not.
-- Row-level security: read by every officer, kept by who may keep it.

create table documents (
  id bigint generated always as identity primary key,
  type text not null check (type <> ''),
  number text not null default '',
  year_in_number integer check (year_in_number between 1900 and 2200),
  symbol text not null default '',
  issuer text not null,
  issuer_unit_id bigint references units,
  issued_on date,
  title text not null check (title <> ''),
  in_force_from date,
  in_force_until date check (in_force_until >= in_force_from),
  replaced_by bigint references documents check (replaced_by <> id),
  doubts jsonb not null,
  sources jsonb not null,
  note text not null default '',
  withdrawn boolean not null default false,
  folded text not null,
  sequence integer not null
);
comment on table documents is 'What is known of a document: of what kind, its number, who issued it and when. The document itself is not kept here.';
comment on column documents.type is 'Code of the type (Decree 30/2020/ND-CP, Art. 7, or Law on Promulgation of Legal Documents).';
comment on column documents.number is 'As written before the stroke, such as 30c; empty when no source names it.';
comment on column documents.year_in_number is 'Of legal documents, as in 61/2018/ND-CP; null where the number has none.';
comment on column documents.symbol is 'As written, such as QD-UBND; empty when no source names it.';
comment on column documents.issuer is 'Who issued it, in words; empty when not known.';
comment on column documents.issuer_unit_id is 'The unit of this installation that issued it, if it was one.';
comment on column documents.issued_on is 'Null when no source gives a date that can be believed.';
comment on column documents.in_force_until is 'Last day in force; null while it is or when that is not known.';
comment on column documents.doubts is 'What of it is uncertain: field, how far it is to be trusted, and why.';
comment on column documents.sources is 'Where it is cited: the source, the place in it, and how it stands there.';
comment on column documents.withdrawn is 'Entered by mistake; kept for its history, offered nowhere.';
comment on column documents.folded is 'What it is found by: number, symbol, issuer and title without accents.';
comment on column documents.sequence is 'Last event of its history applied.';
create index documents_by_number on documents (ltrim(lower(number), '0'), lower(symbol));
create index documents_by_date on documents (issued_on);
create index documents_replaced_by on documents (replaced_by) where replaced_by is not null;


call guard_rows('documents');
create policy acting_read on documents for select to motcua_app using (acting_account() is not null);
create policy acting_write on documents to motcua_app using (acting_may('document.keep'));
