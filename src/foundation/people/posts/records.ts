import type { Declaration } from '#foundation/history/replayed.ts';
import { replayPost } from './replay.ts';

/** A post with everybody who holds or held it and everybody who stands in. */
export const postRecords: Declaration = {
  stream: 'post',
  name: 'Vị trí',
  tables: {
    posts: { owner: 'id', key: 'id', unproven: {} },
    post_holdings: { owner: 'post_id', key: 'id', unproven: {} },
    substitutions: { owner: 'post_id', key: 'id', unproven: {} },
  },
  label: ({ id, title }) => `${String(id)} (${String(title)})`,
  replay: (id, events) => {
    const { post, holdings, substitutions } = replayPost(id, events);
    if (post === null) throw new Error('A post begins with its creation');
    // The order in which roles were ticked is kept in the row, too.
    const roles = events.findLast(({ payload }) => 'roles' in payload)?.payload['roles'];
    return { posts: [{ ...post, roles }], post_holdings: holdings, substitutions };
  },
};
