import { fold } from '#kernel/vietnamese/fold.ts';
import { receive } from '#capabilities/dossiers/intake/service.ts';
import type { ReceiveInput } from '#capabilities/dossiers/intake/schema.ts';
import type { Context } from '#foundation/context.ts';
import { drive, type Load } from '../load.ts';
import { openRecordingPool } from '../pgbench/record.ts';
import { scriptOf, type Token } from '../pgbench/script.ts';
import { newReception, ownProcedures } from '../seed/templates.ts';
import { countersOf } from '../staff.ts';
import { systemOn, type World } from '../world.ts';
import { CLIENTS, freshly } from './clients.ts';

/** A counter with what is received at it over and over, each time from somebody else. */
export type Counter = { readonly ctx: Context; readonly input: ReceiveInput };

/** The counters of the communes, each with the first procedure a commune does alone. */
export async function receivingCounters(world: World): Promise<readonly Counter[]> {
  return withInputs(await countersOf(world.system, world.superuser));
}

async function withInputs(contexts: readonly Context[]): Promise<readonly Counter[]> {
  return Promise.all(
    contexts.map(async (ctx) => ({
      ctx,
      input: await newReception(ctx, (await ownProcedures(ctx))[0] ?? ''),
    })),
  );
}

let people = 0;

/** An identity number that nobody had before, in this run or an earlier one over the same database. */
export function newIdNumber(): string {
  people += 1;
  return `1${String(Math.floor(Date.now() / 1000) % 100_000_000).padStart(8, '0')}${String(people).padStart(6, '0')}`.slice(
    -12,
  );
}

/** Receives through the service, the clients taking turns at the counters. */
export async function receiveByService(counters: readonly Counter[], seconds: number): Promise<Load> {
  return drive({
    clients: CLIENTS,
    seconds,
    act: async (turn) => {
      const { ctx, input } = at(counters, turn);
      await receive(freshly(ctx), withPerson(input, newIdNumber()));
      return true;
    },
  });
}

export function at<Value>(values: readonly Value[], turn: number): Value {
  const value = values[turn % values.length];
  if (value === undefined) throw new Error('There are none');
  return value;
}

export function withPerson(input: ReceiveInput, idNumber: string): ReceiveInput {
  return { ...input, applicant: { ...input.applicant, idNumber } };
}

/** For each counter, the statements of one reception as a script that receives from somebody else each time. */
export async function receiveScripts(world: World): Promise<readonly string[]> {
  const recording = openRecordingPool(world.application);
  const system = await systemOn(recording.pool, world.folder);
  const counters = await withInputs(await countersOf(system, world.superuser));
  const scripts: string[] = [];
  for (const { ctx, input } of counters) {
    await receive(freshly(ctx), withPerson(input, newIdNumber())); // Once to fill the caches.
    recording.take();
    const idNumber = newIdNumber();
    const state = await receive(freshly(ctx), withPerson(input, idNumber));
    const statements = recording.take();
    const taken = statements.findIndex(({ text }) => text.includes('dossier_counters'));
    const tokens = [...numberTokens(state.number, taken), { text: idNumber, expression: ':person::text' }];
    const head = ['\\set person random(200000000000, 999999999999)'];
    scripts.push(scriptOf(statements, { head, tokens, numbers: new Map() }));
  }
  await recording.pool.end();
  return scripts;
}

/** The dossier's number, as written and as folded, with the counter's value in the place of its last part. */
function numberTokens(number: string, taken: number): readonly Token[] {
  const last = `:s${taken}_last::text`;
  const sequence = `lpad(${last}, greatest(4, length(${last})), '0')`;
  const token = (text: string): Token => ({
    text,
    expression: `'${text.slice(0, text.lastIndexOf('-') + 1)}' || ${sequence}`,
  });
  return [token(number), token(fold(number))];
}
