import { localDateOf } from '#kernel/local-date.ts';
import { receive } from '#capabilities/dossiers/intake/service.ts';
import type { ReceiveInput } from '#capabilities/dossiers/intake/schema.ts';
import { isReturnStep } from '#capabilities/dossiers/rules.ts';
import { activeStep } from '#capabilities/dossiers/state.ts';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { enterResult, passOn, returnResult } from '#capabilities/dossiers/service.ts';
import { offeringsOf } from '#capabilities/procedures/service.ts';
import type { Context } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { receptionOf } from '#test/dossiers.ts';
import { communeSeats, countersOf, type Seat } from '../staff.ts';
import type { World } from '../world.ts';

/** How far a dossier has come. */
export type Stage = 'received' | 'processing' | 'returned';

/** A dossier that the verbs made, whose rows are copied. */
export type Template = {
  readonly number: string;
  readonly stage: Stage;
  readonly name: string;
  readonly idNumber: string;
};

/** Procedures a commune does alone, of those that every commune offers. */
const PROCEDURES = 3;

let lastPerson = 0;

/** What an officer enters for somebody never seen before, with an address for letters, so that a job is queued as well. */
export async function newReception(ctx: Context, slug: string): Promise<ReceiveInput> {
  const input = await receptionOf(ctx, slug);
  lastPerson += 1;
  const idNumber = `099${String(lastPerson).padStart(9, '0')}`;
  const applicant = { ...input.applicant, idNumber, email: 'nguoi-nop@example.vn' };
  return { ...input, applicant };
}

/** For each counter, dossiers of several procedures at each stage, made by the verbs from reception to return. */
export async function makeTemplates(world: World): Promise<readonly Template[]> {
  const seats = await communeSeats(world.superuser);
  const templates: Template[] = [];
  for (const counter of await countersOf(world.system, world.superuser)) {
    for (const slug of await ownProcedures(counter)) {
      for (const stage of ['received', 'processing', 'returned'] as const) {
        templates.push(await makeTemplate({ world, seats, counter }, slug, stage));
      }
    }
  }
  return templates;
}

/** Slugs of procedures whose every step a commune does itself. */
export async function ownProcedures(counter: Context): Promise<readonly string[]> {
  const unitId = counter.actor?.post.unitId ?? 0;
  const offered = await offeringsOf(counter, unitId, localDateOf(counter.now));
  const own = offered.filter(({ version }) =>
    version.content.steps.every(({ place }) => place.scope === 'reception' || place.scope === 'commune'),
  );
  if (own.length < PROCEDURES) throw new Error('The starter catalogue has too few procedures of communes');
  return own.slice(0, PROCEDURES).map(({ version }) => version.slug);
}

type Maker = { readonly world: World; readonly seats: readonly Seat[]; readonly counter: Context };

async function makeTemplate(maker: Maker, slug: string, stage: Stage): Promise<Template> {
  const input = await newReception(maker.counter, slug);
  let state = await receive(maker.counter, input);
  const { fullName: name, idNumber } = input.applicant;
  const template = { number: state.number, stage, name, idNumber };
  if (stage === 'received') return template;
  state = await forward(maker, state);
  if (stage === 'processing') return template;
  state = await enterResult(await holderOf(maker, state), { ...referenceOf(state), ...GRANTED });
  while (!isReturnStepActive(state)) state = await forward(maker, state);
  await returnResult(await holderOf(maker, state), { ...referenceOf(state), ...GIVEN, recipient: name });
  return template;
}

const referenceOf = ({ number, sequence }: DossierState) => ({ number, sequence });

const GRANTED = {
  outcome: 'granted',
  title: 'Kết quả giải quyết',
  documentNumber: '12',
  issuedOn: '2020-04-28',
  reason: '',
} as const;

const GIVEN = { relation: 'Chính người nộp', idNumber: '', acknowledgement: 'signed', note: '' } as const;

function isReturnStepActive(state: DossierState): boolean {
  const step = activeStep(state);
  return step !== null && isReturnStep(state, step);
}

async function forward(maker: Maker, state: DossierState): Promise<DossierState> {
  return passOn(await holderOf(maker, state), { ...referenceOf(state), note: '', officerId: null });
}

/** Somebody who may do the active step. */
async function holderOf({ world, seats }: Maker, state: DossierState): Promise<Context> {
  const step = activeStep(state);
  const seat = seats.find(({ unitId, role }) => unitId === step?.unitId && role === step.role);
  if (!seat) throw new Error(`Nobody can do the step “${step?.name}”`);
  return actAs(world.system, seat.login);
}
