import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import {
  PAGE_SIZE,
  type Party,
  type PostalOrder,
  type PostQuery,
  type TrackingEvent,
  UNDER_WAY,
} from './schema.ts';

type Row = Omit<PostalOrder, 'sender' | 'receiver'> & {
  readonly senderName: string;
  readonly senderPhone: string;
  readonly senderAddress: string;
  readonly senderDistrict: string;
  readonly senderProvince: string;
  readonly receiverName: string;
  readonly receiverPhone: string;
  readonly receiverAddress: string;
  readonly receiverDistrict: string;
  readonly receiverProvince: string;
};

const SOURCE = sql`select o.*, d.number as dossier_number, d.title as dossier_title
  from postal_orders o join dossiers d on d.id = o.dossier_id`;

function orderOf(row: Row): PostalOrder {
  const { senderName, senderPhone, senderAddress, senderDistrict, senderProvince, ...afterSender } = row;
  const { receiverName, receiverPhone, receiverAddress, receiverDistrict, receiverProvince, ...rest } =
    afterSender;
  return {
    ...rest,
    sender: {
      name: senderName,
      phone: senderPhone,
      address: senderAddress,
      district: senderDistrict,
      province: senderProvince,
    },
    receiver: {
      name: receiverName,
      phone: receiverPhone,
      address: receiverAddress,
      district: receiverDistrict,
      province: receiverProvince,
    },
  };
}

/** One order; with `lock` its row is held until the transaction ends. */
export async function readOrder(
  db: Database,
  by: { readonly id: number } | { readonly number: string },
  how: 'read' | 'lock' = 'read',
): Promise<PostalOrder | null> {
  const which = 'id' in by ? sql`o.id = ${by.id}` : sql`o.number = ${by.number}`;
  const lock = how === 'lock' ? sql`for update of o` : sql``;
  const { rows } = await sql<Row>`${SOURCE} where ${which} ${lock}`.execute(db);
  return rows[0] ? orderOf(rows[0]) : null;
}

/** The same if the dossier is one of those units'. */
export async function readOrderOf(db: Database, id: number, units: Units): Promise<PostalOrder | null> {
  const { rows } = await sql<Row>`${SOURCE} where o.id = ${id} and ${ofUnits(units)}`.execute(db);
  return rows[0] ? orderOf(rows[0]) : null;
}

/** Orders of a dossier, newest first. */
export async function readOrdersOf(db: Database, dossierId: number): Promise<readonly PostalOrder[]> {
  const { rows } = await sql<Row>`${SOURCE} where o.dossier_id = ${dossierId} order by o.id desc`.execute(db);
  return rows.map(orderOf);
}

/** Units whose dossiers somebody may read; null stands for all. The rows that the server shows are those of any right. */
type Units = readonly number[] | null;

function ofUnits(units: Units): RawBuilder<unknown> {
  if (units === null) return sql`true`;
  return sql`exists (select from dossier_units u where u.dossier_id = d.id and u.unit_id = any(${[...units]}::bigint[]))`;
}

function filter({ q, state, direction, unit }: PostQuery, units: Units): RawBuilder<unknown> {
  const wanted = q.toUpperCase();
  const parts = [
    ofUnits(units),
    ...(q === '' ? [] : [sql`(d.number = ${wanted} or o.number = ${wanted} or o.tracking_code = ${wanted})`]),
    ...(state === '' ? [] : [sql`o.state = any(${state === 'open' ? [...UNDER_WAY] : [state]}::text[])`]),
    ...(direction === '' ? [] : [sql`o.direction = ${direction}`]),
    ...(unit === null ? [] : [sql`o.unit_id = ${unit}`]),
  ];
  return sql.join(parts, sql` and `);
}

/** Orders of dossiers that the officer sees, newest first. */
export async function readOrders(
  db: Database,
  query: PostQuery,
  { units, limit = PAGE_SIZE }: { readonly units: Units; readonly limit?: number },
): Promise<readonly PostalOrder[]> {
  const { rows } = await sql<Row>`${SOURCE} where ${filter(query, units)}
    order by o.created_at desc, o.id desc limit ${limit} offset ${(query.page - 1) * PAGE_SIZE}`.execute(db);
  return rows.map(orderOf);
}

/** Beyond it a list says "more than". */
export const COUNT_BOUND = 10_000;

export async function countOrders(db: Database, query: PostQuery, units: Units): Promise<number> {
  const { rows } = await sql<{ readonly total: number }>`
    select count(*)::int as total from (
      select from postal_orders o join dossiers d on d.id = o.dossier_id where ${filter(query, units)} limit ${COUNT_BOUND}
    ) b`.execute(db);
  return rows[0]?.total ?? 0;
}

