-- Fees and charges: what is asked for a dossier, what was collected and by which receipt, what was given back, and what
-- must be in the till at the end of the day. Money is whole đồng.

create table fee_exemptions (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  legal_basis text not null check (legal_basis <> ''),
  percent integer not null check (percent between 1 and 100),
  certainty text not null check (certainty in ('sure', 'likely')),
  note text not null default '',
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  sequence integer not null
);
comment on table fee_exemptions is 'Reasons for which less is charged or nothing, each with its law and the time it holds.';
comment on column fee_exemptions.percent is 'How much of the amount is not charged; 100 means all of it.';
comment on column fee_exemptions.certainty is 'Whether somebody has compared it with the text of the law.';
comment on column fee_exemptions.valid_to is 'First day on which it no longer holds; null while open.';
comment on column fee_exemptions.sequence is 'Last event of its history applied.';

create table payment_accounts (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  bank_bin text not null check (bank_bin ~ '^[0-9]{6}$'),
  bank_name text not null check (bank_name <> ''),
  account_number text not null check (account_number ~ '^[A-Z0-9]{4,19}$'),
  account_name text not null check (account_name <> ''),
  opened_by bigint references officers,
  opened_at timestamptz not null,
  closed_by bigint references officers,
  closed_at timestamptz,
  sequence integer not null,
  check ((closed_at is null) = (closed_by is null))
);
comment on table payment_accounts is 'Bank accounts to which fees of a unit are transferred; at most one open for each unit.';
comment on column payment_accounts.bank_bin is 'Number of the bank in the national switch (NAPAS), six digits.';
comment on column payment_accounts.sequence is 'Last event of its history applied.';
create unique index payment_accounts_open on payment_accounts (unit_id) where closed_at is null;

create table fee_books (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  form text not null,
  symbol text not null check (symbol <> ''),
  digits integer not null default 7 check (digits between 1 and 9),
  first_number integer not null check (first_number > 0),
  last_number integer not null,
  opened_by bigint references officers,
  opened_at timestamptz not null,
  closed_by bigint references officers,
  closed_at timestamptz,
  closing_reason text not null default '',
  sequence integer not null,
  check (last_number >= first_number),
  check ((closed_at is null) = (closed_by is null)),
  exclude using gist (unit_id with =, symbol with =, int4range(first_number, last_number, '[]') with &&)
);
comment on table fee_books is 'Books of receipts for fees and charges: a symbol and a range of numbers, used up in order and without gaps.';
comment on column fee_books.form is 'Number of the printed form, as registered with the tax office.';
comment on column fee_books.digits is 'How many digits a number is written with.';
comment on column fee_books.opened_by is 'Null for books that came with the starter data.';
comment on column fee_books.sequence is 'Last event of its history applied.';

create table payments (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossiers,
  unit_id bigint not null references units,
  origin text not null check (origin in ('reception', 'process', 'counter')),
  node text,
  token integer,
  state text not null check (state in ('open', 'paid', 'nothing', 'cancelled')),
  total bigint not null check (total >= 0),
  note text not null default '',
  asked_by bigint references officers,
  asked_at timestamptz not null,
  settled_at timestamptz,
  cancelled_at timestamptz,
  sequence integer not null,
  check ((node is null) = (token is null)),
  check (state <> 'nothing' or total = 0)
);
comment on table payments is 'What is asked for a dossier at one time: at reception, by a step of its process, or later at the counter.';
comment on column payments.unit_id is 'Unit whose counter collects it.';
comment on column payments.node is 'Element of the process that waits for it, with its token; null when nothing waits.';
comment on column payments.state is 'nothing: all of it is exempt, so nobody pays.';
comment on column payments.settled_at is 'When it was first paid or found to be nothing; the process went on then.';
comment on column payments.sequence is 'Last event of its history applied.';
create index payments_by_dossier on payments (dossier_id);
create index payments_open on payments (unit_id, asked_at) where state = 'open';

create table payment_lines (
  payment_id bigint not null references payments,
  position integer not null,
  name text not null,
  kind text not null check (kind in ('fee', 'charge', 'tax', 'other')),
  explanation text not null default '',
  full_amount bigint not null check (full_amount >= 0),
  amount bigint not null check (amount >= 0),
  exemption_id bigint references fee_exemptions,
  exemption text not null default '',
  primary key (payment_id, position)
);
comment on table payment_lines is 'Lines of a payment: what for, how it was reckoned, and why less than the full amount is charged.';
comment on column payment_lines.exemption is 'Reason in words: of the list, or typed.';

