import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Link, LinkEnd } from './schema.ts';

/** What a linked dossier takes over from the one it is opened out of. */
export type Origin = {
  readonly applicantId: number;
  readonly channel: 'counter' | 'online' | 'postal';
  readonly copies: number;
  readonly localityUnitId: number | null;
  readonly summary: string;
  readonly parties: readonly OriginParty[];
  /** The officer who moved it last; null when nobody ever did. */
  readonly lastOfficerId: number | null;
};

export type OriginParty = {
  readonly role: 'applicant' | 'delegate';
  readonly kind: 'citizen' | 'organisation';
  readonly fullName: string;
  readonly sealedIdNumber: string | null;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly representative: string;
  readonly authority: string;
};

export async function readOrigin(db: Database, id: number): Promise<Origin> {
  const { rows } = await sql<Origin>`
    select d.applicant_id, d.channel, d.copies, d.locality_unit_id, d.summary,
      (select json_agg(json_build_object('role', role, 'kind', kind, 'fullName', full_name,
          'sealedIdNumber', sealed_id_number, 'phone', phone, 'email', email, 'address', address,
          'representative', representative, 'authority', authority) order by role)
        from dossier_parties where dossier_id = d.id) as parties,
      (select officer_id from history_events where stream = 'dossier' and stream_id = d.id and officer_id is not null
        order by sequence desc limit 1) as last_officer_id
    from dossiers d where d.id = ${id}`.execute(db);
  const [origin] = rows;
  if (!origin) throw new Error('A dossier vanished');
  return origin;
}

export async function insertLink(
  db: Database,
  row: {
    readonly parentId: number;
    readonly childId: number;
    readonly parentNumber: string;
    readonly childNumber: string;
    readonly node: string;
    readonly token: number | null;
    readonly openedBy: number | null;
    readonly openedAt: Date;
  },
): Promise<void> {
  await db.insertInto('dossierLinks').values(row).execute();
}

/** How a linked dossier hangs on its parent; null for one that is nobody's. */
export async function findLinkOf(
  db: Database,
  childNumber: string,
): Promise<{
  readonly childId: number;
  readonly parentNumber: string;
  readonly node: string;
  readonly token: number | null;
  readonly endedHow: string | null;
} | null> {
  const row = await db
    .selectFrom('dossierLinks')
    .select(['childId', 'parentNumber', 'node', 'token', 'endedHow'])
    .where('childNumber', '=', childNumber)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the process of a dossier has a linked one under way for a token, or ever had one for a node that nobody waits at. */
export async function isOpened(
  db: Database,
  parentId: number,
  { node, token }: { readonly node: string; readonly token: number | null },
): Promise<boolean> {
  const row = await db
    .selectFrom('dossierLinks')
    .select('childId')
    .where('parentId', '=', parentId)
    .where('node', '=', node)
    .where('token', 'is not distinct from', token)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateLinkEnd(
  db: Database,
  childId: number,
  row: { readonly endedHow: LinkEnd; readonly endedAt: Date },
): Promise<void> {
  await db.updateTable('dossierLinks').set(row).where('childId', '=', childId).execute();
}

/** The children of a dossier, or its parent, as the page of the other names them. */
export async function readLinks(
  db: Database,
  dossierId: number,
  side: 'children' | 'parent',
): Promise<readonly Link[]> {
  const [own, other] =
    side === 'children' ? (['parentId', 'childId'] as const) : (['childId', 'parentId'] as const);
  const { rows } = await sql<Link>`
    select d.id, d.number, d.title, d.receiving_unit_id, d.state as phase, d.due_at, l.node, l.token, l.opened_at, l.ended_how,
      (select nullif(concat_ws(', số ', nullif(r.title, ''), nullif(r.document_number, '')), '')
        from dossier_results r where r.dossier_id = d.id) as result
    from dossier_links l join dossiers d on d.id = l.${sql.ref(other)}
    where l.${sql.ref(own)} = ${dossierId} order by l.opened_at, d.id`.execute(db);
  return rows;
}

/** The procedure of a dossier by its slug. */
export async function readProcedureOf(db: Database, number: string): Promise<string> {
  const { slug } = await db
    .selectFrom('dossiers as d')
    .innerJoin('procedures as p', 'p.id', 'd.procedureId')
    .select('p.slug')
    .where('d.number', '=', number)
    .executeTakeFirstOrThrow();
  return slug;
}
