-- Who vouches for the log from outside, and what its nightly check found.
-- row-level security: none of these is unit-scoped; log_recipients has mail addresses and is read and written by the
-- system and by administrators alone.

create table log_cosignatures (
  size bigint not null references log_checkpoints,
  witness text not null,
  key_id text not null,
  line text not null,
  cosigned_at timestamptz not null,
  primary key (size, witness, key_id)
);
comment on table log_cosignatures is 'Signatures of witnesses under signed states of the log (C2SP cosignature/v1). Append-only.';
comment on column log_cosignatures.witness is 'Name of the witness''s key.';
comment on column log_cosignatures.key_id is 'Eight hexadecimal digits by which the signature names the key.';
comment on column log_cosignatures.line is 'The line as it stands under the published note.';
comment on column log_cosignatures.cosigned_at is 'When the witness says that it signed, in whole seconds.';
create index log_cosignatures_newest on log_cosignatures (witness, key_id, size desc);

create table log_recipients (
  id bigint generated always as identity primary key,
  address text not null unique,
  added_at timestamptz not null,
  sent_size bigint,
  sent_at timestamptz
);
comment on table log_recipients is 'Mail addresses that are sent each day''s signed state of the log, so that somebody outside keeps it.';
comment on column log_recipients.sent_size is 'Entries in the state that was sent last; null before the first letter.';

create table log_verifications (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= started_at),
  entries bigint not null,
  finding_count integer not null check (finding_count >= 0),
  findings jsonb not null
);
comment on table log_verifications is 'Each check of the whole log against everything it speaks of, and what it found. Append-only.';
comment on column log_verifications.findings is 'List of {where, sentence}, the first thousand.';

revoke update, delete, truncate on log_cosignatures, log_verifications from motcua_app;
create trigger log_cosignatures_append_only before update or delete on log_cosignatures
  for each row execute function refuse_change();
create trigger log_verifications_append_only before update or delete on log_verifications
  for each row execute function refuse_change();
create trigger log_cosignatures_no_truncate before truncate on log_cosignatures
  for each statement execute function refuse_change();
create trigger log_verifications_no_truncate before truncate on log_verifications
  for each statement execute function refuse_change();

comment on table log_alarms is 'What is wrong with the log. A smaller or forked tree stops all writing until somebody settles it with a reason; damage that the nightly check finds is shown to everybody and stops nothing.';
