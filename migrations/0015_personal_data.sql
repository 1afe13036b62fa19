-- Who read whose personal data, how long records are kept, and how they are disposed of when that time is over.
-- Row-level security: personal_reads by the unit of the reading post, or through the dossier (dossier_units) it is about;
-- retention_holds and disposal_items through their dossier or slip; disposals by unit_id. retention_rules are everybody's.

create table personal_reads (
  subject text not null check (subject in ('dossier', 'applicant', 'slip')),
  subject_id bigint not null,
  quarter timestamptz not null,
  officer_id bigint not null,
  post_id bigint not null,
  manner text not null check (manner in ('opened', 'revealed', 'file-opened', 'printed', 'found-by-number', 'listed', 'exported')),
  detail text not null default '',
  unit_id bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null check (last_at >= first_at),
  times integer not null default 1 check (times > 0),
  primary key (subject, subject_id, quarter, officer_id, post_id, manner, detail)
) with (fillfactor = 90);
comment on table personal_reads is 'Every read of personal data by an official, written in the transaction of the reading query; those of one official, record and manner within a quarter of an hour are one row.';
comment on column personal_reads.subject is 'Whose data: of a dossier, of somebody the counter found again, of a slip.';
comment on column personal_reads.quarter is 'Beginning of the quarter of an hour in which the reads of this row were made.';
comment on column personal_reads.detail is 'Reason of a revealing, file that was opened, slip that was printed.';
comment on column personal_reads.unit_id is 'Unit of the acting post at that time.';
comment on column personal_reads.times is 'How often between first_at and last_at.';
create index personal_reads_by_officer on personal_reads (officer_id, first_at desc);
create index personal_reads_by_unit on personal_reads (unit_id, first_at desc);
revoke update, delete, truncate on personal_reads from motcua_app;
grant update (last_at, times) on personal_reads to motcua_app;

-- What was recorded as events of the history before.
insert into personal_reads (subject, subject_id, quarter, officer_id, post_id, manner, detail, unit_id, first_at, last_at, times)
select case stream when 'disclosure' then 'dossier' else 'applicant' end, stream_id, date_bin('15 minutes', at, 'epoch'),
  officer_id, post_id, kind, coalesce(payload ->> 'reason', payload ->> 'fileId', ''), unit_id, min(at), max(at), count(*)
from history_events
where stream in ('disclosure', 'applicant') and kind in ('revealed', 'file-opened', 'found-by-number')
  and officer_id is not null and post_id is not null and unit_id is not null
group by 1, 2, 3, 4, 5, 6, 7, 8;

create table retention_rules (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('dossier', 'slip')),
  procedure_id bigint references procedures,
  domain text,
  years integer check (years between 1 and 100),
  legal_basis text not null check (legal_basis <> ''),
  certainty text not null check (certainty in ('sure', 'likely')),
  note text not null default '',
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  sequence integer not null,
  check (procedure_id is null or domain is null),
  exclude using gist (kind with =, (coalesce(procedure_id, 0)) with =, (coalesce(domain, '')) with =, daterange(valid_from, valid_to) with &&)
);
comment on table retention_rules is 'How long records are kept: of one procedure, of one domain, or of all the others. The narrower rule goes before the wider.';
comment on column retention_rules.years is 'Whole years from the day the record ended; null means for ever.';
comment on column retention_rules.certainty is 'Nothing is disposed of by a rule that is only likely: somebody compares it with the text of the law first.';
comment on column retention_rules.valid_to is 'First day on which it no longer holds; null while open.';
comment on column retention_rules.sequence is 'Last event of its history applied.';
insert into retention_rules (kind, years, legal_basis, certainty, note, valid_from, sequence) values
  ('dossier', 20, 'Luật Lưu trữ số 33/2024/QH15; Thông tư 10/2022/TT-BNV', 'likely', 'Cần đối chiếu bảng thời hạn bảo quản với từng lĩnh vực trước khi dùng để tiêu hủy.', '2011-01-01', 0),
  ('slip', 5, 'Luật Lưu trữ số 33/2024/QH15; Thông tư 10/2022/TT-BNV', 'likely', 'Phiếu hướng dẫn, từ chối không kèm hồ sơ. Cần đối chiếu bảng thời hạn bảo quản trước khi dùng để tiêu hủy.', '2011-01-01', 0);

create table retention_holds (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('dossier', 'slip')),
  record_id bigint not null,
  reason text not null check (reason <> ''),
  document text not null default '',
  placed_by bigint not null references officers,
  placed_at timestamptz not null,
  lifted_by bigint references officers,
  lifted_at timestamptz,
  lift_reason text not null default '',
  check ((lifted_at is null) = (lifted_by is null))
);
comment on table retention_holds is 'Records that may not be disposed of although their time is over: a complaint, a lawsuit, an inspection.';
comment on column retention_holds.document is 'Number of the paper that asks for it.';
create unique index retention_holds_in_force on retention_holds (kind, record_id) where lifted_at is null;

