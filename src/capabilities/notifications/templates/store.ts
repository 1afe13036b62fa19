import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Channel, NoticeTemplate, TemplateCode } from '../schema.ts';

const COLUMNS = ['id', 'code', 'channel', 'subject', 'body', 'validFrom', 'validTo', 'sequence'] as const;

/** Every text of every time, by kind, channel and period. */
export async function readTemplates(db: Database): Promise<readonly NoticeTemplate[]> {
  const rows = await db
    .selectFrom('noticeTemplates')
    .select(COLUMNS)
    .orderBy('code')
    .orderBy('channel')
    .orderBy('validFrom')
    .execute();
  return rows.map(templateOf);
}

/** Those of one kind on one channel, oldest first; held until the transaction ends. */
export async function lockTemplates(
  db: Database,
  code: TemplateCode,
  channel: Channel,
): Promise<readonly NoticeTemplate[]> {
  const rows = await db
    .selectFrom('noticeTemplates')
    .select(COLUMNS)
    .where('code', '=', code)
    .where('channel', '=', channel)
    .orderBy('validFrom')
    .forUpdate()
    .execute();
  return rows.map(templateOf);
}

type Row = Omit<NoticeTemplate, 'code' | 'channel'> & { readonly code: string; readonly channel: string };

function templateOf(row: Row): NoticeTemplate {
  // The verbs of this capability write these codes and channels alone.
  return { ...row, code: row.code as TemplateCode, channel: row.channel as Channel };
}

export async function insertTemplate(db: Database, row: Omit<NoticeTemplate, 'id'>): Promise<number> {
  const { id } = await db.insertInto('noticeTemplates').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateTemplate(
  db: Database,
  id: number,
  change: Partial<Pick<NoticeTemplate, 'subject' | 'body'>> & {
    readonly sequence: number;
    readonly validTo?: LocalDate | null;
  },
): Promise<void> {
  await db.updateTable('noticeTemplates').set(change).where('id', '=', id).execute();
}
