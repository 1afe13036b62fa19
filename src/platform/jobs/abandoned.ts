import type pg from 'pg';
import type { Log } from '#platform/log/log.ts';

/** Any number; with the name of a worker it makes the lock that says that this worker lives. */
export const LIVING = 7_205_204;

/** Who has just begun may have taken a job before its lock. */
const GRACE = '5 seconds';

/**
 * The queue knows a worker by its name alone, and leaves what a killed one held to itself for four hours. Here every worker
 * holds a lock under its name, on a connection that ends with its process; jobs of a name without a lock are free again.
 */
export type Abandoned = {
  /** Says that this worker lives, and frees what others held that do not. Call again and again. */
  readonly look: (worker: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export function watchAbandoned(ownerPool: pg.Pool, log: Log): Abandoned {
  let held: { readonly client: pg.PoolClient; readonly worker: string } | undefined;
  const letGo = (): void => {
    held?.client.release(true);
    held = undefined;
  };
  return {
    look: async (worker) => {
      if (held?.worker !== worker) letGo();
      held ??= await holdLock(ownerPool, worker, letGo);
      const freed = await freeAbandoned(held.client, worker).catch((error: unknown) => {
        letGo();
        throw error;
      });
      if (freed.length > 0) log.warn({ workers: freed }, 'Nhận lại việc nền của tiến trình đã bị dừng');
    },
    close: async () => letGo(),
  };
}

async function holdLock(ownerPool: pg.Pool, worker: string, onLost: () => void) {
  const client = await ownerPool.connect();
  client.once('error', onLost);
  await client
    .query('select pg_advisory_lock($1, hashtext($2))', [LIVING, worker])
    .catch((error: unknown) => {
      client.release(true);
      throw error;
    });
  return { client, worker };
}

async function freeAbandoned(client: pg.PoolClient, worker: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ workers: readonly string[] | null }>(
    `with held as (
       select distinct locked_by from graphile_worker.jobs
       where locked_at < now() - $3::interval and locked_by <> $2
     ), gone as (
       select array_agg(locked_by) as workers from held where pg_try_advisory_xact_lock($1, hashtext(locked_by))
     )
     select workers, case when workers is null then null else graphile_worker.force_unlock_workers(workers) end
     from gone`,
    [LIVING, worker, GRACE],
  );
  return rows[0]?.workers ?? [];
}
