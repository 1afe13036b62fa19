/** The verbs that move a dossier in its process: what each decides, and what it refuses. */
import type { Facts } from '#kernel/process/expressions/variables.ts';
import type { Happening } from '#kernel/process/engine/replay.ts';
import { graphOf, nodeAt } from '#kernel/process/graph.ts';
import { refuse } from '#kernel/refusal.ts';
import type { DossierDeed } from '../deeds.ts';
import { isReturnStep, requireOwnStep, type Situation } from '../rules.ts';
import type { DossierState, DossierStep, ReturnInput, Run } from '../schema.ts';
import { activeSteps, isPaused } from '../state.ts';
import { timelinessOf, usedMinutes } from '../time.ts';
import {
  type Act,
  doneAt,
  isStepNode,
  move,
  type MoveSituation,
  type Outcome,
  type Unclear,
} from './moves.ts';

/** A dossier that runs on a process; every dossier does from its first move on. */
export type RunningState = DossierState & { readonly run: Run };

/** What is recorded, and what the world has to do about it. */
export type Decided = {
  readonly deeds: readonly DossierDeed[];
  readonly acts: readonly Act[];
  /** Conditions on the way that could not be decided: the guard's page shows them. */
  readonly unclear?: readonly Unclear[];
};

/** Facts for conditions of gateways, and whoever decides is asked for them. */
export type MovingSituation = Situation & { readonly facts: Facts };

/** Decree 61/2018/NĐ-CP, Art. 18–19: the step's unit does its part and passes the dossier on. */
export function decidePassOn(
  state: RunningState,
  input: { readonly note: string; readonly officerId: number | null; readonly position?: number | undefined },
  situation: MovingSituation,
): Decided {
  const step = requireOwnStep(state, situation, input.position);
  requireRunningClock(state);
  if (isReturnStep(state, step))
    refuse('conflict', 'Đây là bước cuối: hãy trả kết quả cho người nộp, không chuyển bước nữa.');
  const moved = move(state, doneAt(state.run.definition, step.node), {
    ...situation,
    officerOf: onlyFirst(input.officerId),
  });
  return advanced(state, moved, { from: step.position, note: input.note, now: situation.now });
}

/** Something else than an officer moves it: a timer, a payment, a linked dossier. */
export function decideHappening(
  state: RunningState,
  happening: Happening,
  situation: Omit<MoveSituation, 'officerOf'>,
): Decided {
  const moved = move(state, happening, { ...situation, officerOf: () => null });
  return advanced(state, moved, { from: null, note: '', now: situation.now });
}

/** The step before gets the dossier back with a reason, to the officer who did it. */
export function decideSendBack(
  state: RunningState,
  input: { readonly reason: string; readonly position?: number | undefined },
  situation: MovingSituation,
): DossierDeed {
  const step = requireOwnStep(state, situation, input.position);
  return backFrom(state, { step, reason: input.reason }, situation);
}

/** The papers are not taken: the step goes back to where they stayed. Whoever calls has seen that they were on their way. */
export function decideRefuseHandover(
  state: RunningState,
  about: { readonly step: DossierStep; readonly reason: string },
  situation: MovingSituation,
): readonly DossierDeed[] {
  const back = backFrom(state, about, situation);
  const { step, reason } = about;
  return [{ kind: 'handover-refused', payload: { position: step.position, reason } }, back];
}

function backFrom(
  state: RunningState,
  { step, reason }: { readonly step: DossierStep; readonly reason: string },
  situation: MovingSituation,
): DossierDeed {
  requireRunningClock(state);
  const previous = stepBefore(state, step);
  if (previous === null) refuse('conflict', 'Đây là bước đầu tiên, không có bước trước để trả lại.');
  const deed = movedBack(state, { from: step, to: previous, reason }, situation);
  const others = deed.payload.left.filter(
    ({ position, how }) => position !== step.position && how === 'waiting',
  );
  const undone = others.filter(({ position }) =>
    activeSteps(state).some((active) => active.position === position),
  );
  if (undone.length > 0) {
    const names = undone.map(({ position }) => `“${state.steps[position]?.name ?? ''}”`).join(', ');
    refuse(
      'conflict',
      `Trả lại bước trước sẽ bỏ việc đang làm song song ở ${names}. Hãy đề nghị lãnh đạo duyệt lùi bước.`,
    );
  }
  return deed;
}

/** Rollback to any finished step, with all that came of it undone. Whoever calls has had it approved. */
export function decideRollback(
  state: RunningState,
  input: { readonly to: DossierStep; readonly reason: string },
  situation: Omit<MoveSituation, 'officerOf'>,
): DossierDeed {
  requireRunningClock(state);
  return movedBack(state, { from: null, ...input }, situation);
}

/** Decree 61/2018/NĐ-CP, Art. 20: the one-stop gives the result to the applicant, who acknowledges it. */
export function decideReturn(
  state: RunningState,
  input: Pick<ReturnInput, 'acknowledgement' | 'position'>,
  situation: MovingSituation,
): Decided {
  const step = requireOwnStep(state, situation, input.position);
  if (state.phase !== 'done' || !isReturnStep(state, step)) {
    refuse('conflict', 'Hồ sơ chưa có kết quả ở quầy nên chưa trả được.');
  }
  const moved = move(state, doneAt(state.run.definition, step.node), { ...situation, officerOf: () => null });
  if (moved.instance.ended === null) {
    refuse('conflict', `Hồ sơ còn việc chưa xong: ${openWork(state, step)}. Hãy chờ xong rồi trả kết quả.`);
  }
  const returned: DossierDeed = {
    kind: 'returned',
    payload: {
      acknowledgement: input.acknowledgement,
      position: step.position,
      usedMinutes: usedMinutes(state, step, situation),
      calls: moved.moves.calls,
    },
  };
  return { deeds: [returned], acts: moved.acts, unclear: moved.unclear };
}

