import type { Request } from 'autocannon';
import { randomUUID } from 'node:crypto';
import { dossierPath } from '#capabilities/dossiers/schema.ts';
import type { Context } from '#foundation/context.ts';
import type { Waiting } from '../seed/seed.ts';
import { cookieOf } from '../staff.ts';
import { at } from '../verbs/receive.ts';
import { holderOf } from '../verbs/pass-on.ts';
import type { World } from '../world.ts';

/** Requests that press the button of the dossier's page which passes it on. */
export async function passOnRequests(
  world: World,
  counters: readonly Context[],
  waiting: readonly Waiting[],
): Promise<(turn: number) => Request> {
  const cookies = new Map<Context, string>();
  for (const ctx of counters) cookies.set(ctx, await cookieOf(world.system, world.superuser, ctx));
  return (turn) => {
    const dossier = at(waiting, turn);
    const { number, sequence } = dossier;
    const fields = { formId: randomUUID(), sequence: String(sequence), note: '', officerId: '' };
    const cookie = cookies.get(holderOf(counters, dossier)) ?? '';
    return {
      method: 'POST',
      path: dossierPath(number, 'pass-on'),
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    };
  };
}
