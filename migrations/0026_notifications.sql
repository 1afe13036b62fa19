-- Notices to applicants and to officers: their texts, and what became of each on every channel.
-- Row-level security: notices through their dossier (dossier_units), an officer's own by officer_id; notice_templates and
-- notice_settings are everybody's.

create table notice_templates (
  id bigint generated always as identity primary key,
  code text not null,
  channel text not null check (channel in ('email', 'sms', 'zalo', 'app')),
  subject text not null default '',
  body text not null check (body <> ''),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  sequence integer not null,
  exclude using gist (code with =, channel with =, daterange(valid_from, valid_to) with &&)
);
comment on table notice_templates is 'What is written to whom on which channel. Without one in force for a channel nothing goes there.';
comment on column notice_templates.code is 'Kind of notice (schema.ts of the capability).';
comment on column notice_templates.body is 'Facts stand in it in braces, by their Vietnamese names.';
comment on column notice_templates.valid_to is 'First day on which it no longer holds; null while open.';
comment on column notice_templates.sequence is 'Last event of its history applied.';

create table notice_settings (
  id bigint generated always as identity primary key,
  valid_from date not null unique,
  phone_channel text not null check (phone_channel in ('sms', 'zalo')),
  sms_plain boolean not null,
  sms_parts integer not null check (sms_parts between 1 and 10),
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_until integer not null check (quiet_until between 0 and 1439),
  group_minutes integer not null check (group_minutes between 0 and 120),
  digest_at integer not null check (digest_at between 0 and 1439),
  sequence integer not null
);
comment on table notice_settings is 'How notices are sent, from a day on until the next row begins.';
comment on column notice_settings.phone_channel is 'What is tried first with somebody who gave a telephone number alone.';
comment on column notice_settings.sms_plain is 'SMS without diacritics: 160 characters in a part instead of 70.';
comment on column notice_settings.sms_parts is 'Parts that one SMS may have; what is longer is cut.';
comment on column notice_settings.quiet_from is 'Minute of the day in Vietnam from which telephones are left alone, until quiet_until; none when they are equal.';
comment on column notice_settings.group_minutes is 'For how long a notice waits for others to the same address.';
comment on column notice_settings.digest_at is 'Minute of the day at which officers get one letter with what was new.';
comment on column notice_settings.sequence is 'Last event of its history applied.';
insert into notice_settings (valid_from, phone_channel, sms_plain, sms_parts, quiet_from, quiet_until, group_minutes, digest_at, sequence)
  values ('2011-01-01', 'sms', true, 3, 21 * 60, 7 * 60, 2, 7 * 60, 0);

create table notices (
  id bigint generated always as identity primary key,
  template text not null,
  dossier_id bigint references dossiers,
  officer_id bigint references officers,
  channel text check (channel in ('email', 'sms', 'zalo', 'app')),
  address text not null default '',
  subject text not null default '',
  body text not null default '',
  state text not null check (state in ('queued', 'sent', 'delivered', 'retrying', 'given-up', 'unreachable')),
  attempts integer not null default 0,
  message_key uuid,
  provider_id text,
  failure text not null default '',
  created_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  once text unique,
  sequence integer not null default 0,
  check ((channel is null) = (state = 'unreachable')),
  check (channel is distinct from 'app' or officer_id is not null)
);
comment on table notices is 'What somebody is told on one channel, written in the transaction of the deed that it tells of, and what became of it.';
comment on column notices.officer_id is 'The officer who is told; null for the applicant of the dossier.';
comment on column notices.channel is 'Null when there is no way to reach them.';
comment on column notices.address is 'Mail address or telephone number; empty in the program itself.';
comment on column notices.state is 'retrying: it failed and will be tried again; given-up: only when somebody sends it again.';
comment on column notices.message_key is 'The message it goes out with, the same at every attempt; notices to one address may share one.';
comment on column notices.provider_id is 'Under which the provider knows the message.';
comment on column notices.due_at is 'When it is to go out, or be tried again.';
comment on column notices.read_at is 'When the officer saw it in the program.';
comment on column notices.sequence is 'Last event of its history applied: each time that somebody had it sent again.';
comment on column notices.once is 'Names a notice that must not be made twice, when a job that makes it may run twice.';
create index notices_by_dossier on notices (dossier_id, created_at);
create index notices_waiting on notices (channel, address) where state in ('queued', 'retrying');
create index notices_unread on notices (officer_id) where channel = 'app' and read_at is null;
create index notices_of_officer on notices (officer_id, id desc) where channel = 'app';
create index notices_given_up on notices (id desc) where state = 'given-up';
create index notices_newest on notices (created_at desc, id desc);
create index notices_by_message on notices (message_key) where message_key is not null;

call guard_rows('notices');
create policy acting_read on notices for select to motcua_app
  using (officer_id = acting_officer() or exists (select from dossiers d where d.id = dossier_id));
create policy acting_add on notices for insert to motcua_app
  with check (exists (select from dossiers d where d.id = dossier_id));
-- Whoever may have a notice sent again, and an officer who has read theirs.
create policy acting_change on notices for update to motcua_app
  using (officer_id = acting_officer()
    or (acting_may('dossier.notify') and exists (select from dossiers d where d.id = dossier_id)));
revoke delete, truncate on notices from motcua_app, motcua_system;
