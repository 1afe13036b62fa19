/** What is wrong and what to do about it, in sentences. */
import { graphOf } from '#kernel/process/graph.ts';
import { nodeWords, type ProcessDefinition } from '#kernel/process/schema.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { PublishedProcess } from '#capabilities/processes/schema.ts';
import { warningKey } from '#capabilities/dossiers/clock/warnings/rules.ts';
import {
  MEASURE_LABELS,
  WARNED_LABELS,
  type WarningRule,
} from '#capabilities/dossiers/clock/settings/schema.ts';
import { dossierPath } from '#capabilities/dossiers/schema.ts';
import { taskWords } from '#app/operations/schema.ts';
import type { GuardRow } from './schema.ts';
import type {
  FailedJob,
  FailedMove,
  OpenHandover,
  OverdueTimer,
  Stranded,
  TimerCount,
  UnclearCondition,
} from './store.ts';

/** Timers go off within a minute; so many minutes later something holds them up. */
export const TIMER_PATIENCE_MINUTES = 5;
/** Papers between two units of a district are there the next day. */
export const HANDOVER_PATIENCE_DAYS = 3;
/** A process that has run for so long has met what it was made for. */
const SILENCE_DAYS = 30;
const DAY_MS = 86_400_000;

type OfDossier = { readonly number: string; readonly unitId: number };

const aboutDossier = ({ number, unitId }: OfDossier) => ({
  dossier: number,
  unitId,
  href: dossierPath(number),
});
const ABOUT_NONE = { dossier: null, unitId: null, problem: '' } as const;

export function timerRow(timer: OverdueTimer, definition: ProcessDefinition | null): GuardRow {
  const node = definition?.nodes.find(({ id }) => id === timer.node);
  const isTried = timer.problem !== null;
  return {
    kind: 'timer',
    id: `${timer.dossierId} ${timer.token} ${timer.node}`,
    what: `${node ? nodeWords(node) : timer.node} đã đến hạn mà chưa thực hiện`,
    since: timer.dueAt,
    problem: timer.problem ?? '',
    todo: isTried
      ? `Đã thử ${formatNumber(timer.tries ?? 0)} lần${timer.isRetried ? ', hệ thống sẽ thử lại' : ', hệ thống đã thôi thử'}. Hãy sửa nguyên nhân rồi làm lại.`
      : 'Kiểm tra tiến trình việc nền có đang chạy không, rồi làm lại.',
    ...aboutDossier(timer),
    acts: ['retry', 'drop'],
  };
}

export function jobRow(job: FailedJob): GuardRow {
  const isOver = job.attempts >= job.maxAttempts;
  return {
    kind: 'job',
    id: String(job.id),
    what: taskWords(job.task),
    since: job.createdAt,
    problem: job.lastError.slice(0, 300),
    todo: isOver
      ? 'Hệ thống đã thôi thử. Hãy sửa nguyên nhân rồi làm lại, hoặc bỏ và ghi lý do.'
      : 'Hệ thống sẽ thử lại. Có thể làm lại ngay khi đã sửa nguyên nhân.',
    ...aboutDossier(job),
    acts: ['retry', 'drop'],
  };
}

export function moveRow(move: FailedMove): GuardRow {
  return {
    kind: 'due-move',
    id: `${move.changeId} ${move.dossierId}`,
    what: 'Hạn của hồ sơ chưa dời theo thay đổi của lịch làm việc',
    since: move.since,
    problem: move.problem,
    todo: 'Sửa nguyên nhân rồi làm lại; các hồ sơ khác không phải chờ.',
    ...aboutDossier(move),
    acts: ['retry'],
  };
}

export function unclearRow(found: UnclearCondition): GuardRow {
  return {
    kind: 'unclear',
    id: String(found.id),
    what: `Điều kiện của nhánh ${found.flow} không xác định được, được coi là không đúng`,
    since: found.at,
    problem: found.reason,
    todo: 'Xem hồ sơ có đi đúng nhánh không; nếu sai, đề nghị lùi bước. Sửa điều kiện ở phiên bản quy trình mới.',
    ...aboutDossier(found),
    acts: ['drop'],
  };
}

