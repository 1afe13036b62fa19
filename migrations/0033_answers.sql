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