function openWork(state: RunningState, but: DossierStep): string {
  const { definition, instance } = state.run;
  const open = instance.tokens.filter((token) => token.state === 'waiting' && token.node !== but.node);
  return open.map((token) => `“${nodeAt(definition, token.node).name}”`).join(', ');
}

type About = { readonly from: number | null; readonly note: string; readonly now: Date };

function advanced(state: RunningState, moved: Outcome, { from, note, now }: About): Decided {
  const { moves, entered, instance, acts, unclear } = moved;
  if (instance.ended !== null) {
    refuse(
      'conflict',
      'Quy trình sẽ kết thúc khi chưa trả kết quả cho người nộp. Hãy báo người quản trị quy trình.',
    );
  }
  const returning = entered.some((step) => isReturnStep(state, step));
  if ((returning || acts.some(({ kind }) => kind === 'issue-result')) && !state.result) {
    refuse('invalid', 'Hãy nhập kết quả giải quyết trước khi chuyển sang bước trả kết quả.');
  }
  const deeds: DossierDeed[] = [{ kind: 'advanced', payload: { ...moves, from, note } }];
  if (returning) deeds.push({ kind: 'finished', payload: { timeliness: timelinessOf(state.dueAt, now) } });
  if (waitsForPaymentAlone(state, moved)) {
    deeds.push({ kind: 'paused', payload: { reason: 'payment', note: '' } });
  }
  return { deeds, acts, unclear };
}

/** Waiting for a financial obligation does not count (Decree 61/2018/NĐ-CP, Art. 19), while nobody else works on it. */
function waitsForPaymentAlone(state: RunningState, { instance }: Outcome): boolean {
  const { definition } = state.run;
  const waiting = instance.tokens.filter((token) => token.state === 'waiting');
  const isPayment = (node: string): boolean => {
    const found = nodeAt(definition, node);
    return found.kind === 'service-task' && found.verb === 'ask-payment';
  };
  return !isPaused(state) && waiting.length > 0 && waiting.every(({ node }) => isPayment(node));
}

function movedBack(
  state: RunningState,
  about: { readonly from: DossierStep | null; readonly to: DossierStep; readonly reason: string },
  situation: Omit<MoveSituation, 'officerOf'>,
): Extract<DossierDeed, { kind: 'moved-back' }> {
  const { to, from, reason } = about;
  const happening = { kind: 'withdrawn', node: to.node } as const;
  const { moves } = move(state, happening, { ...situation, officerOf: (step) => step.officerId });
  return {
    kind: 'moved-back',
    payload: { ...moves, from: from?.position ?? null, to: to.position, reason },
  };
}

/** The step whose work led here; null at the first. */
export function stepBefore(state: RunningState, step: DossierStep): DossierStep | null {
  const { definition, instance } = state.run;
  const byId = new Map(instance.tokens.map((token) => [token.id, token]));
  const here = instance.tokens.findLast(({ node, state: how }) => node === step.node && how === 'waiting');
  const ahead = [...(here?.parents ?? [])];
  const before: DossierStep[] = [];
  for (const id of ahead) {
    const token = byId.get(id);
    if (!token) continue;
    const found = isStepNode(definition, token.node) ? nodeAt(definition, token.node) : null;
    if (found?.kind === 'user-task') {
      before.push(...state.steps.filter(({ node }) => node === token.node));
      continue;
    }
    // An array hands out what is added while it is walked.
    ahead.push(...token.parents);
  }
  return (
    before.toSorted((a, b) => (b.finishedAt?.getTime() ?? 0) - (a.finishedAt?.getTime() ?? 0))[0] ?? null
  );
}

/** Ways on that the officer decides: flows behind the step whose conditions ask for a choice. */
export function choicesOf(
  state: RunningState,
  step: DossierStep,
): { readonly several: boolean; readonly names: readonly string[] } | null {
  const { definition } = state.run;
  const graph = graphOf(definition);
  const [flow] = graph.outgoing(step.node);
  const gateway = flow === undefined ? undefined : graph.nodes.get(flow.to);
  if (gateway?.kind !== 'exclusive-gateway' && gateway?.kind !== 'inclusive-gateway') return null;
  const ways = graph.outgoing(gateway.id);
  const asked = ways.some(({ condition }) => condition !== null && /\bchoices?\b/.test(condition));
  return asked
    ? { several: gateway.kind === 'inclusive-gateway', names: ways.map(({ name, id }) => name || id) }
    : null;
}

function onlyFirst(officerId: number | null): (step: DossierStep) => number | null {
  let given = false;
  return () => {
    const first = !given;
    given = true;
    return first ? officerId : null;
  };
}

function requireRunningClock(state: DossierState): void {
  if (isPaused(state)) {
    refuse(
      'conflict',
      'Hồ sơ đang tạm dừng tính thời gian nên chưa chuyển bước được. Hãy cho tính tiếp trước.',
    );
  }
}