export function strandedRow(dossier: Stranded): GuardRow {
  return {
    kind: 'stranded',
    id: dossier.number,
    what: 'Không ai đang xử lý và hồ sơ không chờ việc gì',
    since: dossier.receivedAt,
    problem: '',
    todo: 'Báo người vận hành dựng lại hồ sơ từ nhật ký (lệnh motcua check cho biết chỗ sai).',
    ...aboutDossier(dossier),
    acts: [],
  };
}

export function handoverRow(handover: OpenHandover, unitName: (unitId: number) => string): GuardRow {
  const { fromUnitId, toUnitId, handedAt, number } = handover;
  return {
    kind: 'handover',
    id: `${number} ${handedAt.toISOString()}`,
    what: `${unitName(fromUnitId)} đã giao, ${unitName(toUnitId)} chưa xác nhận nhận`,
    since: handedAt,
    problem: '',
    todo: 'Hỏi nơi nhận: đã có giấy tờ thì xác nhận, chưa có thì tìm ở nơi giao.',
    ...aboutDossier({ number, unitId: toUnitId }),
    acts: [],
  };
}

/** Boundary timers of processes in force that have not gone off for a month, and those that never can. */
export function timerRows(
  versions: readonly PublishedProcess[],
  fired: readonly TimerCount[],
  now: Date,
): readonly GuardRow[] {
  const known = new Set(fired.map(({ definitionId, node }) => `${definitionId} ${node}`));
  return versions.flatMap((version) => {
    const { definition, definitionId, publishedAt } = version;
    const since = publishedAt ?? new Date(`${version.validFrom}T00:00:00+07:00`);
    return definition.nodes.flatMap((node): readonly GuardRow[] => {
      if (node.kind !== 'boundary-timer') return [];
      const about = {
        id: `${definitionId} ${node.id}`,
        since,
        href: null,
        ...ABOUT_NONE,
        acts: [] as const,
      };
      const what = `${definition.name}: ${nodeWords(node)}`;
      const dead = whyDead(definition, node.attachedTo);
      if (dead !== null) return [{ kind: 'dead-timer', what, todo: dead, ...about }];
      const isYoung = now.getTime() - since.getTime() < SILENCE_DAYS * DAY_MS;
      if (isYoung || known.has(`${definitionId} ${node.id}`)) return [];
      const todo = `Từ khi công bố chưa lần nào đến. Nếu đúng ý thì không phải làm gì; nếu không, xem lại thời gian đã đặt (${formatNumber((node.minutes ?? 0) / 60)} giờ làm việc).`;
      return [{ kind: 'silent-timer', what, todo, ...about }];
    });
  });
}

/** A verb that the system carries out at once leaves no time for a timer. */
function whyDead(definition: ProcessDefinition, host: string): string | null {
  const node = graphOf(definition).nodes.get(host);
  if (node?.kind !== 'service-task' || node.verb === 'ask-payment') return null;
  return `Gắn ở ${nodeWords(node)}, việc này xong ngay nên hẹn giờ không kịp đến. Hãy gắn vào một bước có người làm.`;
}

/** Warnings of the rules in force that were never given, although there were dossiers to warn of. */
export function warningRows(
  rules: readonly WarningRule[],
  given: readonly string[],
  since: Date,
): readonly GuardRow[] {
  return rules
    .filter((rule) => !given.includes(warningKey(rule)))
    .map((rule) => ({
      kind: 'silent-warning' as const,
      id: warningKey(rule),
      what: `${MEASURE_LABELS[rule.measure]}: ${formatNumber(rule.value)}, báo ${WARNED_LABELS[rule.to].toLowerCase()}`,
      since,
      todo: 'Từ khi quy định có hiệu lực chưa lần nào phát. Hãy xem việc nền cảnh báo có chạy không, mức đặt có hợp lý không.',
      href: null,
      ...ABOUT_NONE,
      acts: [],
    }));
}
