import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import {
  type ApprovalQuery,
  PAGE_SIZE,
  type Proposal,
  proposalDetails,
  type ProposalKind,
  type ProposalOutcome,
  type ProposalRow,
} from './schema.ts';

type NewProposal = Pick<
  Proposal,
  | 'ordinal'
  | 'kind'
  | 'position'
  | 'reasonCode'
  | 'reason'
  | 'legalBasis'
  | 'details'
  | 'proposedBy'
  | 'proposedAt'
>;

export async function insertProposal(db: Database, dossierId: number, proposal: NewProposal): Promise<void> {
  await db
    .insertInto('dossierProposals')
    .values({ ...proposal, dossierId, details: JSON.stringify(proposal.details) })
    .execute();
}

/** The answer to a proposal, with by whom. */
export async function updateProposal(
  db: Database,
  at: { readonly dossierId: number; readonly ordinal: number },
  answer: {
    readonly outcome: ProposalOutcome;
    readonly decidedBy: number;
    readonly decidedAt: Date;
    readonly note: string;
  },
): Promise<void> {
  await db
    .updateTable('dossierProposals')
    .set(answer)
    .where('dossierId', '=', at.dossierId)
    .where('ordinal', '=', at.ordinal)
    .execute();
}

/** Every proposal about a dossier, oldest first. */
export async function readProposals(db: Database, dossierId: number): Promise<readonly Proposal[]> {
  const rows = await db
    .selectFrom('dossierProposals as p')
    .leftJoin('officers as o', 'o.id', 'p.proposedBy')
    .leftJoin('officers as d', 'd.id', 'p.decidedBy')
    .select(['p.ordinal', 'p.kind', 'p.position', 'p.reasonCode', 'p.reason', 'p.legalBasis', 'p.details'])
    .select(['p.proposedBy', 'p.proposedAt', 'p.outcome', 'p.decidedAt', 'p.note'])
    .select(['o.fullName as proposedByName', 'd.fullName as decidedByName'])
    .where('p.dossierId', '=', dossierId)
    .orderBy('p.ordinal')
    .execute();
  return rows.map((row) => ({
    ...row,
    // Written by this capability alone.
    kind: row.kind as ProposalKind,

    details: proposalDetails.parse(row.details),
  }));
}

/** Whose list it is: what they lead (null: everywhere), which units they act for, and whether they handle dossiers there. */
export type ApprovalOwner = {
  readonly officerId: number;
  readonly leads: readonly number[] | null;
  readonly units: readonly number[];
};

const SOURCE = sql`from dossier_proposals p join dossiers d on d.id = p.dossier_id
  left join dossier_steps s on s.dossier_id = p.dossier_id and s.position = p.position
  left join officers o on o.id = p.proposed_by left join officers b on b.id = p.decided_by`;

/** Open ones of dossiers that go on, at steps that are still worked on, which this person may decide. */
function decidable({ officerId, leads, units }: ApprovalOwner) {
  const unit = sql`coalesce(s.unit_id, d.receiving_unit_id)`;
  const near = sql`p.kind in ('supplement', 'withdrawal')
    and (${unit} = any(${[...units]}::bigint[]) or d.receiving_unit_id = any(${[...units]}::bigint[]))`;
  const led = leads === null ? sql`true` : sql`${unit} = any(${[...leads]}::bigint[])`;
  return sql`p.outcome is null and d.state not in ('returned', 'closed') and (p.position is null or s.state = 'active')
    and p.proposed_by is distinct from ${officerId} and (${led} or (${near}))`;
}

function scopeOf(owner: ApprovalOwner, { view, kind, q }: ApprovalQuery) {
  const own = {
    'to-decide': decidable(owner),
    mine: sql`p.proposed_by = ${owner.officerId}`,
    decided: sql`p.outcome is not null`,
  }[view];
  return sql`where ${own} and (${kind} = '' or p.kind = ${kind})
    and (${q} = '' or d.number ilike '%' || ${q} || '%')`;
}

/** One page, oldest first where somebody waits, else latest first. */
export async function readApprovals(
  db: Database,
  owner: ApprovalOwner,
  query: ApprovalQuery & { readonly limit?: number },
): Promise<readonly ProposalRow[]> {
  const { limit = PAGE_SIZE } = query;
  const order =
    query.view === 'to-decide' ? sql`p.proposed_at, p.dossier_id` : sql`p.proposed_at desc, p.dossier_id`;
  const { rows } = await sql<ProposalRow>`
    select d.number, p.ordinal, p.kind, d.title, d.applicant_name, d.due_at,
      coalesce(s.unit_id, d.receiving_unit_id) as unit_id, p.reason, o.full_name as proposed_by_name, p.proposed_at,
      p.outcome, b.full_name as decided_by_name, p.decided_at
    ${SOURCE} ${scopeOf(owner, query)}
    order by ${order} limit ${limit} offset ${(query.page - 1) * PAGE_SIZE}`.execute(db);
  return rows;
}

export async function countApprovals(
  db: Database,
  owner: ApprovalOwner,
  query: ApprovalQuery,
): Promise<number> {
  const { rows } = await sql<{ readonly total: number }>`
    select count(*)::int as total ${SOURCE} ${scopeOf(owner, query)}`.execute(db);
  return rows[0]?.total ?? 0;
}
