-- Templates of reports in versions: drafts, what is published and what is used no more.
-- Row-level security: read by every officer, written by whoever keeps templates.

create table report_templates (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  name text not null check (name <> ''),
  kind text not null check (kind in ('ten-year', 'year', 'half-year', 'quarter', 'thematic')),
  sequence integer not null
);
comment on table report_templates is 'A kind of report that is written again and again (Decree 09/2019/NĐ-CP). The cached fold of its history.';
comment on column report_templates.code is 'Short lasting name, which files of templates carry from one installation to another.';
comment on column report_templates.sequence is 'Last event of its history applied.';

create table report_template_versions (
  id bigint generated always as identity primary key,
  template_id bigint not null references report_templates,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'published', 'retired', 'discarded')),
  legal_basis text not null,
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  content jsonb not null,
  revision integer not null,
  published_at timestamptz,
  unique (template_id, number),
  check ((published_at is not null) = (state in ('published', 'retired')))
);
comment on table report_template_versions is 'What a template was in one version. Reports keep the version they were begun with.';
comment on column report_template_versions.legal_basis is 'What asks for such reports; empty while a draft does not say it.';
comment on column report_template_versions.valid_from is 'First day on which that holds; null while not known.';
comment on column report_template_versions.valid_until is 'Last day on which that holds; null while it does.';
comment on column report_template_versions.content is 'Frame and sections in their order, with texts in the language of templates.';
comment on column report_template_versions.revision is 'Counts edits of a draft, so that two editors do not overwrite each other.';
create unique index report_template_versions_one_draft on report_template_versions (template_id) where state = 'draft';
create unique index report_template_versions_one_published on report_template_versions (template_id) where state = 'published';

create function keep_published_template() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.template_id, new.number, new.legal_basis, new.valid_from, new.valid_until, new.content, new.revision, new.published_at)
    is distinct from (old.template_id, old.number, old.legal_basis, old.valid_from, old.valid_until, old.content, old.revision, old.published_at) then
    raise exception 'A published version of a template never changes';
  end if;
  return new;
end $$;
comment on function keep_published_template is 'A version that reports may have been written by changes nothing but its state.';
create trigger report_template_versions_keep before update on report_template_versions
  for each row execute function keep_published_template();

do $$
declare
  part regclass;
begin
  foreach part in array array['report_templates', 'report_template_versions']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app using (acting_account() is not null)', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_may(''report-template.change'')) with check (acting_may(''report-template.change''))', part);
  end loop;
end $$;
