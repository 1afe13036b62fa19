-- The second step of signing in: codes of an app, passkeys, recovery; and who must have one.

create table totp_secrets (
  account_id bigint primary key references accounts,
  sealed_secret text not null,
  last_step bigint not null,
  failures integer not null default 0,
  confirmed_at timestamptz not null
);
comment on table totp_secrets is 'Secrets of authenticator apps (RFC 6238), confirmed by a code before they count. One for each account.';
comment on column totp_secrets.sealed_secret is 'Encrypted with a key outside the database.';
comment on column totp_secrets.last_step is 'The last time step whose code was taken: each code counts once.';
comment on column totp_secrets.failures is 'Wrong codes in a row; at a hundred the app no longer opens the account (NIST SP 800-63B, 3.2.2).';

create table recovery_codes (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts,
  code_index bytea not null,
  used_at timestamptz,
  unique (account_id, code_index)
);
comment on table recovery_codes is 'Codes on paper for whoever has lost the telephone; each opens once.';
comment on column recovery_codes.code_index is 'HMAC of the code with a key outside the database.';

create table passkeys (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts,
  name text not null,
  credential_id text not null unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
comment on table passkeys is 'WebAuthn credentials of officers; the private halves never leave their devices.';
comment on column passkeys.sign_count is 'Count of the authenticator at its last use; one that goes back is a copy and is refused.';
create index passkeys_by_account on passkeys (account_id);

create table used_challenges (
  challenge text primary key,
  expires_at timestamptz not null
);
comment on table used_challenges is 'WebAuthn challenges that were answered, until they run out by themselves: each is answered once.';

create table half_sign_ins (
  token_hash bytea primary key,
  account_id bigint not null references accounts,
  failures integer not null default 0,
  expires_at timestamptz not null
);
comment on table half_sign_ins is 'Browsers whose password was right and whose second step is to come.';
create index half_sign_ins_by_account on half_sign_ins (account_id);

create table second_factor_policies (
  id bigint primary key check (id = 1),
  required_roles text[] not null,
  sequence integer not null
);
comment on table second_factor_policies is 'One row: which roles work only with a second step of signing in. In force at the next request.';
insert into second_factor_policies (id, required_roles, sequence) values (1, '{}', 0);

create table account_recoveries (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts,
  reason text not null,
  opened_by bigint not null references officers,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by bigint references officers,
  decided_at timestamptz,
  state text not null check (state in ('open', 'confirmed', 'cancelled')),
  check ((state = 'open') = (decided_at is null)),
  check (state <> 'confirmed' or decided_by <> opened_by)
);
comment on table account_recoveries is 'Giving an account back to a person who lost every way into it: one administrator opens, somebody else confirms.';
comment on column account_recoveries.opened_by is 'Officer who opened it.';
comment on column account_recoveries.decided_by is 'Officer who confirmed or cancelled it.';
create unique index account_recoveries_one_open on account_recoveries (account_id) where state = 'open';
