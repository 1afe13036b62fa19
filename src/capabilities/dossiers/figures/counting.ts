import { codesOf } from '#kernel/labels.ts';
import { addDays, instantAt } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type {
  ComputedValue,
  CountedRecord,
  CountedRecords,
  FigureBreakdown,
  FigureQuestion,
  IndicatorDeclaration,
  RecordWindow,
} from '#foundation/figures/schema.ts';
import { publishedVersions } from '#capabilities/procedures/service.ts';
import { CHANNEL_LABELS, dossierPath } from '../schema.ts';
import {
  type Group,
  GROUPS,
  type Happening,
  type HappeningCounts,
  type Span,
  type Work,
  type WorkCounts,
} from './schema.ts';
import {
  type CountedDossier,
  readHappeningRecords,
  readHappenings,
  readReadable,
  readWork,
  readWorkRecords,
} from './store.ts';

type Computed = Pick<IndicatorDeclaration, 'compute' | 'computeParts' | 'records' | 'mayOpen' | 'breakdowns'>;

/** A figure that the counts of work give, with the dossiers of one of them behind it. */
export function fromWork(behind: Work, value: (counts: WorkCounts) => ComputedValue): Computed {
  return {
    ...counted(workCounts, NO_WORK, value),
    records: async (ctx, question, window) => {
      const span = spanOf(ctx, question);
      return recordsOf(await readWorkRecords(ctx.db, question, { span, work: behind, window }), AFTER_WORK);
    },
  };
}

/** A figure that the counts of what happened give. */
export function fromHappening(happening: Happening): Computed {
  return {
    ...counted(happeningCounts, NOTHING_HAPPENED, (counts) => ({ value: counts[happening] })),
    records: async (ctx, question, window: RecordWindow) => {
      const span = spanOf(ctx, question);
      const page = await readHappeningRecords(ctx.db, question, { span, happening, window });
      return recordsOf(page, AFTER_HAPPENING);
    },
  };
}

type Counter<Counts> = (
  ctx: Context,
  question: FigureQuestion,
  group: Group | null,
) => Promise<ReadonlyMap<string, Counts>>;

function counted<Counts>(
  counts: Counter<Counts>,
  nothing: Counts,
  value: (counts: Counts) => ComputedValue,
): Omit<Computed, 'records'> {
  return {
    breakdowns: BREAKDOWNS,
    compute: async (ctx, question) => value((await counts(ctx, question, null)).get('') ?? nothing),
    computeParts: async (ctx, question, key) => {
      const group = GROUPS.find((one) => one === key);
      if (group === undefined) throw new Error(`Dossiers are not divided by ${key}`);
      const parts = await counts(ctx, question, group);
      return new Map([...parts].map(([part, one]) => [part, value(one)]));
    },
    mayOpen,
  };
}

/** One statement answers all indicators that ask the same question. */
function once<Counts>(read: Counter<Counts>): Counter<Counts> {
  const known = new WeakMap<FigureQuestion, Map<Group | null, ReturnType<Counter<Counts>>>>();
  return async (ctx, question, group) => {
    const asked = known.get(question) ?? new Map<Group | null, ReturnType<Counter<Counts>>>();
    known.set(question, asked);
    const answer = asked.get(group) ?? read(ctx, question, group);
    asked.set(group, answer);
    return answer;
  };
}

const workCounts = once(async (ctx, question, group) =>
  readWork(ctx.db, question, { span: spanOf(ctx, question), group }),
);
const happeningCounts = once(async (ctx, question, group) =>
  readHappenings(ctx.db, question, { span: spanOf(ctx, question), group }),
);

const NO_WORK: WorkCounts = {
  all: 0,
  received: 0,
  online: 0,
  direct: 0,
  postal: 0,
  carried: 0,
  resolved: 0,
  early: 0,
  onTime: 0,
  late: 0,
  open: 0,
  openInTime: 0,
  openLate: 0,
  finished: 0,
  finishedDays: 0,
};
const NOTHING_HAPPENED: HappeningCounts = {
  supplement: 0,
  repeated: 0,
  extension: 0,
  apology: 0,
  refused: 0,
  stopped: 0,
  withdrawn: 0,
  lapsed: 0,
  returned: 0,
  'returned-postal': 0,
};

/** The instants of a period; what is to come is not counted yet. */
function spanOf({ now }: Context, { period }: FigureQuestion): Span {
  const end = instantAt(addDays(period.to, 1), 0);
  return { begin: instantAt(period.from, 0), end: end < now ? end : now };
}

const AFTER_WORK = 'giải quyết ngày';
const AFTER_HAPPENING = 'ngày';

function recordsOf(
  { total, dossiers }: { readonly total: number; readonly dossiers: readonly CountedDossier[] },
  happened: string,
): CountedRecords {
  return {
    total,
    records: dossiers.map(({ id, number, title, receivedAt, dueAt, at }) => ({
      id: String(id),
      name: number,
      detail: [
        title,
        `nhận ${formatDate(receivedAt)}`,
        `hẹn ${formatDate(dueAt)}`,
        ...(at ? [`${happened} ${formatDate(at)}`] : []),
      ].join(' · '),
      href: dossierPath(number),
    })),
  };
}

async function mayOpen(ctx: Context, records: readonly CountedRecord[]): Promise<ReadonlySet<string>> {
  const ids = records.map(({ id }) => Number(id));
  const readable = await readReadable(ctx.db, ids, await unitsWith(ctx, 'dossier.read'));
  return new Set([...readable].map(String));
}

const BREAKDOWNS: readonly FigureBreakdown[] = [
  {
    key: 'channel',
    label: 'Hình thức tiếp nhận',
    values: async () => codesOf(CHANNEL_LABELS).map((value) => ({ value, label: CHANNEL_LABELS[value] })),
  },
  {
    key: 'domain',
    label: 'Lĩnh vực',
    values: async (ctx) => {
      const domains = new Set((await publishedVersions(ctx)).map(({ content }) => content.domain));
      return [...domains].map((domain) => ({ value: domain, label: domain }));
    },
  },
  {
    key: 'procedure',
    label: 'Thủ tục',
    values: async (ctx) => {
      const names = new Map(
        (await publishedVersions(ctx)).map(({ procedureId, content }) => [procedureId, content.shortName]),
      );
      return [...names].map(([id, label]) => ({ value: String(id), label }));
    },
  },
];
