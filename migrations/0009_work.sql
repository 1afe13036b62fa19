-- The work in hand in one small table: what the boxes of officers and units count, filter and show on every page. The
-- steps of a growing archive lie scattered over it; the work in hand stays as large as the work of the day.

create view dossier_work_truth with (security_invoker = true) as
  select d.id as dossier_id, d.number, d.sequence, d.title, d.domain, d.applicant_name, d.receiving_unit_id,
    d.received_at, d.due_at, d.state as phase, d.timeliness, s.unit_id, s.position as step_position,
    s.name as step_name, s.role as step_role, s.due_at as step_due_at, s.custody, s.sent_back, s.officer_id
  from dossiers d join dossier_steps s on s.dossier_id = d.id and s.state = 'active';
comment on view dossier_work_truth is 'What dossier_work must hold, from the dossiers and their steps.';

create table dossier_work (
  dossier_id bigint primary key references dossiers,
  number text not null,
  sequence integer not null,
  title text not null,
  domain text not null,
  applicant_name text not null,
  receiving_unit_id bigint not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  phase text not null,
  timeliness text,
  unit_id bigint not null,
  step_position integer not null,
  step_name text not null,
  step_role text not null,
  step_due_at timestamptz,
  custody text not null,
  sent_back boolean not null,
  officer_id bigint
) with (fillfactor = 70);
comment on table dossier_work is 'One row for each dossier that waits at a step: the boxes of officers and units. A copy of dossiers and dossier_steps, compared by the operator''s check.';
comment on column dossier_work.unit_id is 'Unit of the active step.';
comment on column dossier_work.officer_id is 'Who handles the active step; null while it waits in the unit''s box.';
create index dossier_work_by_unit on dossier_work (unit_id);
create index dossier_work_by_receiving_unit on dossier_work (receiving_unit_id);

insert into dossier_work select * from dossier_work_truth;

drop index dossier_steps_by_unit;
drop index dossier_steps_by_officer;
drop index dossiers_open;

-- Room for the next version of a row beside it: a step that is passed on then writes no index.
alter table dossiers set (fillfactor = 85);
alter table dossier_steps set (fillfactor = 80);
