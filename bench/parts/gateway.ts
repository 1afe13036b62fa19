import { passOn } from '#capabilities/dossiers/service.ts';
import { medianOf } from '../load.ts';
import { beginningOn, FORKED, STRAIGHT } from '../processes.ts';
import { figure, type Part } from '../row.ts';
import { say } from '../say.ts';

/** Dossiers passed on in each round, and those before the measuring begins. */
const EACH = 150;
const WARM_UP = 50;

/** Into two branches at once against one step, in turn. */
export const measureGateway: Part = async (world, { rounds }) => {
  const times: { straight: number; forked: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const count = round === 0 ? WARM_UP : EACH;
    const straight = await passing(world, STRAIGHT, count);
    const forked = await passing(world, FORKED, count);
    if (round > 0) times.push({ straight, forked });
  }
  const ratio = medianOf(times.map(({ straight, forked }) => forked / straight));
  const each = medianOf(times.map(({ forked }) => forked));
  say(`Gateway: ${figure(ratio)} of a straight step`);
  return [
    {
      what: 'passing on into a parallel gateway, against a straight step',
      measured: `${figure(ratio)} times (${figure(each)} ms)`,
      target: '≤ 2',
      isMet: ratio <= 2,
    },
  ];
};

/** Milliseconds for one dossier. */
async function passing(
  world: Parameters<Part>[0],
  definition: typeof STRAIGHT,
  count: number,
): Promise<number> {
  const { counter, begin } = await beginningOn(world, definition);
  const waiting = [];
  for (let n = 0; n < count; n += 1) waiting.push(await begin());
  const began = performance.now();
  for (const { number, sequence } of waiting) {
    await passOn({ ...counter, now: new Date() }, { number, sequence, note: '', officerId: null });
  }
  return (performance.now() - began) / count;
}
