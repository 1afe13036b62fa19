-- stops older programs: identity numbers change their columns and are sealed; a program that does not seal would find and write none
-- Identity numbers are encrypted with keys outside the database, and found by a blind index (HMAC).
-- Row-level security: no new table; applicants, dossier_parties, dossier_returns and slips keep theirs.
--
-- The keys are not the database's, so the program seals first: src/app/preparations.ts puts every number with its sealed
-- form into sealed_numbers, in this transaction. The tables are then written anew, not updated: an update would leave the
-- old version of each row, number and all, in the files of the database until they are used again.

create temporary table if not exists sealed_numbers (
  number text primary key, sealed text not null, blind_index bytea not null, token text not null
) on commit drop;

create function pg_temp.sealed_of(plain text) returns text language plpgsql as $$
declare
  found_sealed text;
begin
  if coalesce(plain, '') = '' then return null; end if;
  select sealed into strict found_sealed from sealed_numbers where number = plain;
  return found_sealed;
exception when no_data_found then
  raise exception 'identity numbers cannot be sealed without the keys of the installation';
end $$;

-- In a text for searching the number is a word, in small letters; its token takes its place.
create function pg_temp.without_number(searched text, plain text) returns text language plpgsql as $$
declare
  found_token text;
begin
  if coalesce(plain, '') = '' then return searched; end if;
  select token into strict found_token from sealed_numbers where number = plain;
  return trim(replace(' ' || searched || ' ', ' ' || lower(plain) || ' ', ' ' || found_token || ' '));
end $$;

create function pg_temp.searched(dossier bigint, text_before text) returns text language plpgsql as $$
begin
  return pg_temp.without_number(text_before,
    (select id_number from dossier_parties where dossier_id = dossier and role = 'applicant'));
end $$;

alter table dossiers alter column search_text type text using pg_temp.searched(id, search_text);
alter index dossiers_words alter column 1 set statistics 1000;
comment on column dossiers.search_text is 'Number, names and procedure without diacritics, for searching; of the applicant''s identity number a token that only the program can make.';

drop index applicants_by_id_number;
alter table applicants add column id_number_index bytea;
update applicants a set id_number_index = s.blind_index from sealed_numbers s where s.number = a.id_number;
alter table applicants alter column id_number type text using pg_temp.sealed_of(id_number);
alter table applicants rename column id_number to sealed_id_number;
alter table applicants add check (sealed_id_number like 'v1.%'), add check ((sealed_id_number is null) = (id_number_index is null));
comment on column applicants.sealed_id_number is 'Identity card or passport number of a person, tax or registration number of an organisation, encrypted with a key outside the database.';
comment on column applicants.id_number_index is 'HMAC of the same with a key outside the database: equal for equal numbers, so that a number can be looked up.';
create unique index applicants_by_id_number on applicants (id_number_index) where id_number_index is not null;

alter table dossier_parties alter column id_number drop default, alter column id_number drop not null;
alter table dossier_parties alter column id_number type text using pg_temp.sealed_of(id_number);
alter table dossier_parties rename column id_number to sealed_id_number;
alter table dossier_parties add check (sealed_id_number like 'v1.%');
comment on column dossier_parties.sealed_id_number is 'Identity number, encrypted with a key outside the database; null when none was given.';

alter table dossier_returns alter column id_number drop default, alter column id_number drop not null;
alter table dossier_returns alter column id_number type text using pg_temp.sealed_of(id_number);
alter table dossier_returns rename column id_number to sealed_id_number;
alter table dossier_returns add check (sealed_id_number like 'v1.%');
comment on column dossier_returns.sealed_id_number is 'Number of the paper that was shown, encrypted with a key outside the database; null when none was.';

alter table slips add column sealed_id_number text check (sealed_id_number like 'v1.%');
update slips set sealed_id_number = pg_temp.sealed_of(content #>> '{applicant,idNumber}');
alter table slips alter column content type jsonb using jsonb_set(
  content #- '{applicant,idNumber}', '{searchText}',
  to_jsonb(pg_temp.without_number(content ->> 'searchText', content #>> '{applicant,idNumber}')));
comment on column slips.sealed_id_number is 'Identity number of whom the slip was given to, encrypted with a key outside the database; the rest stands in the content.';

drop function pg_temp.searched(bigint, text);
drop function pg_temp.without_number(text, text);
drop function pg_temp.sealed_of(text);
analyze dossiers, applicants, dossier_parties, dossier_returns, slips;
