-- What the checker said of files whose senders asked to keep it. The files themselves are not kept.
-- Row-level security: a kept result is its keeper's own.

create table report_checks (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  officer_id bigint not null references officers,
  checked_at timestamptz not null,
  pages integer,
  line_count integer not null check (line_count > 0),
  figures integer not null check (figures >= 0),
  citations integer not null check (citations >= 0),
  findings jsonb not null
);
comment on table report_checks is 'Results of the checker of reports that somebody kept.';
comment on column report_checks.name is 'How the file was called.';
comment on column report_checks.officer_id is 'Who kept it; nobody else sees it.';
comment on column report_checks.pages is 'Of the file; null where it has none.';
comment on column report_checks.line_count is 'Lines of the text that was read.';
comment on column report_checks.figures is 'How many figures were understood.';
comment on column report_checks.citations is 'How many documents are named.';
comment on column report_checks.findings is 'In the order of the text: rule, severity, lines, quote, message, suggestion.';
create index report_checks_of_officer on report_checks (officer_id, checked_at);

call guard_rows('report_checks');
create policy acting_own on report_checks to motcua_app
  using (officer_id = acting_officer()) with check (officer_id = acting_officer());
