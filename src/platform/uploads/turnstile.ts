/** Lets so many through at once: each of an owner, and all together. */
export type Turnstile = {
  /** A way out that must be used once, or null when there are too many inside. */
  readonly enter: (owner: string) => (() => void) | null;
};

export function createTurnstile(limits: { readonly account: number; readonly process: number }): Turnstile {
  const inside = new Map<string, number>();
  let total = 0;
  return {
    enter: (owner) => {
      const own = inside.get(owner) ?? 0;
      if (own >= limits.account || total >= limits.process) return null;
      inside.set(owner, own + 1);
      total += 1;
      let isInside = true;
      return () => {
        if (!isInside) return;
        isInside = false;
        total -= 1;
        const left = (inside.get(owner) ?? 1) - 1;
        if (left === 0) inside.delete(owner);
        else inside.set(owner, left);
      };
    },
  };
}
