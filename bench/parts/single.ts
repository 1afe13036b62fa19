import { computeDue } from '#kernel/working-time/due.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { systemContext } from '#foundation/context.ts';
import { printReceipt } from '#capabilities/slips/print.ts';
import { FIRST_FORM_SETS } from '#capabilities/slips/sets/first.ts';
import { receiptSpecimen } from '#capabilities/slips/specimens.ts';
import { loadOf } from '../load.ts';
import { fact, figure, type Part } from '../row.ts';
import { say } from '../say.ts';

/** Dates before the measuring begins: the interpreter has then compiled what it will. */
const WARM_UP = 200;

/** What is done once per dossier by one process: the receipt, and the due date. */
export const measureSingle: Part = async (world) => {
  say('Receipts and due dates…');
  const receipts = await timesOf(40, 100, async (turn) => {
    const receivedAt = new Date(receiptSpecimen.receivedAt.getTime() + turn * 60_000);
    await printReceipt(FIRST_FORM_SETS[0], { ...receiptSpecimen, receivedAt });
  });
  const calendar = await calendarFor(await systemContext(world.system, 'bench'), null);
  const start = Date.parse('2020-01-06T08:00:00+07:00');
  const dates = await timesOf(WARM_UP, 3000, async (turn) => {
    computeDue(calendar, new Date(start + (turn % 300) * 86_400_000), { unit: 'working-day', value: 10 });
  });
  return [
    {
      what: 'receipt (Form 01) as PDF/A, warm',
      measured: `${figure(receipts.p50)} ms (p99 ${figure(receipts.p99)} ms)`,
      target: '≤ 10 ms',
      isMet: receipts.p50 <= 10,
    },
    fact('due date of ten working days with its explanation', `${figure(dates.perSecond)} a second`),
  ];
};

async function timesOf(warmUp: number, count: number, act: (turn: number) => Promise<void>) {
  for (let turn = 0; turn < warmUp; turn += 1) await act(turn);
  const times: number[] = [];
  const began = performance.now();
  for (let turn = 0; turn < count; turn += 1) {
    const from = performance.now();
    await act(warmUp + turn);
    times.push(performance.now() - from);
  }
  return loadOf(times, (performance.now() - began) / 1000);
}
