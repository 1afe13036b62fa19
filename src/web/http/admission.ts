/** Kinds of requests in the order of precedence: whoever waits in an earlier rank goes in first. */
export type Rank = {
  readonly name: string;
  /** How many of this rank may be inside at once; the rest of the places stays free for others. */
  readonly places: number;
  /** How many may wait at once. */
  readonly queue: number;
  /** For how long one waits at most, in milliseconds; a tenth of it once a queue has stood for longer than that. */
  readonly patience: number;
  /** What one key (an address, a session) may have at once: places, and places and waiting together. */
  readonly perKey: { readonly places: number; readonly all: number };
};

export type Limits = {
  /** How many may be inside at once, of all ranks together. */
  readonly places: number;
  readonly ranks: readonly Rank[];
  /** Milliseconds after which a place is given on although its holder is still there: a long download, a slow body. */
  readonly lease: number;
  /** How many may be there beyond their lease at once; while there are as many, places are kept. */
  readonly overstaying: number;
};

/** Somebody at the door. `isGone` tells that nobody waits for the answer any more. */
export type Visit = { readonly rank: number; readonly key: string; readonly isGone?: () => boolean };

/** `own`: too many of the same key; `full`, `late`: too many of all; `closed`: nobody comes in. */
export type Refusal = 'own' | 'full' | 'late' | 'closed' | 'gone';

export type Entry =
  | { readonly kind: 'inside'; readonly leave: () => void }
  | { readonly kind: 'refused'; readonly why: Refusal };

export type RankCounts = {
  readonly name: string;
  readonly inside: number;
  readonly waiting: number;
  readonly admitted: number;
  readonly refused: number;
};

export type Admission = {
  /** Why a visit would be sent away at once; null when it would come in or may wait. */
  readonly refusal: (visit: Visit) => Refusal | null;
  /** A place, at once or after waiting. Its holder leaves exactly once; more often does no harm. */
  readonly enter: (visit: Visit) => Entry | Promise<Entry>;
  /** From now on nobody comes in (true), or all as before. */
  readonly setClosed: (isClosed: boolean) => void;
  readonly isClosed: () => boolean;
  readonly counts: () => readonly RankCounts[];
};

type Waiter = { readonly visit: Visit; readonly since: number; readonly settle: (entry: Entry) => void };
type Line = {
  readonly rank: Rank;
  readonly waiters: Waiter[];
  /** Since when somebody has been waiting without a break. */
  standingSince: number;
  inside: number;
  admitted: number;
  refused: number;
};
type Pass = { readonly since: number; readonly line: Line; readonly key: string; isPlaceHeld: boolean };
type Own = { places: number; all: number };
type State = {
  readonly limits: Limits;
  readonly lines: readonly Line[];
  readonly owns: Map<string, Own>;
  readonly passes: Set<Pass>;
  inside: number;
  isClosed: boolean;
  isTicking: boolean;
};

const TICK_MS = 20;

/**
 * Lets so many requests in at once and keeps the others waiting outside, by rank, for a short time and in bounded
 * number. A process works on one thing at a time anyway; what waits out here can be put in order and sent away cheaply.
 */
export function createAdmission(limits: Limits): Admission {
  const state: State = {
    limits,
    lines: limits.ranks.map((rank) => ({
      rank,
      waiters: [],
      standingSince: 0,
      inside: 0,
      admitted: 0,
      refused: 0,
    })),
    owns: new Map(),
    passes: new Set(),
    inside: 0,
    isClosed: false,
    isTicking: false,
  };
  return {
    refusal: (visit) => refusalOf(state, visit),
    enter: (visit) => enter(state, visit),
    setClosed: (isClosed) => {
      state.isClosed = isClosed;
    },
    isClosed: () => state.isClosed,
    counts: () =>
      state.lines.map(({ rank: { name }, inside, waiters, admitted, refused }) => ({
        name,
        inside,
        waiting: waiters.length,
        admitted,
        refused,
      })),
  };
}

function refusalOf(state: State, visit: Visit): Refusal | null {
  const line = lineOf(state, visit);
  if (state.isClosed) return 'closed';
  if ((state.owns.get(visit.key)?.all ?? 0) >= line.rank.perKey.all) return 'own';
  return line.waiters.length >= line.rank.queue && !isFree(state, line, visit) ? 'full' : null;
}