create table payment_collections (
  id bigint generated always as identity primary key,
  payment_id bigint not null references payments,
  unit_id bigint not null references units,
  method text not null check (method in ('cash', 'transfer', 'gateway', 'treasury')),
  amount bigint not null check (amount > 0),
  book_id bigint references fee_books,
  number integer,
  payer text not null default '',
  reference text not null default '',
  paid_on date not null,
  collected_by bigint references officers,
  collected_at timestamptz not null,
  voided_by bigint references officers,
  voided_at timestamptz,
  void_reason text check (void_reason in ('payer', 'amount', 'method', 'misprint', 'not-paid', 'other')),
  void_note text not null default '',
  unique (book_id, number),
  check ((method = 'treasury') = (book_id is null)),
  check ((book_id is null) = (number is null)),
  check (method = 'cash' or reference <> ''),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
);
comment on table payment_collections is 'Money that came in: in cash, by transfer, through a payment gateway, or straight to the State Treasury (then without a receipt of ours).';
comment on column payment_collections.number is 'Number of the receipt in its book; a voided one keeps it.';
comment on column payment_collections.payer is 'Who paid, as the receipt says.';
comment on column payment_collections.reference is 'Number of the bank''s or the Treasury''s transaction.';
comment on column payment_collections.collected_by is 'Null when the gateway reported it.';
create unique index payment_collections_once on payment_collections (payment_id) where voided_at is null;
create index payment_collections_by_till on payment_collections (unit_id, collected_at);

create table payment_refunds (
  id bigint generated always as identity primary key,
  payment_id bigint not null references payments,
  collection_id bigint not null references payment_collections,
  unit_id bigint not null references units,
  amount bigint not null check (amount > 0),
  reason text not null check (reason in ('overcharged', 'exempt', 'withdrawn', 'refused', 'twice', 'other')),
  note text not null default '',
  state text not null check (state in ('proposed', 'approved', 'declined', 'paid')),
  proposed_by bigint not null references officers,
  proposed_at timestamptz not null,
  decided_by bigint references officers,
  decided_at timestamptz,
  decision_note text not null default '',
  number text unique,
  method text check (method in ('cash', 'transfer')),
  reference text not null default '',
  recipient text not null default '',
  paid_by bigint references officers,
  paid_at timestamptz,
  check (decided_by <> proposed_by),
  check ((state = 'proposed') = (decided_by is null)),
  check ((state = 'paid') = (paid_at is not null)),
  check ((state in ('approved', 'paid')) = (number is not null))
);
comment on table payment_refunds is 'Money given back: proposed by one person, approved by another, then paid out by a slip of its own.';
comment on column payment_refunds.number is 'Number of the slip, by unit and year, without gaps; taken with the approval.';
create unique index payment_refunds_once on payment_refunds (collection_id) where state in ('proposed', 'approved');
create index payment_refunds_by_till on payment_refunds (unit_id, paid_at);

create table tills (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  officer_id bigint not null references officers,
  day date not null,
  state text not null check (state in ('counted', 'closed', 'reopened')),
  expected bigint not null,
  counted bigint not null check (counted >= 0),
  explanation text not null default '',
  counted_at timestamptz not null,
  decided_by bigint references officers,
  decided_at timestamptz,
  decision_note text not null default '',
  sequence integer not null,
  unique (unit_id, officer_id, day),
  check (decided_by <> officer_id),
  check (counted = expected or explanation <> ''),
  check (state <> 'closed' or decided_at is not null)
);
comment on table tills is 'The cash of one officer at one counter on one day: what should be there, what was counted, and who else confirmed it.';
comment on column tills.expected is 'Cash collected less cash given back; below zero when more was given back.';
comment on column tills.sequence is 'Last event of its history applied.';

create table gateway_orders (
  id bigint generated always as identity primary key,
  payment_id bigint not null references payments,
  code text not null unique,
  amount bigint not null check (amount > 0),
  url text not null,
  state text not null check (state in ('waiting', 'paid', 'failed')),
  reference text not null default '',
  started_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'waiting') = (finished_at is null))
);
comment on table gateway_orders is 'Payments handed to the payment gateway; what the gateway reports of a code counts once.';
comment on column gateway_orders.url is 'Where the applicant pays.';
create index gateway_orders_by_payment on gateway_orders (payment_id);

-- Row-level security: whoever sees the dossier sees what is paid for it, and so does the unit that collects.
call guard_rows('payments');
create policy acting_read on payments for select to motcua_app
  using (unit_id = any (acting_units()) or exists (select from dossiers d where d.id = dossier_id));
create policy acting_write on payments to motcua_app
  using (acting_account() is not null
    and (unit_id = any (acting_units()) or exists (select from dossiers d where d.id = dossier_id)));
do $$
declare
  part regclass;
begin
  foreach part in array array['payment_lines', 'gateway_orders']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app
      using (exists (select from payments p where p.id = payment_id))', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_account() is not null and exists (select from payments p where p.id = payment_id))', part);
  end loop;
  foreach part in array array['payment_collections', 'payment_refunds']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app
      using (unit_id = any (acting_units()) or exists (select from payments p where p.id = payment_id))', part);
    execute format('create policy acting_write on %s to motcua_app
      using (unit_id = any (acting_units()) and acting_may(''fee.collect'', ''fee.approve''))', part);
  end loop;
end $$;
call guard_rows('fee_books');
create policy acting on fee_books to motcua_app using (unit_id = any (acting_units()));
call guard_rows('tills');
create policy acting on tills to motcua_app using (unit_id = any (acting_units()));

