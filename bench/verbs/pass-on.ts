import { passOn } from '#capabilities/dossiers/service.ts';
import type { Context } from '#foundation/context.ts';
import { drive, type Load } from '../load.ts';
import { openRecordingPool } from '../pgbench/record.ts';
import { scriptOf } from '../pgbench/script.ts';
import { FIRST_IDENTIFIER } from '../seed/identifiers.ts';
import { seedReceived, type Waiting } from '../seed/seed.ts';
import { countersOf } from '../staff.ts';
import { systemOn, type World } from '../world.ts';
import { CLIENTS, freshly } from './clients.ts';

/** Passes dossiers on from the counter through the service, until time or dossiers are out. */
export async function passOnByService(
  counters: readonly Context[],
  waiting: readonly Waiting[],
  seconds: number,
): Promise<Load> {
  return drive({
    clients: CLIENTS,
    seconds,
    act: async (turn) => {
      const dossier = waiting[turn];
      if (dossier === undefined) return false;
      await passOn(freshly(holderOf(counters, dossier)), {
        ...referenceOf(dossier),
        note: '',
        officerId: null,
      });
      return true;
    },
  });
}

/** The counter that received a dossier. */
export function holderOf(counters: readonly Context[], { unitId }: Waiting): Context {
  const counter = counters.find(({ actor }) => actor?.post.unitId === unitId);
  if (counter === undefined) throw new Error(`No counter at unit ${unitId}`);
  return counter;
}

const referenceOf = ({ number, sequence }: Waiting) => ({ number, sequence });

/** Dossiers that pgbench passes on, again and again. */
const PGBENCH_DOSSIERS = 2000;
/** A sequence number that no other value can be taken for. */
const SEQUENCE = 3 * FIRST_IDENTIFIER;

/**
 * For each counter, the statements of one pass-on as a script. pgbench sends them for any of the waiting dossiers; the
 * sequence in the history is new each time, so that nothing collides.
 */
export async function passOnScripts(world: World): Promise<readonly string[]> {
  // Of this run: a kept database still has those of the last one.
  const batch = `PGBENCH${Date.now()}`;
  const waiting = await seedReceived(world, PGBENCH_DOSSIERS, batch);
  const recording = openRecordingPool(world.application);
  const system = await systemOn(recording.pool, world.folder);
  const scripts: string[] = [];
  for (const ctx of await countersOf(system, world.superuser)) {
    const [first, second] = waiting.filter(({ unitId }) => unitId === ctx.actor?.post.unitId);
    if (!first || !second) throw new Error('Nothing waits');
    await passOn(freshly(ctx), { ...referenceOf(first), note: '', officerId: null }); // Fills the caches.
    await world.superuser.query('update dossiers set sequence = $2 where number = $1', [
      second.number,
      SEQUENCE,
    ]);
    recording.take();
    await passOn(freshly(ctx), { number: second.number, sequence: SEQUENCE, note: '', officerId: null });
    scripts.push(
      scriptOf(recording.take(), {
        head: [
          `\\set dossier random(0, ${PGBENCH_DOSSIERS - 1})`,
          `\\set sequence random(${SEQUENCE + 2}, 2000000000)`,
        ],
        tokens: [{ text: second.number, expression: `'${batch}-' || :dossier::text` }],
        numbers: new Map([[SEQUENCE + 1, ':sequence']]),
      }),
    );
  }
  await recording.pool.end();
  return scripts;
}
