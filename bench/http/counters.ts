import { Agent, request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request } from 'autocannon';
import { type Load, loadOf } from '../load.ts';

/** Counters that go on with their work whatever happens around them. */
export type Shift = {
  readonly url: string;
  readonly seconds: number;
  /** Pages of the inbox and receptions a second, of all counters together. */
  readonly reads: number;
  readonly writes: number;
  readonly read: (turn: number) => Request;
  readonly write: (turn: number) => Request;
};

/** How long the answers took, counted from when each was due, and how many were sent away or went wrong. */
export type Worked = Load & { readonly refused: number; readonly failed: number };

/** Works through a shift at an even pace. */
export async function workShift(shift: Shift): Promise<{ readonly reads: Worked; readonly writes: Worked }> {
  const agent = new Agent({ keepAlive: true });
  const pace = { url: shift.url, seconds: shift.seconds, agent };
  const [reads, writes] = await Promise.all([
    atPace({ ...pace, rate: shift.reads, next: shift.read, status: 200 }),
    atPace({ ...pace, rate: shift.writes, next: shift.write, status: 303 }),
  ]);
  agent.destroy();
  return { reads, writes };
}

type Pace = {
  readonly url: string;
  readonly seconds: number;
  readonly agent: Agent;
  readonly rate: number;
  readonly next: (turn: number) => Request;
  /** Of an answer that is right. */
  readonly status: number;
};

async function atPace(pace: Pace): Promise<Worked> {
  const times: number[] = [];
  let [refused, failed] = [0, 0];
  const began = performance.now();
  const all = Array.from({ length: pace.seconds * pace.rate }, async (_, turn) => {
    const due = began + (turn * 1000) / pace.rate;
    await wait(Math.max(0, due - performance.now()));
    const status = await statusOf(pace, pace.next(turn));
    if (status === pace.status) times.push(performance.now() - due);
    else if (status === 503 || status === 429) refused += 1;
    else failed += 1;
  });
  await Promise.all(all);
  return { ...loadOf(times, pace.seconds), refused, failed };
}

/** 0 when there was no answer. */
async function statusOf({ url, agent }: Pace, { method, path, headers, body }: Request): Promise<number> {
  return new Promise((resolve) => {
    const asked = send(`${url}${path}`, { method, headers: { ...headers }, agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    asked.once('error', () => resolve(0));
    asked.end(body);
  });
}
