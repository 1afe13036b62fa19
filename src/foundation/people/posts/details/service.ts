import { refuse } from '#kernel/refusal.ts';
import { authorise, can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { readNamedStream } from '#foundation/history/store.ts';
import { committeeOf, descendantsOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { mentionedIn, type StreamEvents } from '../../history-words.ts';
import { readNames } from '../../store.ts';
import { isHolder } from '../substitutions.ts';
import type { Post } from '../schema.ts';
import { readPost } from '../store.ts';
import {
  type Candidate,
  type NamedHolding,
  type NamedSubstitution,
  readCandidates,
  readNamedHoldings,
  readNamedSubstitutions,
} from './store.ts';

/** A post with everything its page shows. */
export type PostDetails = {
  readonly post: Post;
  readonly holdings: readonly NamedHolding[];
  readonly substitutions: readonly NamedSubstitution[];
  readonly histories: readonly StreamEvents[];
  /** Names of the people the history mentions. */
  readonly names: ReadonlyMap<number, string>;
  /** Whether the actor may change the post and its holders; whether they may appoint a substitute. */
  readonly mayChange: boolean;
  readonly maySubstitute: boolean;
};

/** A post, for whoever may see the people of its unit. */
export async function postDetails(ctx: Context, postId: number): Promise<PostDetails> {
  const post = await existingPost(ctx, postId);
  const actor = await authorise(ctx, 'people.read', post.unitId);
  const holdings = await readNamedHoldings(ctx.db, postId);
  const substitutions = await readNamedSubstitutions(ctx.db, postId);
  const histories = [{ stream: 'post', events: await readNamedStream(ctx.db, 'post', postId) }] as const;
  const names = await readNames(ctx.db, mentionedIn(histories));
  const mayChange = can(actor, 'people.change') && !actor.posts.some((own) => own.postId === postId);
  const maySubstitute = await mayAppointSubstitute(ctx, post);
  return { post, holdings, substitutions, histories, names, mayChange, maySubstitute };
}

/** The post, or a refusal. For forms whose verb authorises. */
export async function existingPost(ctx: Context, postId: number): Promise<Post> {
  return (await readPost(ctx.db, postId)) ?? refuse('missing', 'Không có vị trí này trong hệ thống.');
}

/** Everybody who could be given a post, by name. */
export async function holderCandidates(ctx: Context): Promise<readonly Candidate[]> {
  await authorise(ctx, 'people.change');
  const { officerId } = requireActor(ctx);
  const candidates = await readCandidates(ctx.db, { unitIds: null, now: ctx.now });
  return candidates.filter(({ id }) => id !== officerId);
}

/** Officials of the same People's Committee, who could act in a post; not the actor. */
export async function substituteCandidates(ctx: Context, post: Post): Promise<readonly Candidate[]> {
  if (!(await mayAppointSubstitute(ctx, post))) {
    refuse(
      'forbidden',
      'Chỉ người giữ vị trí, lãnh đạo đơn vị hoặc quản trị hệ thống được cử người làm thay.',
    );
  }
  const tree = await organisationNow(ctx);
  const committee = committeeOf(tree, post.unitId);
  const units = descendantsOf(tree, committee?.id ?? post.unitId);
  const unitIds = units.map((unit) => unit.id);
  const candidates = await readCandidates(ctx.db, { unitIds, now: ctx.now });
  const { officerId } = requireActor(ctx);
  return candidates.filter(({ id }) => id !== officerId);
}

/** Stops who may neither appoint a substitute for a post nor end a substitution. */
export async function assertMaySubstitute(ctx: Context, post: Post): Promise<void> {
  if (await mayAppointSubstitute(ctx, post)) return;
  refuse('forbidden', 'Chỉ người giữ vị trí, lãnh đạo đơn vị hoặc quản trị hệ thống được cử người làm thay.');
}

async function mayAppointSubstitute(ctx: Context, post: Post): Promise<boolean> {
  if (isHolder(requireActor(ctx), post.id)) return true;
  const units = await unitsWith(ctx, 'substitution.appoint');
  return units === null || units.includes(post.unitId);
}
