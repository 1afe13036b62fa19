-- Officers, the posts they hold in units, their logins and sessions.

create table officers (
  id bigint generated always as identity primary key,
  full_name text not null,
  folded_name text not null,
  phone text not null default '',
  email text not null default '',
  note text not null default '',
  sequence integer not null
);
comment on table officers is 'Persons who hold or held posts: officials, civil servants, employees.';
comment on column officers.folded_name is 'Name without diacritics in lower case, for searching.';
comment on column officers.sequence is 'Last event of its history applied.';

create table posts (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  title text not null,
  roles text[] not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  sequence integer not null
);
comment on table posts is 'Job positions in a unit. Rights belong to the post and so to whoever holds it now.';
comment on column posts.roles is 'What the post may do: one-stop, specialist, unit-leader, chairman, records-clerk, home-affairs, it-administrator, inspector.';
comment on column posts.sequence is 'Last event of its history applied; holdings and substitutions are part of that history.';
create index posts_by_unit on posts (unit_id);

create table post_holdings (
  id bigint generated always as identity primary key,
  post_id bigint not null references posts,
  officer_id bigint not null references officers,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  decision text not null default '',
  constraint post_holdings_one_holder exclude using gist (post_id with =, tstzrange(valid_from, valid_to) with &&)
);
comment on table post_holdings is 'Who held which post when, one person at a time. Ending a holding takes the rights away at once.';
comment on column post_holdings.decision is 'Number of the deciding document.';
create index post_holdings_by_officer on post_holdings (officer_id);
create index post_holdings_by_post on post_holdings (post_id);

create table substitutions (
  id bigint generated always as identity primary key,
  post_id bigint not null references posts,
  substitute_id bigint not null references officers,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  reason text not null,
  constraint substitutions_one_at_a_time exclude using gist (post_id with =, tstzrange(valid_from, valid_to) with &&)
);
comment on table substitutions is 'A person acts in a post while its holder is absent, one person at a time; deeds are recorded under the substitute.';
create index substitutions_by_substitute on substitutions (substitute_id);
create index substitutions_by_post on substitutions (post_id);

create table accounts (
  id bigint generated always as identity primary key,
  officer_id bigint not null unique references officers,
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9.-]*$'),
  password_hash text,
  must_change_password boolean not null default true,
  password_expires_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  sequence integer not null
);
comment on table accounts is 'Logins of officers.';
comment on column accounts.password_hash is 'Argon2id in PHC form; null until a first password is set.';
comment on column accounts.must_change_password is 'The person chooses a password of their own before anything else.';
comment on column accounts.password_expires_at is 'Until when a one-time password given by an administrator opens the account; null when it does not run out.';
comment on column accounts.sequence is 'Last event of its history applied.';

create table login_attempts (
  id bigint generated always as identity primary key,
  login text not null,
  address text not null,
  outcome text not null check (outcome in ('refused', 'succeeded', 'throttled')),
  at timestamptz not null
);
comment on table login_attempts is 'For throttling by login and by address; swept after 30 days.';
comment on column login_attempts.outcome is 'Refused until the password proved right; throttled attempts were not checked and do not count against anybody.';
create index login_attempts_by_login on login_attempts (login, at);
create index login_attempts_by_address on login_attempts (address, at);
create index login_attempts_by_time on login_attempts (at);

create table sessions (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  account_id bigint not null references accounts,
  post_id bigint,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null default '',
  user_agent text not null default ''
);
comment on table sessions is 'Signed-in browsers. The cookie holds a random token; only its hash is stored.';
comment on column sessions.post_id is 'Post in whose name the person works now, among those they hold.';
comment on column sessions.seen_at is 'Last use, exact to a few minutes; a session unused for twelve hours is over.';
comment on column sessions.expires_at is 'End whatever the use: seven days after signing in.';
create index sessions_by_account on sessions (account_id);