/** What a unit has for the courier: orders that the post has not taken along, in the order in which they were made. */
export async function readForCourier(db: Database, unitId: number): Promise<readonly PostalOrder[]> {
  const { rows } = await sql<Row>`${SOURCE}
    where o.unit_id = ${unitId} and o.state = 'created' and o.direction = 'to-applicant' order by o.id limit 500`.execute(
    db,
  );
  return rows.map(orderOf);
}

/** What of a dossier an order needs. */
export type SendableDossier = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** To the counter, which has not yet said that it has the papers. */
  readonly isOnItsWay: boolean;
  readonly receivingUnitId: number;
  readonly fullName: string;
  readonly phone: string;
  readonly address: string;
};

export async function readSendable(db: Database, number: string): Promise<SendableDossier | null> {
  const { rows } = await sql<SendableDossier>`
    select d.id, d.number, d.title, d.state, d.receiving_unit_id, p.full_name, p.phone, p.address,
      exists (select from dossier_work w where w.dossier_id = d.id and w.unit_id = d.receiving_unit_id
        and w.custody = 'handed') as is_on_its_way
    from dossiers d join dossier_parties p on p.dossier_id = d.id and p.role = 'applicant'
    where d.number = ${number}`.execute(db);
  return rows[0] ?? null;
}

/** How many orders a dossier has had in a direction. Whoever makes one holds the dossier. */
export async function countAttempts(
  db: Database,
  dossierId: number,
  direction: PostalOrder['direction'],
): Promise<number> {
  await sql`select from dossiers where id = ${dossierId} for update`.execute(db);
  const { rows } = await sql<{ readonly last: number }>`
    select coalesce(max(attempt), 0)::int as last from postal_orders
    where dossier_id = ${dossierId} and direction = ${direction}`.execute(db);
  return rows[0]?.last ?? 0;
}

export type NewOrder = Pick<
  PostalOrder,
  | 'number'
  | 'dossierId'
  | 'unitId'
  | 'direction'
  | 'attempt'
  | 'sender'
  | 'receiver'
  | 'content'
  | 'note'
  | 'codAmount'
  | 'createdBy'
  | 'createdAt'
>;

export async function insertOrder(db: Database, { sender, receiver, ...order }: NewOrder): Promise<number> {
  const { id } = await db
    .insertInto('postalOrders')
    .values({
      ...order,
      ...ends(sender, receiver),
      state: 'created',
      stateAt: order.createdAt,
      sequence: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function ends(sender: Party, receiver: Party) {
  return {
    senderName: sender.name,
    senderPhone: sender.phone,
    senderAddress: sender.address,
    senderDistrict: sender.district,
    senderProvince: sender.province,
    receiverName: receiver.name,
    receiverPhone: receiver.phone,
    receiverAddress: receiver.address,
    receiverDistrict: receiver.district,
    receiverProvince: receiver.province,
  };
}

export type OrderChange = Partial<
  Pick<
    PostalOrder,
    | 'state'
    | 'stateAt'
    | 'acceptedAt'
    | 'deliveredAt'
    | 'failedAt'
    | 'cost'
    | 'trackingCode'
    | 'registeredAt'
    | 'problem'
    | 'failure'
  >
> & { readonly sequence?: number };

export async function updateOrder(db: Database, id: number, change: OrderChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db.updateTable('postalOrders').set(change).where('id', '=', id).execute();
}

export type NewEvent = TrackingEvent & {
  readonly orderId: number;
  readonly providerEvent: string;
  readonly code: string;
  readonly receivedAt: Date;
};

/** Keeps what the post says of an order; false when it has said so before. */
export async function insertEvent(db: Database, event: NewEvent): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('postalEvents')
    .values(event)
    .onConflict((conflict) => conflict.column('providerEvent').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** What the post has said of an order, oldest first. */
export async function readEvents(db: Database, orderId: number): Promise<readonly TrackingEvent[]> {
  return db
    .selectFrom('postalEvents')
    .select(['label', 'place', 'note', 'at'])
    .where('orderId', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Of the parcels of a dossier numbers, states, times and amounts stay. */
export async function eraseOrdersOf(db: Database, dossierId: number, name: string): Promise<void> {
  await sql`
    update postal_orders set sender_name = ${name}, sender_phone = '', sender_address = '', sender_district = '',
      sender_province = '', receiver_name = ${name}, receiver_phone = '', receiver_address = '', receiver_district = '',
      receiver_province = '', content = '', note = '', failure = '', problem = ''
    where dossier_id = ${dossierId}`.execute(db);
  await sql`
    update postal_events set place = '', note = ''
    where order_id in (select id from postal_orders where dossier_id = ${dossierId})`.execute(db);
}
