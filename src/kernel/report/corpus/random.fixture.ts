/** Chance that comes out the same for the same seed, so that a report of the corpus can be written again. */
export type Random = {
  /** A whole number from `least` to `most`, both possible. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  /** At most `count` of a list, in a new order. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
};

export function randomFrom(seed: number): Random {
  const next = generator(seed);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const shuffled = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    const taken: T[] = [];
    while (rest.length > 0) taken.push(...rest.splice(between(0, rest.length - 1), 1));
    return taken;
  };
  return {
    between,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const chosen = list[between(0, list.length - 1)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    shuffled,
    some: (list, count) => shuffled(list).slice(0, count),
  };
}

/** Numbers from 0 to 1, without 1 (the generator called mulberry32). */
function generator(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A total in so many parts of at least one each. */
export function partsOf(total: number, count: number, random: Random): number[] {
  const cuts = new Set<number>();
  while (cuts.size < count - 1) cuts.add(random.between(1, total - 1));
  const edges = [0, ...[...cuts].sort((a, b) => a - b), total];
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
}
