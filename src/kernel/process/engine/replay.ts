/** The engine as a fold: calls as they are kept in a history, and the instance they lead to. */
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { begin, cancel, complete, fireTimer, type Place, receiveMessage, withdrawTo } from './engine.ts';
import type { Decision, Instance, Move } from './instance.ts';
import type { Knowledge } from './knowledge.ts';

/** What can happen to a process. */
export type Happening =
  | { readonly kind: 'begun' }
  | ({ readonly kind: 'completed' | 'timer-fired' | 'withdrawn' } & Place)
  | { readonly kind: 'message-received'; readonly message: string }
  | { readonly kind: 'cancelled' };

/** A happening as a history keeps it: with what the gateways decided, and nothing about the dossier. */
export type RecordedCall = Happening & { readonly decisions: readonly Decision[] };

/** Carries out one happening; `instance` is null before the beginning only. */
export function happen(
  definition: ProcessDefinition,
  instance: Instance | null,
  call: Happening & Knowledge,
): Move {
  if (call.kind === 'begun') return begin(definition, call);
  if (instance === null) throw new Error(`Process ${definition.id} has not begun`);
  switch (call.kind) {
    case 'completed':
      return complete(definition, instance, call);
    case 'timer-fired':
      return fireTimer(definition, instance, call);
    case 'message-received':
      return receiveMessage(definition, instance, call);
    case 'withdrawn':
      return withdrawTo(definition, instance, call);
    case 'cancelled':
      return cancel(definition, instance);
  }
}

/** The call as it is kept, once it has been carried out. */
export function recorded(happening: Happening, move: Move): RecordedCall {
  return { ...happening, decisions: move.decisions };
}

/** The instance a whole history leads to. Throws when the history is damaged. */
export function replay(definition: ProcessDefinition, calls: readonly RecordedCall[]): Instance {
  const instance = calls.reduce<Instance | null>(
    (before, call) => happen(definition, before, call).instance,
    null,
  );
  if (instance === null) throw new Error(`Process ${definition.id} has not begun`);
  return instance;
}
