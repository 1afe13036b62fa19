import { authorise, can } from '#foundation/access/authorise.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { longestWay } from '#kernel/process/validation/quotas.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { publishedOn } from '#capabilities/procedures/service.ts';
import { publishedProcesses, straightLine } from '../service.ts';
import { countRunningByProcedure, readProcessDrafts } from '../versions/store.ts';
import type { ProcessListQuery } from './schema.ts';

/** A procedure in force with how it is carried out today. */
export type ProcessRow = {
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  /** Null while the steps of the procedure are done in a row. */
  readonly number: number | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly steps: number;
  /** Working minutes of the longest way. */
  readonly minutes: number;
  readonly isBranched: boolean;
  readonly running: number;
  readonly drafts: number;
};

export type ProcessList = { readonly rows: readonly ProcessRow[]; readonly domains: readonly string[] };

/** Procedures in force today with their processes, by name, as the query narrows them. */
export async function processList(ctx: Context, query: ProcessListQuery): Promise<ProcessList> {
  await authorise(ctx, 'organisation.read');
  const rows = await allRows(ctx);
  const domains = [...new Set(rows.map(({ domain }) => domain))].toSorted();
  const kept = rows.filter((row) => matches(row, query)).toSorted(ORDERS[query.sort]);
  return { rows: query.dir === 'desc' ? kept.toReversed() : kept, domains };
}

async function allRows(ctx: Context): Promise<readonly ProcessRow[]> {
  const today = localDateOf(ctx.now);
  const processes = await publishedProcesses(ctx);
  const drafts = can(ctx.actor, 'procedure.read-drafts') ? await readProcessDrafts(ctx.db) : [];
  // Figures of the whole authority, without a dossier in them.
  const running = await asSystem(ctx, (system) => countRunningByProcedure(system.db));
  return (await publishedOn(ctx, today)).map((procedure): ProcessRow => {
    const { slug, content, procedureId } = procedure;
    const version = processes.find(
      (one) => one.procedureId === procedureId && holdsOn(one, today) && one.validFrom >= procedure.validFrom,
    );
    const definition = version?.definition ?? straightLine(procedure);
    return {
      slug,
      name: content.shortName,
      domain: content.domain,
      number: version?.number ?? null,
      validFrom: version?.validFrom ?? null,
      validTo: version?.validTo ?? null,
      steps: stepsIn(definition),
      minutes: longestWay(definition).minutes,
      isBranched: definition.nodes.some(({ kind }) => kind.endsWith('-gateway')),
      running: running.get(procedureId) ?? 0,
      drafts: drafts.filter((draft) => draft.procedureId === procedureId).length,
    };
  });
}

/** What people do or wait for; gateways, beginnings and ends are no steps. */
function stepsIn({ nodes }: ProcessDefinition): number {
  const steps = new Set(['user-task', 'message-catch', 'call-activity', 'service-task']);
  return nodes.filter(({ kind }) => steps.has(kind)).length;
}

function matches(row: ProcessRow, query: ProcessListQuery): boolean {
  const wanted = { own: row.number !== null, straight: row.number === null, draft: row.drafts > 0, '': true };
  return (
    (query.domain === '' || row.domain === query.domain) &&
    wanted[query.kind] &&
    (query.q === '' || fold(row.name).includes(fold(query.q)))
  );
}

const ORDERS = {
  name: () => 0,
  steps: (a: ProcessRow, b: ProcessRow) => a.steps - b.steps,
  running: (a: ProcessRow, b: ProcessRow) => a.running - b.running,
} as const;
