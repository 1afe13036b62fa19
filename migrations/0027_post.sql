-- Papers and results that go by post, both ways: orders, what the post says of them, and how its words are understood.
-- Row-level security: postal_orders and postal_events through their dossier (dossier_units); postal_cursor is the system's
-- alone; postal_statuses are everybody's.

create table postal_statuses (
  id bigint generated always as identity primary key,
  code text not null unique check (code <> ''),
  label text not null check (label <> ''),
  state text check (state in ('accepted', 'in-transit', 'delivered', 'failed', 'returned', 'cancelled')),
  sequence integer not null
);
comment on table postal_statuses is 'What the codes of the post mean here. The post changes them without asking, so they are data.';
comment on column postal_statuses.label is 'In the words of the post.';
comment on column postal_statuses.state is 'What becomes of an order with it; null: only shown.';
comment on column postal_statuses.sequence is 'Last event of its history applied.';
insert into postal_statuses (code, label, state, sequence) values
  ('10', 'Đã xóa đơn hàng', 'cancelled', 0),
  ('20', 'Đã chuyển cho bưu cục', null, 0),
  ('60', 'Hủy đơn hàng', 'cancelled', 0),
  ('61', 'Báo hủy', null, 0),
  ('62', 'Đã nhận báo hủy', 'cancelled', 0),
  ('70', 'Bưu cục đã nhận', 'accepted', 0),
  ('80', 'Đang vận chuyển', 'in-transit', 0),
  ('91', 'Đã đi phát nhưng không thành công', 'failed', 0),
  ('100', 'Đã phát thành công', 'delivered', 0),
  ('110', 'Bưu tá đã thu tiền của người nhận', null, 0),
  ('120', 'Tiền thu hộ đã trả người gửi', null, 0),
  ('161', 'Chuyển hoàn không thành công', 'failed', 0),
  ('170', 'Đã chuyển hoàn', 'returned', 0);

create table postal_orders (
  id bigint generated always as identity primary key,
  number text not null unique,
  dossier_id bigint not null references dossiers,
  unit_id bigint not null references units,
  direction text not null check (direction in ('to-applicant', 'from-applicant')),
  attempt integer not null check (attempt > 0),
  state text not null check (state in ('created', 'accepted', 'in-transit', 'delivered', 'failed', 'returned', 'cancelled')),
  state_at timestamptz not null,
  sender_name text not null,
  sender_phone text not null,
  sender_address text not null,
  sender_district text not null,
  sender_province text not null,
  receiver_name text not null,
  receiver_phone text not null,
  receiver_address text not null,
  receiver_district text not null,
  receiver_province text not null,
  content text not null,
  note text not null default '',
  cod_amount bigint not null default 0 check (cod_amount >= 0),
  cost bigint check (cost >= 0),
  tracking_code text,
  registered_at timestamptz,
  problem text not null default '',
  accepted_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  failure text not null default '',
  created_by bigint not null references officers,
  created_at timestamptz not null,
  sequence integer not null,
  unique (dossier_id, direction, attempt)
);
comment on table postal_orders is 'Parcels of a dossier handed to the post: papers from the applicant, results to them.';
comment on column postal_orders.number is 'By which the post knows the order: the number of the dossier, with a suffix from the second order on.';
comment on column postal_orders.attempt is 'First, second, … order of the dossier in this direction.';
comment on column postal_orders.state_at is 'When the post says that it came into this state.';
comment on column postal_orders.content is 'What is inside, as the label says.';
comment on column postal_orders.cod_amount is 'What the receiver pays on delivery, in dong.';
comment on column postal_orders.cost is 'What the post charges, in dong; null while it has not said.';
comment on column postal_orders.registered_at is 'When the service of the post took the order; null where it is handed over by hand alone.';
comment on column postal_orders.problem is 'Why the service of the post did not take it.';
comment on column postal_orders.sequence is 'Last event of its history applied.';
create unique index postal_orders_open on postal_orders (dossier_id, direction) where state in ('created', 'accepted', 'in-transit', 'failed');
create index postal_orders_by_unit on postal_orders (unit_id, created_at desc);
create index postal_orders_newest on postal_orders (created_at desc, id desc);

create table postal_events (
  id bigint generated always as identity primary key,
  order_id bigint not null references postal_orders,
  provider_event text not null unique,
  code text not null,
  label text not null,
  place text not null default '',
  note text not null default '',
  at timestamptz not null,
  received_at timestamptz not null
);
comment on table postal_events is 'Everything that the post has said of an order.';
comment on column postal_events.provider_event is 'By which the post knows the event: the same one read a second time changes nothing.';
create index postal_events_by_order on postal_events (order_id, at);

create table postal_cursor (
  only_row boolean primary key default true check (only_row),
  last_id text not null,
  read_at timestamptz not null
);
comment on table postal_cursor is 'How far the events of the post have been read.';

call guard_rows('postal_orders');
create policy acting_read on postal_orders for select to motcua_app
  using (exists (select from dossiers d where d.id = dossier_id));
create policy acting_write on postal_orders to motcua_app
  using (acting_account() is not null and acting_may('dossier.post') and unit_id = any (acting_units())
    and exists (select from dossiers d where d.id = dossier_id));
call guard_rows('postal_events');
create policy acting_read on postal_events for select to motcua_app
  using (exists (select from postal_orders o where o.id = order_id));
create policy acting_write on postal_events for insert to motcua_app
  with check (acting_account() is not null and exists (select from postal_orders o where o.id = order_id));
call guard_rows('postal_cursor');
revoke delete, truncate on postal_orders, postal_events, postal_cursor, postal_statuses from motcua_app, motcua_system;
