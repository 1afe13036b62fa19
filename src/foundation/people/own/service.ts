import { requireActor } from '#foundation/access/authorise.ts';
import type { OwnSession } from '#foundation/access/sessions/schema.ts';
import { ownSessions } from '#foundation/access/sessions/service.ts';
import type { Context } from '#foundation/context.ts';
import type { Officer } from '../officers/schema.ts';
import { existingOfficer } from '../officers/details/service.ts';
import { type NamedSubstitution, readNamedSubstitutions } from '../posts/details/store.ts';
import { readAccountOf } from '#foundation/access/accounts/store.ts';

/** What a person sees of themselves. */
export type OwnAccount = {
  readonly officer: Officer;
  readonly login: string;
  /** Who acts, or will act, in the posts the person holds. */
  readonly substitutions: readonly NamedSubstitution[];
  readonly sessions: readonly OwnSession[];
};

/** The signed-in person's own data, substitutes and sessions. */
export async function ownAccount(ctx: Context, token: string): Promise<OwnAccount> {
  const actor = requireActor(ctx);
  const officer = await existingOfficer(ctx, actor.officerId);
  const account = await readAccountOf(ctx.db, actor.officerId);
  const held = actor.posts.filter(({ substitutesFor }) => substitutesFor === null);
  const all = await Promise.all(held.map(({ postId }) => readNamedSubstitutions(ctx.db, postId)));
  const substitutions = all.flat().filter(({ validTo }) => validTo > ctx.now);
  const sessions = await ownSessions(ctx, token);
  return { officer, login: account?.login ?? '', substitutions, sessions };
}