function enter(state: State, visit: Visit): Entry | Promise<Entry> {
  const line = lineOf(state, visit);
  const why = refusalOf(state, visit);
  if (why !== null) return refused(line, why);
  const own = state.owns.get(visit.key) ?? { places: 0, all: 0 };
  state.owns.set(visit.key, own);
  own.all += 1;
  // Whoever waits is waiting because their rank or their key has enough, so this takes nothing from them.
  if (isFree(state, line, visit)) return admit(state, visit);
  if (line.waiters.length === 0) line.standingSince = performance.now();
  const waiting = new Promise<Entry>((settle) => {
    line.waiters.push({ visit, since: performance.now(), settle });
  });
  tickSoon(state);
  return waiting;
}

function lineOf(state: State, { rank }: Visit): Line {
  const line = state.lines[rank];
  if (line === undefined) throw new Error(`No rank ${rank}`);
  return line;
}

function isFree(state: State, line: Line, { key }: Visit): boolean {
  return (
    state.inside < state.limits.places &&
    line.inside < line.rank.places &&
    (state.owns.get(key)?.places ?? 0) < line.rank.perKey.places
  );
}

function refused(line: Line, why: Refusal): Entry {
  line.refused += 1;
  return { kind: 'refused', why };
}

function admit(state: State, visit: Visit): Entry {
  const line = lineOf(state, visit);
  const pass: Pass = { since: performance.now(), line, key: visit.key, isPlaceHeld: true };
  state.passes.add(pass);
  state.inside += 1;
  line.inside += 1;
  line.admitted += 1;
  const own = state.owns.get(visit.key);
  if (own) own.places += 1;
  tickSoon(state);
  return { kind: 'inside', leave: () => leave(state, pass) };
}

function leave(state: State, pass: Pass): void {
  if (!state.passes.delete(pass)) return;
  giveBackPlace(state, pass);
  forgetOne(state, pass.key);
  letIn(state);
}

function giveBackPlace(state: State, pass: Pass): void {
  if (!pass.isPlaceHeld) return;
  pass.isPlaceHeld = false;
  state.inside -= 1;
  pass.line.inside -= 1;
  const own = state.owns.get(pass.key);
  if (own) own.places -= 1;
}

function forgetOne(state: State, key: string): void {
  const own = state.owns.get(key);
  if (!own) return;
  own.all -= 1;
  if (own.all === 0) state.owns.delete(key);
}

/** Fills the places that are free: the first of the earliest rank whose key has not got enough already. */
function letIn(state: State): void {
  for (const line of state.lines) {
    dismissLate(state, line);
    for (let at = 0; at < line.waiters.length && state.inside < state.limits.places;) {
      const waiter = line.waiters[at];
      if (waiter === undefined || line.inside >= line.rank.places) break;
      if (!isFree(state, line, waiter.visit)) at += 1;
      else {
        line.waiters.splice(at, 1);
        waiter.settle(admit(state, waiter.visit));
      }
    }
  }
}

/**
 * Sends away whoever has waited for too long, or is gone. In a queue that stands all wait as long as they may and then
 * have waited for nothing; so there one waits only briefly, and whoever comes in comes in fresh (Nichols and Jacobson's
 * controlled delay, in the form for requests).
 */
function dismissLate(state: State, line: Line): void {
  if (line.waiters.length === 0) return;
  const now = performance.now();
  const { patience } = line.rank;
  const most = now - line.standingSince > patience ? patience / 10 : patience;
  const isLost = ({ since, visit }: Waiter): boolean =>
    now - since > most || state.isClosed || visit.isGone?.() === true;
  for (const waiter of line.waiters.filter(isLost)) {
    line.waiters.splice(line.waiters.indexOf(waiter), 1);
    forgetOne(state, waiter.visit.key);
    waiter.settle(refused(line, reasonOf(state, waiter)));
  }
}

function reasonOf(state: State, { visit }: Waiter): Refusal {
  if (state.isClosed) return 'closed';
  return visit.isGone?.() === true ? 'gone' : 'late';
}

/** Goes round while somebody waits or holds a place. */
function tickSoon(state: State): void {
  if (state.isTicking) return;
  state.isTicking = true;
  setTimeout(() => {
    state.isTicking = false;
    endLeases(state);
    letIn(state);
    if (state.passes.size > 0 || state.lines.some(({ waiters }) => waiters.length > 0)) tickSoon(state);
  }, TICK_MS).unref();
}

/** Passes lie in the order in which they came in. */
function endLeases(state: State): void {
  const began = performance.now() - state.limits.lease;
  let overstaying = 0;
  for (const pass of state.passes) {
    if (pass.since > began || overstaying >= state.limits.overstaying) return;
    overstaying += 1;
    giveBackPlace(state, pass);
  }
}
