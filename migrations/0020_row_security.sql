-- stops older programs: they tell the server nothing and would see nothing
-- Row-level security: below the rights that every verb asks for, the server itself shows the application only the rows
-- that whoever acts may see, and takes only such rows from it. A query that forgets whose dossiers it may read finds none.
--
-- The application says who acts at the beginning of each transaction (platform/database/scope.ts). Said nothing, it sees
-- nothing. The system's own work takes on the role motcua_system, for which every policy is simply true, so that the
-- server's choice of indexes stays free.

-- What the application's login may do, the system's role may do too.
grant usage on schema public to motcua_system;
alter default privileges in schema public grant select, insert, update, delete on tables to motcua_system;
alter default privileges in schema public grant usage, select on sequences to motcua_system;
do $$
declare
  given record;
begin
  for given in
    select c.oid::regclass as object, a.privilege_type as privilege, null as column_name
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'S') and a.grantee = 'motcua_app'::regrole
    union all
    select c.oid::regclass, a.privilege_type, quote_ident(t.attname)
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee = 'motcua_app'::regrole
    union all
    select null, 'execute on function ' || p.oid::regprocedure, null
    from pg_proc p, aclexplode(p.proacl) a
    where p.pronamespace = 'public'::regnamespace and a.grantee = 'motcua_app'::regrole
  loop
    execute 'grant ' || concat_ws(' ', given.privilege, '(' || given.column_name || ')', 'on ' || given.object)
      || ' to motcua_system';
  end loop;
end $$;

create function acting_account() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('motcua.account', true), '')::bigint $$;
create function acting_officer() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('motcua.officer', true), '')::bigint $$;
create function acting_units() returns bigint[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('motcua.units', true), ''), '{}')::bigint[] $$;
create function acting_dossier() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('motcua.dossier', true), '')::bigint $$;
-- Whether the post that acts holds any of these permissions.
create function acting_may(variadic permissions text[]) returns boolean language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('motcua.rights', true), ''), '{}')::text[] && permissions $$;

-- Guards a table: forced, so that the owner's own statements pass through a policy too; the owner (backups, migrations)
-- and the system see every row.
create procedure guard_rows(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy owner_all on %s to current_user using (true) with check (true)', guarded);
  execute format('create policy system_all on %s to motcua_system using (true) with check (true)', guarded);
end $$;

-- A dossier is seen by the units that receive, handle or return it, and by whoever has its number and code.
call guard_rows('dossier_units');
create policy acting_read on dossier_units for select to motcua_app
  using (unit_id = any (acting_units()) or dossier_id = acting_dossier());
call guard_rows('dossiers');
create policy acting_read on dossiers for select to motcua_app
  using (receiving_unit_id = any (acting_units()) or id = acting_dossier()
    or exists (select from dossier_units u where u.dossier_id = dossiers.id));
create policy acting_receive on dossiers for insert to motcua_app
  with check (receiving_unit_id = any (acting_units()) and acting_may('dossier.receive'));
create policy acting_change on dossiers for update to motcua_app
  using (acting_account() is not null
    and (receiving_unit_id = any (acting_units()) or exists (select from dossier_units u where u.dossier_id = dossiers.id)));
create policy acting_add on dossier_units for insert to motcua_app
  with check (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id));

-- Whoever sees a dossier sees what belongs to it; whoever sees it as an officer may write there what the verbs allow.
do $$
declare
  part regclass;
begin
  foreach part in array array['dossier_parties', 'dossier_papers', 'dossier_fees', 'dossier_steps', 'dossier_handovers',
    'dossier_files', 'dossier_results', 'dossier_returns']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app
      using (exists (select from dossiers d where d.id = dossier_id))', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id))', part);
  end loop;
end $$;
call guard_rows('dossier_work');
create policy acting on dossier_work to motcua_app
  using (unit_id = any (acting_units()) or receiving_unit_id = any (acting_units())
    or exists (select from dossiers d where d.id = dossier_id));

-- Persons known to the counters are offered again to every counter, and to nobody else.
call guard_rows('applicants');
create policy acting on applicants to motcua_app using (acting_may('dossier.receive'));
call guard_rows('dossier_counters');
-- The books of an agency stand with a unit above its counters, and hold numbers alone.
create policy acting on dossier_counters to motcua_app using (acting_may('dossier.receive', 'slip.issue'));
call guard_rows('slips');
create policy acting on slips to motcua_app using (unit_id = any (acting_units()));
-- Addresses of strangers: for the system alone.
call guard_rows('lookup_attempts');
call guard_rows('login_attempts');

