/**
 * Loaded before the application by the tests of survival (`node --import`): kills it, or its database, at the point it was
 * told. Synchronously, so that nothing happens between the point and the kill.
 */
import { subscribe } from 'node:diagnostics_channel';
import { channelOf } from '#platform/points.ts';
import { killDatabase } from './kill.ts';
import { type Order, ORDER_VARIABLE, POINTS } from './order.ts';

let order: Order | undefined = parse(process.env[ORDER_VARIABLE]);
let times = 0;

// Messages come from the test that started this process.
process.on('message', (message) => {
  order = message as Order;
  times = 0;
});
// Who waits for nothing but an order may end.
process.channel?.unref();

for (const point of POINTS) {
  subscribe(channelOf(point), () => {
    if (order?.point !== point) return;
    times += 1;
    if (times === order.nth) carryOut(order);
  });
}

function carryOut({ victim, cluster }: Order): void {
  order = undefined;
  if (victim !== 'application') killDatabase(cluster);
  if (victim !== 'database') process.kill(process.pid, 'SIGKILL');
  process.send?.('killed');
}

function parse(text: string | undefined): Order | undefined {
  // Written by the test.
  return text === undefined ? undefined : (JSON.parse(text) as Order);
}
