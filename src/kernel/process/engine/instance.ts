/**
 * A process that runs: where its tokens are and were. Goes to JSON and back, holds no personal data and no instants: who
 * did a step and when stands in the history of the dossier.
 */
import type { ServiceVerb, UnitRole } from '#kernel/process/schema.ts';

/**
 * One visit of a node. `waiting`: an activity or event that something outside must finish. `joining`: at a gateway until
 * others come. `passed`: went on. `cancelled`: interrupted or ended with the whole. `withdrawn`: undone by a rollback.
 */
export type TokenState = 'waiting' | 'joining' | 'passed' | 'cancelled' | 'withdrawn';

export type Token = {
  readonly id: number;
  readonly node: string;
  /** The flow it came by; null at the start, at a boundary timer and after a rollback to the start. */
  readonly flow: string | null;
  /** The visits it came from: none at the start, several behind a join. */
  readonly parents: readonly number[];
  readonly state: TokenState;
  /** Boundary timers that still run while it waits. */
  readonly timers: readonly string[];
};

export type Ended = {
  readonly how: 'none' | 'terminate' | 'error' | 'cancelled';
  /** The end event; null when cancelled. */
  readonly node: string | null;
  readonly errorCode: string | null;
};

export type Instance = {
  readonly definition: string;
  readonly nextToken: number;
  readonly tokens: readonly Token[];
  readonly ended: Ended | null;
};

/** What a gateway chose. Recorded with the call, so that a replay needs none of the facts it was decided on. */
export type Decision = { readonly gateway: string; readonly flows: readonly string[] };

/** What the world has to do about a move, in this order. */
export type Effect =
  | {
      readonly kind: 'task-activated';
      readonly token: number;
      readonly node: string;
      readonly unitRole: UnitRole | null;
      readonly quotaMinutes: number;
    }
  | {
      readonly kind: 'verb-called';
      readonly token: number;
      readonly node: string;
      readonly verb: ServiceVerb | null;
      readonly subject: string;
    }
  | {
      readonly kind: 'message-awaited';
      readonly token: number;
      readonly node: string;
      readonly message: string;
      readonly unitRole: UnitRole | null;
      readonly quotaMinutes: number;
    }
  | {
      readonly kind: 'linked-dossier-opened';
      readonly token: number;
      readonly node: string;
      readonly procedure: string;
      readonly quotaMinutes: number;
    }
  | {
      readonly kind: 'timer-set';
      readonly token: number;
      readonly node: string;
      readonly minutes: number;
    }
  | { readonly kind: 'timer-cleared'; readonly token: number; readonly node: string }
  /** A task, verb, awaited message or linked dossier that is not wanted any more. */
  | { readonly kind: 'activity-cancelled'; readonly token: number; readonly node: string }
  /** Nodes whose outcome no longer counts after a rollback. */
  | { readonly kind: 'withdrawn'; readonly nodes: readonly string[] }
  /** A condition could not be decided and counted as false. */
  | { readonly kind: 'condition-unclear'; readonly flow: string; readonly reason: string }
  | { readonly kind: 'ended'; readonly how: Ended['how']; readonly node: string | null };

/** What a call leads to. */
export type Move = {
  readonly instance: Instance;
  readonly effects: readonly Effect[];
  readonly decisions: readonly Decision[];
};

export function isLive(token: Token): boolean {
  return token.state === 'waiting' || token.state === 'joining';
}

/** Tokens that something outside must finish, oldest first. */
export function waitingTokens(instance: Instance): readonly Token[] {
  return instance.tokens.filter((token) => token.state === 'waiting');
}
