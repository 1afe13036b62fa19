import { say } from '../say.ts';
import type { World } from '../world.ts';
import { COPIED_TABLES } from './copy.ts';

type Index = { readonly name: string; readonly definition: string };

/** Does something in bulk without the indexes that hold no constraint, and builds them again afterwards. */
export async function withoutIndexes({ superuser }: World, work: () => Promise<void>): Promise<void> {
  const { rows } = await superuser.query<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisunique`,
    [COPIED_TABLES],
  );
  for (const { name } of rows) await superuser.query(`drop index ${name}`);
  try {
    await work();
  } finally {
    say('  building the indexes again…');
    for (const { definition } of rows) await superuser.query(definition);
  }
}
