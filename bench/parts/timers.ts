import { fireTimers } from '#capabilities/dossiers/timers/service.ts';
import { beginningOn, TIMED } from '../processes.ts';
import { fact, figure, type Part } from '../row.ts';
import { say } from '../say.ts';
import { seedLike } from '../seed/seed.ts';

/** Of a million dossiers so many run with a timer that is due in the same minute. */
const SHARE = 10;
const MEGABYTE = 1024 * 1024;

/** Every timer is due at once: how fast they go off, and whether each goes off once. */
export const measureTimers: Part = async (world, { size }) => {
  const count = Math.ceil(size / SHARE);
  const { begin } = await beginningOn(world, TIMED);
  const { number, person } = await begin();
  say(`Writing ${count.toLocaleString('en')} running dossiers with a timer…`);
  await seedLike(world, { number, stage: 'received', name: 'Nguyễn Thị B', idNumber: person }, count);
  await world.superuser.query(`update dossier_timers set due_at = now() - interval '1 second'`);
  const before = await moved(world.superuser);
  let [timers, failed, most] = [0, 0, 0];
  const began = performance.now();
  for (
    let round = await fireTimers(world.system, 'bench');
    ;
    round = await fireTimers(world.system, 'bench')
  ) {
    timers += round.timers;
    failed += round.failed;
    most = Math.max(most, process.memoryUsage().rss);
    if (round.timers === 0) break;
    say(`  ${timers.toLocaleString('en')}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const twice = (await moved(world.superuser)) - before - timers;
  const left = await world.superuser.query<{ count: number }>(
    'select count(*)::int as count from dossier_timers where due_at < now()',
  );
  return [
    fact(
      `timers due in the same minute: ${timers.toLocaleString('en')}`,
      `${figure(timers / seconds)} a second, ${figure(seconds)} s in all`,
    ),
    {
      what: 'of them left, failed, gone off twice',
      measured: `${left.rows[0]?.count ?? 0}, ${failed}, ${twice}`,
      target: '0, 0, 0',
      isMet: failed === 0 && twice === 0 && left.rows[0]?.count === 0,
    },
    fact('memory of the process meanwhile', `${figure(most / MEGABYTE)} MB`),
  ];
};

/** Deeds by which timers moved dossiers. */
async function moved(superuser: Parameters<Part>[0]['superuser']): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(
    `select count(*)::int as count from history_events where stream = 'dossier' and kind = 'advanced' and officer_id is null`,
  );
  return rows[0]?.count ?? 0;
}
