import type pg from 'pg';
import { addAccount } from '#foundation/access/accounts/service.ts';
import { type Context, inTransaction, systemContext } from '#foundation/context.ts';
import { addOfficer } from '#foundation/people/officers/service.ts';
import { addHolding } from '#foundation/people/posts/holdings.ts';
import type { System } from '#platform/system.ts';
import { actAs } from '#test/cast.ts';
import { openSessionOf } from '#test/session.ts';

type VacantPost = { readonly id: number; readonly title: string; readonly unitId: number };

/** Puts a made-up person with an account into every vacant post of the communes, through the verbs. */
export async function staffCommunes(system: System, superuser: pg.Pool): Promise<void> {
  const { rows } = await superuser.query<VacantPost>(VACANT_POSTS);
  const ctx = await systemContext(system, 'bench');
  await inTransaction(ctx, async (tx) => {
    for (const post of rows) await fillPost(tx, post);
  });
}

const COMMUNES = `select distinct unit_id from unit_versions
  where level = 'commune' and kind = 'people-committee'
    and valid_from <= current_date and (valid_to is null or valid_to > current_date)`;

const VACANT_POSTS = `select p.id::int, p.title, p.unit_id::int as "unitId" from posts p
  where p.unit_id in (${COMMUNES})
    and not exists (select from post_holdings h where h.post_id = p.id)
  order by p.id`;

async function fillPost(tx: Context, { id, title, unitId }: VacantPost): Promise<void> {
  const person = { fullName: `${title} ${unitId}`, phone: '', email: '', note: '' };
  const officerId = await addOfficer(tx, person);
  await addHolding(tx, { postId: id, officerId, from: '2019-01-01', decision: 'Đo hiệu năng' });
  await addAccount(tx, { officerId, login: `bench.${id}`, passwordHash: null, expiresAt: null });
}

/** A post of a commune that somebody can act in. */
export type Seat = { readonly unitId: number; readonly role: string; readonly login: string };

/** One account for every role in every commune, by unit. */
export async function communeSeats(superuser: pg.Pool): Promise<readonly Seat[]> {
  const { rows } = await superuser.query<Seat>(
    `select distinct on (p.unit_id, role) p.unit_id::int as "unitId", role, a.login
     from posts p cross join unnest(p.roles) role
     join post_holdings h on h.post_id = p.id
     join accounts a on a.officer_id = h.officer_id
     where p.unit_id in (${COMMUNES}) order by p.unit_id, role, a.id`,
  );
  return rows;
}

/** The contexts of the ten counters, for clients that take turns at them. */
export async function countersOf(system: System, superuser: pg.Pool): Promise<readonly Context[]> {
  const seats = await communeSeats(superuser);
  const counters = seats.filter((seat) => seat.role === 'one-stop');
  return Promise.all(counters.map((seat) => actAs(system, seat.login)));
}

/** Signs a person in without a password, as of now. Answers the cookie. */
export async function cookieOf(system: System, superuser: pg.Pool, ctx: Context): Promise<string> {
  const token = await openSessionOf({ ...system, superuser }, { ...ctx, now: system.clock() });
  return `motcua_session=${token}`;
}
