import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Consent, KeptName, KeptPaper, Removal, VaultItem, VaultPurpose, VaultUse } from './schema.ts';

/**
 * Says for whom a counter receives, until the transaction ends: of nobody else does the server show anything that is
 * kept. There is no query over all people, whoever writes it.
 */
export async function receiveFor(db: Database, applicantId: number): Promise<void> {
  await sql`select set_config('motcua.applicant', ${String(applicantId)}, true)`.execute(db);
}

const USES = sql<readonly { readonly number: string | null; readonly at: string }[]>`(
  select coalesce(json_agg(json_build_object('number', d.number, 'at', u.used_at) order by u.used_at desc), '[]')
  from vault_uses u left join dossiers d on d.id = u.dossier_id where u.item_id = vault_items.id)`;

/** What a person has in the store, latest first. */
export async function readItems(db: Database, applicantId: number): Promise<readonly VaultItem[]> {
  const rows = await db
    .selectFrom('vaultItems')
    .select(['id', 'name', 'documentNumber', 'issuedOn', 'issuedBy', 'validTo', 'fileName', 'mediaType'])
    .select(['size', 'hash', 'pages', 'archival', 'purpose', 'keptAt'])
    .select(USES.as('uses'))
    .where('applicantId', '=', applicantId)
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  // A database check says that what was not taken away has its bytes.
  return rows.map(({ uses, hash, ...item }) => ({ ...item, hash: hash ?? '', uses: uses.map(asUse) }));
}

/** The names of it, for whoever opened a dossier of that person with number and code. */
export async function readNames(db: Database, dossierId: number): Promise<readonly KeptName[]> {
  const rows = await db
    .selectFrom('vaultItems')
    .select(['id', 'name', 'issuedOn', 'validTo', 'keptAt'])
    .select(USES.as('uses'))
    .where('applicantId', '=', (query) =>
      query.selectFrom('dossiers').select('applicantId').where('id', '=', dossierId),
    )
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ uses, ...item }) => ({ ...item, uses: uses.map(asUse) }));
}

function asUse({ number, at }: { readonly number: string | null; readonly at: string }): VaultUse {
  return { number, at: new Date(at) };
}

export type NewItem = KeptPaper & {
  readonly applicantId: number;
  readonly paperClass: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
  readonly pages: number | null;
  readonly archival: string;
  readonly purpose: VaultPurpose;
  readonly consent: Consent;
  readonly keptFrom: number;
  readonly keptBy: number;
  readonly keptAt: Date;
};

/** Returns the identifier of the new row. */
export async function insertItem(db: Database, item: NewItem): Promise<number> {
  const { id } = await db.insertInto('vaultItems').values(item).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Papers of the same kind and number that a new one takes the place of; they stay locked. */
export async function lockReplaced(
  db: Database,
  item: Pick<NewItem, 'applicantId' | 'paperClass' | 'documentNumber'>,
): Promise<readonly LockedItem[]> {
  return db
    .selectFrom('vaultItems')
    .select(['id', 'hash'])
    .where('applicantId', '=', item.applicantId)
    .where('paperClass', '=', item.paperClass)
    .where('documentNumber', 'in', [item.documentNumber, ''])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export type LockedItem = { readonly id: number; readonly hash: string | null };

/** A paper that is still there, locked until the transaction ends; null when it is not, or is of somebody else. */
export async function lockItem(db: Database, applicantId: number, id: number): Promise<LockedItem | null> {
  const row = await db
    .selectFrom('vaultItems')
    .select(['id', 'hash'])
    .where('id', '=', id)
    .where('applicantId', '=', applicantId)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** What stands where a name was. */
const GONE = '(đã xóa)';

/** Leaves of a paper only that there was one, from when until when, and why it went. */
export async function markGone(
  db: Database,
  id: number,
  gone: { readonly removal: Removal; readonly removedBy: number; readonly removedAt: Date },
): Promise<void> {
  const nothing = {
    name: GONE,
    paperClass: GONE,
    documentNumber: '',
    issuedOn: null,
    issuedBy: '',
    validTo: null,
  };
  await db
    .updateTable('vaultItems')
    .set({ ...nothing, fileName: GONE, hash: null, ...gone })
    .where('id', '=', id)
    .execute();
}

export async function insertUse(
  db: Database,
  use: {
    readonly itemId: number;
    readonly dossierId: number;
    readonly paperPosition: number;
    readonly usedBy: number;
    readonly usedAt: Date;
  },
): Promise<void> {
  await db.insertInto('vaultUses').values(use).execute();
}

/** Erases all that is kept of a person. Returns which papers those were, with the hashes of their files. */
export async function eraseItems(db: Database, applicantId: number): Promise<readonly LockedItem[]> {
  const ids = db.selectFrom('vaultItems').select('id').where('applicantId', '=', applicantId);
  await db.deleteFrom('vaultUses').where('itemId', 'in', ids).execute();
  return db
    .deleteFrom('vaultItems')
    .where('applicantId', '=', applicantId)
    .returning(['id', 'hash'])
    .execute();
}
