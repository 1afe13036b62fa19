-- stops older programs: they come with 0022
-- What the applicant's form says of the things that a process asks about: they decide which way the dossier goes.
-- Row-level security: through the dossier.

create table dossier_answers (
  dossier_id bigint primary key references dossiers,
  answers jsonb not null
);
comment on table dossier_answers is 'Answers to the fields of the procedure''s form that conditions of its process ask about, by the codes of the fields.';
call guard_rows('dossier_answers');
create policy acting_read on dossier_answers for select to motcua_app
  using (exists (select from dossiers d where d.id = dossier_id));
create policy acting_write on dossier_answers to motcua_app
  using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id));

-- The history of what came with processes is seen with its record: payments, tills, scores, groups.
alter policy acting_read on history_events
  using (case stream
    when 'dossier' then exists (select from dossiers d where d.id = stream_id)
    when 'slip' then exists (select from slips s where s.id = stream_id)
    when 'applicant' then acting_may('dossier.receive')
    when 'account' then stream_id = acting_account()
      or acting_may('account.manage', 'people.read', 'people.change', 'recovery.confirm')
    when 'payment' then exists (select from payments p where p.id = stream_id)
    when 'till' then exists (select from tills t where t.id = stream_id)
    when 'dossier-score' then acting_account() is not null and exists (select from dossiers d where d.id = stream_id)
    when 'intake-batch' then exists (select from intake_batches b where b.id = stream_id)
    else acting_account() is not null end);
