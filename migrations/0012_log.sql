-- The verifiable log (RFC 6962): every event of the history becomes an entry that the public can check and that nobody
-- can change, take away or add afterwards without being found out.

create table log_pending (
  event_id bigint primary key references history_events,
  salt bytea not null check (length(salt) = 16),
  leaf bytea not null
);
comment on table log_pending is 'Entries written with their event in one transaction that wait for their place in the log, about a second.';
comment on column log_pending.salt is 'What keeps the commitments of the leaf from being guessed. Erased together with personal data.';
comment on column log_pending.leaf is 'The entry as it is published: canonical JSON with salted commitments, no personal data.';

create table log_entries (
  index bigint primary key check (index >= 0),
  event_id bigint not null unique references history_events,
  salt bytea,
  leaf bytea not null
);
comment on table log_entries is 'The log: entries in their final order, from 0 without gaps, append-only.';
comment on column log_entries.salt is 'Null once the personal data of the event have been erased; the entry and every proof stay valid.';

create table log_tiles (
  level integer not null check (level between 0 and 63),
  index bigint not null check (index >= 0),
  hashes bytea not null check (length(hashes) % 32 = 0),
  primary key (level, index)
);
comment on table log_tiles is 'Hashes of the tree over the log in tiles of up to 256 (C2SP tlog-tiles); follow from log_entries.';

create table log_checkpoints (
  size bigint primary key check (size >= 0),
  root bytea not null check (length(root) = 32),
  note text not null,
  signed_at timestamptz not null
);
comment on table log_checkpoints is 'What the signer has signed: so many entries with this root. Append-only.';
comment on column log_checkpoints.note is 'The signed note (C2SP checkpoint) as it is published.';

create table log_alarms (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('smaller', 'forked', 'damaged')),
  sentence text not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_reason text
);
comment on table log_alarms is 'The signer has refused to sign: the database is older than what was signed, or another one. Until somebody settles it with a reason, nothing may be written.';

revoke update, delete, truncate on log_entries, log_checkpoints from motcua_app;
revoke update, truncate on log_pending from motcua_app;
revoke delete, truncate on log_tiles, log_alarms from motcua_app;
create trigger log_entries_append_only before delete on log_entries for each row execute function refuse_change();
create trigger log_entries_no_truncate before truncate on log_entries for each statement execute function refuse_change();
create trigger log_checkpoints_append_only before update or delete on log_checkpoints
  for each row execute function refuse_change();
create trigger log_checkpoints_no_truncate before truncate on log_checkpoints
  for each statement execute function refuse_change();
