-- Reports in the making: what units write, what the checker found and was answered, what was frozen and issued.
-- Row-level security: read by every officer, written by who may write, put together or freeze; the verbs look at the unit.

create table reports (
  id bigint generated always as identity primary key,
  template_version_id bigint not null references report_template_versions,
  unit_id bigint not null references units,
  period text not null,
  comparison text,
  title text not null check (title <> ''),
  due_on date not null,
  copied_from bigint references reports,
  state text not null check (state in ('drafting', 'assembled', 'frozen', 'issued', 'withdrawn', 'deleted')),
  issue integer not null check (issue > 0),
  made_by bigint references officers,
  made_at timestamptz not null,
  assembled_by bigint references officers,
  assembled_at timestamptz,
  frozen_by bigint references officers,
  frozen_at timestamptz,
  number text,
  issued_on date,
  signer text,
  signer_title text,
  reason text not null default '',
  sequence integer not null,
  check ((assembled_at is null) = (assembled_by is null)),
  check ((frozen_at is null) = (frozen_by is null)),
  -- Whoever put it together does not freeze it.
  check (frozen_by is distinct from assembled_by or frozen_by is null),
  check ((number is null) = (issued_on is null) and (number is null) = (signer is null) and (number is null) = (signer_title is null))
);
comment on table reports is 'A report of a unit for a period by a version of a template. The cached fold of its history.';
comment on column reports.period is 'Code of the period: 2020, 2020-Q1, 2011-01-01..2020-12-31.';
comment on column reports.comparison is 'Code of the period it is compared with; null for none.';
comment on column reports.copied_from is 'The report whose texts were taken over as suggestions.';
comment on column reports.issue is '1, and one more each time figures were opened again after they had been frozen.';
comment on column reports.number is 'Number and symbol it was issued with: 15/BC-UBND.';
comment on column reports.reason is 'Why it was taken apart, opened again, withdrawn or deleted last.';
comment on column reports.sequence is 'Last event of its history applied.';
create index reports_by_unit on reports (unit_id, made_at desc);
create index reports_newest on reports (made_at desc, id desc);

create table report_parts (
  report_id bigint not null references reports,
  number integer not null,
  section_key text not null,
  unit_id bigint not null references units,
  is_collected boolean not null,
  due_on date not null,
  state text not null check (state in ('asked', 'submitted', 'returned', 'accepted')),
  texts jsonb not null,
  version integer not null,
  return_reason text not null default '',
  submitted_by bigint references officers,
  submitted_at timestamptz,
  primary key (report_id, number)
);
comment on table report_parts is 'What one unit writes of a report: a section, or its own part of a section that is collected from several.';
comment on column report_parts.number is 'Counts the parts of the report from 1.';
comment on column report_parts.section_key is 'Key of the section in the template.';
comment on column report_parts.texts is 'body: instead of the drafted text or null; writings: by place for writing; explanations: of figures, by their key.';
comment on column report_parts.version is 'Counts what was done to it, so that two writers do not overwrite each other.';
comment on column report_parts.return_reason is 'What is to be changed, while it is returned.';
create index report_parts_waiting on report_parts (unit_id, due_on) where state in ('asked', 'returned');
create index report_parts_submitted on report_parts (report_id) where state = 'submitted';

create table report_comments (
  report_id bigint not null references reports,
  number integer not null,
  section_key text not null,
  text text not null check (text <> ''),
  written_by bigint references officers,
  written_at timestamptz not null,
  primary key (report_id, number)
);
comment on table report_comments is 'What officers say to each other about a section.';

create table report_answers (
  report_id bigint not null references reports,
  issue integer not null,
  finding text not null,
  text text not null check (text <> ''),
  answered_by bigint references officers,
  answered_at timestamptz not null,
  primary key (report_id, issue, finding)
);
comment on table report_answers is 'What was explained in writing of something the checker found and that was not corrected.';
comment on column report_answers.finding is 'Hash of the rule and the words found.';

create table report_files (
  report_id bigint not null references reports,
  issue integer not null,
  stage text not null check (stage in ('frozen', 'issued')),
  format text not null check (format in ('json', 'docx', 'pdf', 'xlsx')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  made_at timestamptz not null,
  primary key (report_id, issue, stage, format)
);
comment on table report_files is 'Files made when figures were frozen and when the report was issued; the bytes are in the store under their hash.';
comment on column report_files.format is 'json: the whole report with its figures, what was asked, and the records behind them.';

do $$
declare
  part regclass;
begin
  foreach part in array array['reports', 'report_parts', 'report_comments', 'report_answers', 'report_files']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app using (acting_account() is not null)', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_may(''report.write'', ''report.assemble'', ''report.freeze''))', part);
  end loop;
end $$;
-- A report is taken back with a reason, never away.
revoke delete, truncate on reports, report_parts, report_comments, report_files from motcua_app, motcua_system;