-- Colleagues see each other's names and posts; an applicant sees who handles the dossier.
call guard_rows('officers');
create policy acting_read on officers for select to motcua_app
  using (acting_account() is not null or acting_dossier() is not null);
create policy acting_write on officers to motcua_app using (id = acting_officer() or acting_may('people.change'));
call guard_rows('post_holdings');
create policy acting_read on post_holdings for select to motcua_app
  using (acting_account() is not null or acting_dossier() is not null);
create policy acting_write on post_holdings to motcua_app using (acting_may('people.change'));
call guard_rows('substitutions');
create policy acting_read on substitutions for select to motcua_app using (acting_account() is not null);
-- Whoever holds a post may have somebody act in it.
create policy acting_write on substitutions to motcua_app
  using (acting_may('people.change', 'substitution.appoint')
    or exists (select from post_holdings h where h.post_id = substitutions.post_id and h.officer_id = acting_officer()));
call guard_rows('accounts');
create policy acting on accounts to motcua_app
  using (id = acting_account() or acting_may('account.manage', 'people.read', 'people.change', 'recovery.confirm'));

-- What opens an account belongs to its holder and to those who look after accounts.
do $$
declare
  part regclass;
begin
  foreach part in array array['sessions', 'half_sign_ins', 'totp_secrets', 'recovery_codes', 'passkeys']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting on %s to motcua_app
      using (account_id = acting_account() or acting_may(''account.manage'', ''people.change'', ''recovery.confirm''))', part);
  end loop;
end $$;
call guard_rows('account_recoveries');
create policy acting_read on account_recoveries for select to motcua_app using (acting_account() is not null);
create policy acting_write on account_recoveries to motcua_app
  using (account_id = acting_account() or acting_may('account.manage', 'recovery.confirm'));

-- A form belongs to the account that sent it.
call guard_rows('form_submissions');
create policy acting on form_submissions to motcua_app using (account_id is not distinct from acting_account());

-- The history of a record is seen with the record. Nobody writes into it under another's name.
call guard_rows('history_events');
create policy acting_read on history_events for select to motcua_app
  using (case stream
    when 'dossier' then exists (select from dossiers d where d.id = stream_id)
    when 'slip' then exists (select from slips s where s.id = stream_id)
    when 'applicant' then acting_may('dossier.receive')
    when 'account' then stream_id = acting_account()
      or acting_may('account.manage', 'people.read', 'people.change', 'recovery.confirm')
    else acting_account() is not null end);
create policy acting_write on history_events for insert to motcua_app
  with check (account_id is not null and account_id = acting_account());

-- Who read what: everybody's own reads; those by officials of a unit, and of its dossiers, for who reviews them; those of
-- a dossier and its applicant for the person concerned.
call guard_rows('personal_reads');
create policy acting_read on personal_reads for select to motcua_app
  using (officer_id = acting_officer()
    or (acting_may('reads.review') and (unit_id = any (acting_units())
      or (subject = 'dossier' and exists (select from dossiers d where d.id = subject_id))))
    or (acting_dossier() is not null and exists (select from dossiers d where d.id = acting_dossier()
      and case subject when 'dossier' then d.id = subject_id when 'applicant' then d.applicant_id = subject_id else false end)));
create policy acting_write on personal_reads to motcua_app using (officer_id = acting_officer());

-- Mail addresses of those who keep the states of the log.
call guard_rows('log_recipients');
create policy acting on log_recipients to motcua_app using (acting_may('account.manage'));

-- What is held back from disposal, and what is disposed of, is seen with the record or by the unit whose decision it is.
call guard_rows('retention_holds');
create policy acting on retention_holds to motcua_app using (case kind
  when 'dossier' then exists (select from dossiers d where d.id = record_id)
  else exists (select from slips s where s.id = record_id) end);
call guard_rows('disposals');
create policy acting on disposals to motcua_app using (unit_id = any (acting_units()));
call guard_rows('disposal_items');
create policy acting on disposal_items to motcua_app using (exists (select from disposals d where d.id = disposal_id));
