import { addAccount } from '#foundation/access/accounts/service.ts';
import { hashPassword } from '#foundation/access/passwords/argon2.ts';
import { type Context, inTransaction, readRevisions } from '#foundation/context.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import { addOfficer } from '#foundation/people/officers/service.ts';
import { addHolding } from '#foundation/people/posts/holdings.ts';
import { addPost } from '#foundation/people/posts/service.ts';
import { hasAccounts } from '#foundation/people/store.ts';
import { COMMUNE_POSTS, DEPARTMENT_POSTS, STARTER_POSTS, type StarterPost } from './posts.ts';

/** First day of every starter post and holding; the report describes 2019 and 2020. */
const FROM = '2019-01-01';
/** The organisation whose units get posts. */
const AS_OF = '2020-01-01';
const DECISION = 'Dữ liệu mẫu';

/** A login to hand over, with whose it is. */
export type StarterAccount = { readonly login: string; readonly password: string; readonly who: string };

type Options = {
  /** The first password of a login; null leaves the account without one, so that nobody can sign in. */
  readonly passwordFor: (login: string) => string | null;
};

/**
 * Posts for the units of the starter organisation, and one made-up holder with an account per kind of work in An Hòa
 * and at the district. Everybody chooses a password of their own at the first sign-in. Does nothing and returns an
 * empty list when there are accounts already. The starter organisation is loaded before.
 */
export async function loadStarterPeople(ctx: Context, options: Options): Promise<readonly StarterAccount[]> {
  if (await hasAccounts(ctx.db)) return [];
  const fresh = { ...ctx, revisions: await readRevisions(ctx.db) };
  const tree = await organisationOn(fresh, AS_OF);
  const units = new Map([...tree.units.values()].map((unit) => [unit.code, unit]));
  const posts = [...STARTER_POSTS, ...vacantPosts([...units.values()])];
  const passwords = await hashAll(posts, options);
  return inTransaction(fresh, async (tx) => {
    const accounts: StarterAccount[] = [];
    for (const post of posts) {
      const unit = units.get(post.unit);
      if (!unit) throw new Error(`The starter organisation has no unit ${post.unit}`);
      const password = await loadPost(tx, { post, unit, passwords });
      if (post.holder && password !== null) {
        const who = `${post.holder.name}: ${post.title}, ${unit.name}`;
        accounts.push({ login: post.holder.login, password, who });
      }
    }
    return accounts;
  });
}

type Password = { readonly password: string | null; readonly hash: string | null };

type PostToLoad = {
  readonly post: StarterPost;
  readonly unit: Unit;
  readonly passwords: ReadonlyMap<string, Password>;
};

async function loadPost(ctx: Context, { post, unit, passwords }: PostToLoad): Promise<string | null> {
  const { title, roles, holder } = post;
  const postId = await addPost(ctx, { unitId: unit.id, title, roles, from: FROM });
  if (!holder) return null;
  const officerId = await addOfficer(ctx, { fullName: holder.name, phone: '', email: '', note: DECISION });
  await addHolding(ctx, { postId, officerId, from: FROM, decision: DECISION });
  const { password, hash } = passwords.get(holder.login) ?? { password: null, hash: null };
  await addAccount(ctx, { officerId, login: holder.login, passwordHash: hash, expiresAt: null });
  return password;
}

/** Posts for communes and departments that have none of a role, so that every process finds somebody to wait for. */
function vacantPosts(units: readonly Unit[]): readonly StarterPost[] {
  return units.flatMap((unit) => usualPosts(unit).map((post) => ({ ...post, unit: unit.code })));
}

function usualPosts(unit: Unit): readonly Omit<StarterPost, 'unit'>[] {
  const named = STARTER_POSTS.filter((post) => post.unit === unit.code);
  const isMissing = (post: Omit<StarterPost, 'unit'>) =>
    post.roles.some((role) => named.every(({ roles }) => !roles.includes(role)));
  if (unit.kind === 'people-committee' && unit.level === 'commune') return COMMUNE_POSTS.filter(isMissing);
  return unit.kind === 'department' ? DEPARTMENT_POSTS.filter(isMissing) : [];
}

async function hashAll(
  posts: readonly StarterPost[],
  { passwordFor }: Options,
): Promise<ReadonlyMap<string, Password>> {
  const logins = posts.flatMap(({ holder }) => (holder ? [holder.login] : []));
  const entries = logins.map(async (login) => {
    const password = passwordFor(login);
    const hash = password === null ? null : await hashPassword(password);
    return [login, { password, hash }] as const;
  });
  return new Map(await Promise.all(entries));
}