create table disposals (
  id bigint generated always as identity primary key,
  number text not null unique,
  unit_id bigint not null references units,
  state text not null check (state in ('proposed', 'approved', 'declined', 'withdrawn', 'done')),
  reason text not null,
  proposed_by bigint not null references officers,
  proposed_at timestamptz not null,
  council text not null default '',
  decision_number text not null default '',
  decided_on date,
  decided_by bigint references officers,
  decided_at timestamptz,
  execute_on date,
  done_at timestamptz,
  sequence integer not null,
  check (decided_by <> proposed_by),
  check (state not in ('approved', 'done') or (decision_number <> '' and decided_on is not null and execute_on is not null and decided_by is not null)),
  check ((state = 'done') = (done_at is not null))
);
comment on table disposals is 'Proposals to dispose of records whose time is over, and what was decided: one person proposes, another decides.';
comment on column disposals.council is 'Who valued the records: the council and its minutes.';
comment on column disposals.decided_on is 'Date of the deciding paper; decided_at is when it was entered.';
comment on column disposals.execute_on is 'Day on which records are erased; until then it can be taken back.';
comment on column disposals.sequence is 'Last event of its history applied.';
create index disposals_by_unit on disposals (unit_id, proposed_at desc);

create table disposal_items (
  id bigint generated always as identity primary key,
  disposal_id bigint not null references disposals,
  kind text not null check (kind in ('dossier', 'slip')),
  record_id bigint not null,
  label text not null,
  title text not null,
  ended_on date not null,
  kept_until date not null,
  rule_id bigint not null references retention_rules,
  open boolean not null default true,
  outcome text check (outcome in ('disposed', 'held')),
  hashes text[] not null default '{}',
  erased_at timestamptz,
  settled_at timestamptz,
  check ((outcome is null) = (settled_at is null)),
  unique (disposal_id, kind, record_id)
);
comment on table disposal_items is 'Records of a disposal. They are named by number and procedure only, so that the list stays when they are gone.';
comment on column disposal_items.open is 'False when the proposal was withdrawn or declined, or the record was held back: it may be proposed again.';
comment on column disposal_items.hashes is 'Stored files that are still to be removed after the rows are erased.';
comment on column disposal_items.erased_at is 'When its rows and events were erased; its files go after that.';
create unique index disposal_items_once on disposal_items (kind, record_id) where open;

-- A dossier that was disposed of keeps number, procedure, times and units, for statistics, and no person.
alter table dossiers add column disposed_at timestamptz;
comment on column dossiers.disposed_at is 'When its personal data were erased after retention ended; numbers and times stay for statistics.';
alter table dossiers alter column applicant_id drop not null;
alter table slips add column disposed_at timestamptz;
comment on column slips.disposed_at is 'When its personal data were erased after retention ended.';
create index dossiers_ended on dossiers (returned_at) where returned_at is not null and disposed_at is null;

create function erased_payload(payload jsonb) returns jsonb language sql immutable set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(key, case
    when key in ('note', 'reason', 'title', 'documentNumber', 'hash') then '""'::jsonb
    when key = 'papers' then '[]'::jsonb
    else value end), '{}') from jsonb_each(payload)
$$;
comment on function erased_payload is 'The payload of an event without what may speak of a person: free texts, lists of papers, hashes of scans.';

create function refuse_change_but_erasure() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' and current_setting('motcua.erasing', true) = 'on'
    and to_jsonb(new) - 'payload' = to_jsonb(old) - 'payload' and new.payload = erased_payload(old.payload) then
    return new;
  end if;
  raise exception 'history is append-only';
end $$;
drop trigger history_events_append_only on history_events;
create trigger history_events_append_only before update or delete on history_events
  for each row execute function refuse_change_but_erasure();

create function erase_history(item bigint) returns setof bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  dossier bigint;
begin
  select i.record_id into dossier from disposal_items i join disposals d on d.id = i.disposal_id
  where i.id = item and i.kind = 'dossier' and i.erased_at is null and i.open and d.state = 'approved'
    and d.execute_on <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and not exists (select from retention_holds h where h.kind = i.kind and h.record_id = i.record_id and h.lifted_at is null);
  if not found then raise exception 'no decision in force lets the history of item % be erased', item; end if;
  if exists (select from log_pending p join history_events e on e.id = p.event_id
    where e.stream in ('dossier', 'disclosure') and e.stream_id = dossier) then
    raise exception 'events of item % have no place in the log yet', item;
  end if;
  perform set_config('motcua.erasing', 'on', true);
  return query with erased as (
    update history_events e set payload = erased_payload(e.payload)
    where e.stream in ('dossier', 'disclosure') and e.stream_id = dossier and e.payload <> erased_payload(e.payload)
    returning e.id
  )
  update log_entries l set salt = null from erased where l.event_id = erased.id returning l.index;
  perform set_config('motcua.erasing', 'off', true);
  update personal_reads r set detail = gen_random_uuid()::text
  where r.subject = 'dossier' and r.subject_id = dossier and r.manner = 'revealed';
end $$;
comment on function erase_history is 'Erases personal data in the events of a dossier whose disposal was decided and whose day has come; answers the places in the log whose salt is gone. Nothing else may change the history.';
revoke all on function erase_history from public;
grant execute on function erase_history to motcua_app;
