import type pg from 'pg';

/** A background job that was given up, with the words of its error; answers its id. Nobody else is waiting for it. */
export async function failedJob(
  { superuser }: { readonly superuser: pg.Pool },
  task = 'dossier-received',
  error = 'Máy chủ thư không trả lời',
): Promise<number> {
  const added = await superuser.query<{ id: string }>(`select id from graphile_worker.add_job($1)`, [task]);
  const id = Number(added.rows[0]?.id);
  await superuser.query('select graphile_worker.permanently_fail_jobs(array[$1::bigint], $2)', [id, error]);
  return id;
}
