/**
 * The token engine: pure, deterministic, without a clock. Each call answers the new instance, what the world has to do
 * about it, and what its gateways decided. Recorded with its decisions, the same calls always lead to the same instance.
 */
import { nodeAt } from '#kernel/process/graph.ts';
import { nodeWords, type ProcessDefinition, type ProcessNode } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import { leave } from './arrive.ts';
import type { Instance, Move, Token } from './instance.ts';
import { chooserOf, type Knowledge } from './knowledge.ts';
import { moveOf, settle } from './settle.ts';
import { clearTimers, endAll, patchToken, remove, type State, stateOf } from './state.ts';
import { withdraw } from './withdraw.ts';

/** A node, and which of its tokens when it has several; the oldest when not told. */
export type Place = { readonly node: string; readonly token?: number };

/** Starts a process. Refuses (`conflict`) when it cannot move from its start. */
export function begin(definition: ProcessDefinition, knowledge: Knowledge): Move {
  return moveOf(begun(stateOf(definition, emptyInstance(definition), chooserOf(definition, knowledge))));
}

/**
 * A user task, a service task or a linked dossier is finished. Refuses (`conflict`) when the process has ended or nothing
 * waits there, and when no way on is open.
 */
export function complete(definition: ProcessDefinition, instance: Instance, call: Place & Knowledge): Move {
  return moveOf(completed(stateOf(definition, instance, chooserOf(definition, call)), call));
}

/** Working time is over: of a timer that is waited for, or of one at a running activity. Refuses like `complete`. */
export function fireTimer(definition: ProcessDefinition, instance: Instance, call: Place & Knowledge): Move {
  return moveOf(fired(stateOf(definition, instance, chooserOf(definition, call)), call));
}

/** An answer has come, to the event that has waited longest for that message. Refuses (`conflict`) when none does. */
export function receiveMessage(
  definition: ProcessDefinition,
  instance: Instance,
  call: { readonly message: string } & Knowledge,
): Move {
  return moveOf(received(stateOf(definition, instance, chooserOf(definition, call)), call.message));
}

/**
 * Rollback: opens the last finished visit of a user task again and withdraws what came of it. Refuses (`conflict`) when
 * the process has ended or the step was never finished.
 */
export function withdrawTo(definition: ProcessDefinition, instance: Instance, place: Place): Move {
  return moveOf(withdrawn(stateOf(definition, instance, chooserOf(definition, { decisions: [] })), place));
}

/** Ends the process from outside: the dossier is withdrawn, refused or stopped. */
export function cancel(definition: ProcessDefinition, instance: Instance): Move {
  const state = stateOf(definition, instance, chooserOf(definition, { decisions: [] }));
  return moveOf(endAll(running(state), 'cancelled', null));
}

function emptyInstance(definition: ProcessDefinition): Instance {
  return { definition: definition.id, nextToken: 1, tokens: [], ended: null };
}

export function begun(state: State): State {
  const start = state.definition.nodes.find((node) => node.kind === 'start-event');
  if (start === undefined) {
    refuse('conflict', 'Quy trình không có điểm bắt đầu. Hãy báo người quản trị quy trình.');
  }
  return settle({ ...state, moving: [{ node: start.id, flow: null, parents: [] }] });
}

export function completed(before: State, place: Place): State {
  const state = running(before);
  const node = nodeAt(state.definition, place.node);
  if (node.kind !== 'user-task' && node.kind !== 'service-task' && node.kind !== 'call-activity') {
    refuse('conflict', `Không thể hoàn thành ${nodeWords(node)}: đây không phải là bước xử lý.`);
  }
  return goOn(state, node, waitingAt(state, place));
}

export function fired(before: State, place: Place): State {
  const state = running(before);
  const node = nodeAt(state.definition, place.node);
  if (node.kind === 'timer-event') return goOn(state, node, waitingAt(state, place));
  if (node.kind !== 'boundary-timer') refuse('conflict', `Không có hẹn giờ nào ở ${nodeWords(node)}.`);
  const host = state.instance.tokens.find(
    (token) => token.timers.includes(node.id) && (place.token ?? token.id) === token.id,
  );
  if (host === undefined) refuse('conflict', `Không có ${nodeWords(node)} nào đang chạy.`);
  const left = { ...host, timers: host.timers.filter((timer) => timer !== node.id) };
  const rung = node.interrupting
    ? remove(state, left, 'cancelled')
    : patchToken(state, host.id, { timers: left.timers });
  return settle({ ...rung, moving: [{ node: node.id, flow: null, parents: [host.id] }] });
}

export function received(before: State, message: string): State {
  const state = running(before);
  const token = state.instance.tokens.find(({ node, state: how }) => {
    const found = nodeAt(state.definition, node);
    return how === 'waiting' && found.kind === 'message-catch' && found.message === message;
  });
  if (token === undefined) refuse('conflict', `Hiện không bước nào chờ “${message}”.`);
  return goOn(state, nodeAt(state.definition, token.node), token);
}

export function withdrawn(before: State, place: Place): State {
  const state = running(before);
  const node = nodeAt(state.definition, place.node);
  if (node.kind !== 'user-task') {
    refuse('conflict', `Chỉ có thể lùi về một bước xử lý, không lùi về ${nodeWords(node)} được.`);
  }
  const token = state.instance.tokens.findLast(
    (found) => found.node === node.id && found.state === 'passed' && (place.token ?? found.id) === found.id,
  );
  if (token === undefined) {
    refuse('conflict', `Hồ sơ chưa hoàn thành ${nodeWords(node)} nên không lùi về đó được.`);
  }
  return settle(withdraw(state, token));
}

function goOn(state: State, node: ProcessNode, token: Token): State {
  // A timer that has gone off or been waited out needs no clearing of its own, only those at the boundary.
  const cleared = node.kind === 'timer-event' ? state : clearTimers(state, token);
  return settle(leave(patchToken(cleared, token.id, { state: 'passed', timers: [] }), node, [token.id]));
}

function waitingAt(state: State, place: Place): Token {
  const token = state.instance.tokens.find(
    (found) =>
      found.node === place.node && found.state === 'waiting' && (place.token ?? found.id) === found.id,
  );
  if (token !== undefined) return token;
  const words = nodeWords(nodeAt(state.definition, place.node));
  refuse('conflict', `Hồ sơ không ở ${words}. Hãy tải lại trang để xem hồ sơ đang ở đâu.`);
}

function running(state: State): State {
  if (state.instance.ended === null) return state;
  refuse('conflict', 'Quy trình của hồ sơ này đã kết thúc, không thực hiện thêm được.');
}
