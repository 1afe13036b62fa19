import { z } from 'zod';
import { ROLES } from '#foundation/access/roles.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import type { Holding, Post, Substitution } from './schema.ts';

/** A post with its holders and substitutes, the latest first. */
export type PostState = {
  readonly post: Post | null;
  readonly holdings: readonly Holding[];
  readonly substitutions: readonly Substitution[];
};

const instant = z.coerce.date<string>();

const created = z.object({
  unitId: z.number(),
  title: z.string(),
  roles: z.array(z.enum(ROLES)),
  validFrom: instant,
});
const changed = created.pick({ title: true, roles: true });
const ended = z.object({ validTo: instant });
const appointed = z.object({
  holdingId: z.number(),
  officerId: z.number(),
  validFrom: instant,
  decision: z.string(),
});
const released = z.object({ holdingId: z.number(), validTo: instant });
const substituted = z.object({
  substitutionId: z.number(),
  substituteId: z.number(),
  validFrom: instant,
  validTo: instant,
  reason: z.string(),
});
const substitutionOver = z.object({ substitutionId: z.number(), validTo: instant });

/** Rebuilds a post from its history alone; what the rows say must equal it. Throws on an event of another release. */
export function replayPost(postId: number, events: readonly HistoryEvent[]): PostState {
  const empty: PostState = { post: null, holdings: [], substitutions: [] };
  return events.reduce((state, event) => apply(postId, state, event), empty);
}

function apply(postId: number, state: PostState, event: HistoryEvent): PostState {
  const { payload, sequence } = event;
  const post = state.post && { ...state.post, sequence };
  switch (event.kind) {
    case 'created':
      return {
        ...state,
        post: { id: postId, ...inRoleOrder(created.parse(payload)), validTo: null, sequence },
      };
    case 'changed':
      return { ...state, post: post && { ...post, ...inRoleOrder(changed.parse(payload)) } };
    case 'ended':
      return { ...state, post: post && { ...post, ...ended.parse(payload) } };
    case 'holder-appointed':
      return { ...state, post, holdings: latestFirst([...state.holdings, holdingOf(postId, payload)]) };
    case 'holder-released': {
      const { holdingId, validTo } = released.parse(payload);
      return { ...state, post, holdings: withEnd(state.holdings, holdingId, validTo) };
    }
    case 'substitute-appointed':
      return {
        ...state,
        post,
        substitutions: latestFirst([...state.substitutions, substitutionOf(postId, payload)]),
      };
    case 'substitution-ended': {
      const { substitutionId, validTo } = substitutionOver.parse(payload);
      return { ...state, post, substitutions: withEnd(state.substitutions, substitutionId, validTo) };
    }
    case 'substitution-cancelled': {
      const { substitutionId } = substitutionOver.pick({ substitutionId: true }).parse(payload);
      return { ...state, post, substitutions: state.substitutions.filter(({ id }) => id !== substitutionId) };
    }
    default:
      throw new Error(`Unknown event of a post: ${event.kind}`);
  }
}

function holdingOf(postId: number, payload: HistoryEvent['payload']): Holding {
  const { holdingId, ...holding } = appointed.parse(payload);
  return { id: holdingId, postId, ...holding, validTo: null };
}

function substitutionOf(postId: number, payload: HistoryEvent['payload']): Substitution {
  const { substitutionId, ...substitution } = substituted.parse(payload);
  return { id: substitutionId, postId, ...substitution };
}

/** Roles are a set; they are read in one order whatever the order in which they were ticked. */
function inRoleOrder<Value extends Pick<Post, 'roles'>>(value: Value): Value {
  return { ...value, roles: ROLES.filter((role) => value.roles.includes(role)) };
}

function withEnd<Period extends { readonly id: number }>(
  periods: readonly Period[],
  id: number,
  validTo: Date,
): readonly Period[] {
  return periods.map((period) => (period.id === id ? { ...period, validTo } : period));
}

function latestFirst<Period extends { readonly validFrom: Date }>(
  periods: readonly Period[],
): readonly Period[] {
  return periods.toSorted((a, b) => b.validFrom.getTime() - a.validFrom.getTime());
}
