-- stops older programs: they would count linked dossiers a second time
-- Custody with both hands recorded, dossiers opened out of another, opinions asked of other units, notes of the house.
-- Row-level security: what belongs to a dossier through the dossier, never to the applicant where it is internal; lists of the
-- courier for the two units; a question also for the unit that is asked.

alter table dossiers add column parent_id bigint;
alter table dossiers add constraint dossiers_parent foreign key (parent_id) references dossiers not valid;
comment on column dossiers.parent_id is 'The dossier out of which this one was opened (hồ sơ liên thông). It is counted with that one and never by itself.';
create index dossiers_by_parent on dossiers (parent_id) where parent_id is not null;
drop index dossiers_finished;
create index dossiers_finished on dossiers (finished_at, receiving_unit_id, timeliness)
  where finished_at is not null and parent_id is null;
alter table dossier_work add column linked boolean not null default false;
comment on column dossier_work.linked is 'Work in a linked dossier, which is counted with the one it was opened out of.';
drop view dossier_work_truth;
create view dossier_work_truth with (security_invoker = true) as
  select d.id as dossier_id, d.number, d.sequence, d.title, d.domain, d.applicant_name, d.receiving_unit_id,
    d.received_at, d.due_at, d.state as phase, d.timeliness, s.unit_id, s.position as step_position,
    s.name as step_name, s.role as step_role, s.due_at as step_due_at, s.custody, s.sent_back, s.officer_id, d.paused_for,
    d.parent_id is not null as linked
  from dossiers d join dossier_steps s on s.dossier_id = d.id and s.state = 'active';
comment on view dossier_work_truth is 'What dossier_work must hold, from the dossiers and their steps.';

create table dossier_links (
  child_id bigint primary key references dossiers,
  parent_id bigint not null references dossiers,
  child_number text not null,
  parent_number text not null,
  node text not null,
  token integer,
  opened_by bigint references officers,
  opened_at timestamptz not null,
  ended_how text,
  ended_at timestamptz,
  check ((ended_how is null) = (ended_at is null))
);
comment on table dossier_links is 'Dossiers opened out of another under another procedure, with what of its process waits for them.';
comment on column dossier_links.node is 'Element of the process of the parent that asked for it; empty when an officer opened it.';
comment on column dossier_links.token is 'Token of the parent that waits for it; null when nobody does.';
comment on column dossier_links.ended_how is 'finished: its result is there; else how it was closed. Null while it runs.';
create index dossier_links_by_parent on dossier_links (parent_id);

alter table dossier_handovers add column ended_how text check (ended_how in ('refused', 'recalled'));
alter table dossier_handovers add column papers jsonb;
comment on column dossier_handovers.ended_how is 'Never taken: the receiver refused, or the dossier went elsewhere before. The papers stayed with the sender.';
comment on column dossier_handovers.papers is 'Which papers go and how many, by their position in the dossier; null for all of them as received.';
create index dossier_handovers_sent on dossier_handovers (from_unit_id) where taken_at is null;

create table handover_discrepancies (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  from_unit_id bigint not null references units,
  to_unit_id bigint not null references units,
  paper text not null,
  kind text not null check (kind in ('missing', 'damaged', 'different')),
  note text not null,
  found_by bigint not null references officers,
  found_at timestamptz not null,
  answer text check (answer in ('sends-after', 'corrected', 'disputed')),
  answer_note text not null default '',
  answered_by bigint references officers,
  answered_at timestamptz,
  settlement text not null default '',
  settled_by bigint references officers,
  settled_at timestamptz
);
comment on table handover_discrepancies is 'What the receiver of papers found missing, damaged or different; the sender answers, the receiver settles.';
create index handover_discrepancies_by_dossier on handover_discrepancies (dossier_id);
create index handover_discrepancies_open on handover_discrepancies (from_unit_id, to_unit_id) where settled_at is null;

create table courier_lists (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  to_unit_id bigint not null references units,
  year integer not null,
  line integer not null check (line > 0),
  made_by bigint not null references officers,
  made_at timestamptz not null,
  unique (unit_id, year, line)
);
comment on table courier_lists is 'Lists with which a courier brings papers of several dossiers to one unit; numbered without gaps by unit and year.';
create index courier_lists_to on courier_lists (to_unit_id, made_at desc);

create table courier_list_items (
  list_id bigint not null references courier_lists,
  position integer not null,
  dossier_id bigint not null references dossiers,
  handed_at timestamptz not null,
  primary key (list_id, position)
);
comment on table courier_list_items is 'Handovers on a list, in its order: which dossier, and when its papers were handed over.';
create unique index courier_list_items_once on courier_list_items (dossier_id, handed_at);

create table consultations (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  dossier_number text not null,
  step_position integer not null,
  from_unit_id bigint not null references units,
  to_unit_id bigint not null references units,
  is_required boolean not null,
  question text not null,
  asked_by bigint not null references officers,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn', 'waived', 'lapsed')),
  answer text not null default '',
  file_id bigint references dossier_files,
  ended_by bigint references officers,
  ended_at timestamptz,
  check ((state = 'open') = (ended_at is null))
);
comment on table consultations is 'Opinions that a handler asks of other units, with the date by which they are wanted.';
comment on column consultations.is_required is 'The step cannot pass the dossier on before it is answered, or waived by the leader of the unit that asked.';
comment on column consultations.answer is 'The opinion; the reason when it was withdrawn or waived.';
create index consultations_by_dossier on consultations (dossier_id);
create index consultations_asked on consultations (to_unit_id, due_at) where state = 'open';
create index consultations_asking on consultations (from_unit_id, due_at) where state = 'open';

create table dossier_notes (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  text text not null,
  unit_id bigint not null references units,
  added_by bigint not null references officers,
  added_at timestamptz not null,
  removed_at timestamptz
);
comment on table dossier_notes is 'Notes of officials among themselves; the applicant never sees them.';
create index dossier_notes_by_dossier on dossier_notes (dossier_id);

create table dossier_tags (
  dossier_id bigint not null references dossiers,
  tag text not null,
  primary key (dossier_id, tag)
);
comment on table dossier_tags is 'Words by which officials find dossiers again; the applicant never sees them.';
create index dossier_tags_by_tag on dossier_tags (tag);

do $$
declare
  part regclass;
begin
  -- Of the house: acting_dossier() alone, whoever has number and code, opens nothing here.
  foreach part in array array['handover_discrepancies', 'dossier_notes', 'dossier_tags', 'courier_list_items']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting on %s to motcua_app
      using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id))', part);
  end loop;
end $$;
call guard_rows('dossier_links');
create policy acting_read on dossier_links for select to motcua_app
  using (exists (select from dossiers d where d.id in (child_id, parent_id)));
create policy acting_write on dossier_links to motcua_app
  using (acting_account() is not null and exists (select from dossiers d where d.id = parent_id));
call guard_rows('courier_lists');
create policy acting on courier_lists to motcua_app
  using (unit_id = any (acting_units()) or to_unit_id = any (acting_units()));
-- Lists are numbered by whoever hands papers over, in a book of their own unit.
create policy acting_on_lists on dossier_counters to motcua_app
  using (book = 'courier-list' and unit_id = any (acting_units()) and acting_may('dossier.handle'));
call guard_rows('consultations');
create policy acting_read on consultations for select to motcua_app
  using (acting_account() is not null
    and (to_unit_id = any (acting_units()) or exists (select from dossiers d where d.id = dossier_id)));
create policy acting_write on consultations to motcua_app
  using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id));
