import { createHash, timingSafeEqual } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { DueExplanation } from '#kernel/working-time/due.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { withOneDossier } from '#foundation/access/scope.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import type { ReturnMethod } from '#capabilities/slips/words.ts';
import { asDossierEvent, type DossierEvent } from '../deeds.ts';
import type { CitizenRead } from '../reads/schema.ts';
import { readsForCitizen } from '../reads/service.ts';
import type { DossierState } from '../schema.ts';
import { loadDossier } from '../store.ts';
import { LOOKUP_LIMIT } from './rules.ts';
import type { LookupInput } from './schema.ts';
import { countWrongCodes, insertWrongCode, type LookupRow, readLookup, sweepWrongCodes } from './store.ts';

/** What a person with the number and the code of a receipt may see. */
export type Lookup = {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
  readonly title: string;
  readonly applicantName: string;
  readonly returnMethod: ReturnMethod;
  readonly explanation: DueExplanation;
  readonly calendar: WorkingCalendar;
  /** When its personal data were erased, after retention ended. */
  readonly disposedAt: Date | null;
  /** Which officials have read it, by post and day, latest first. */
  readonly reads: readonly CitizenRead[];
  readonly dossierId: number;
  /** The check code that opened it, for what its page sends back. */
  readonly code: string;
  /** Sees the rows of this dossier alone. */
  readonly own: Context;
};

const DAY_MS = 86_400_000;

/**
 * Looks a dossier up for the public. A wrong number and a wrong code are told alike; too many of them from one
 * address have to wait (an 8-character code has 27^8 values, so guessing within the limit is hopeless).
 */
export async function lookUp(ctx: Context, input: LookupInput, address: string): Promise<Lookup> {
  const row = await asSystem(ctx, async (system) => open(system, input, address));
  const own = withOneDossier(ctx, row.id);
  const loaded = await loadDossier(own.db, input.number, 'read');
  if (!loaded) throw new Error('A dossier vanished');
  const { state } = loaded;
  const { title, applicantName, returnMethod, disposedAt } = row;
  return {
    state,
    events: (await historyOf(own, 'dossier', loaded.id)).map(asDossierEvent),
    title,
    applicantName,
    returnMethod,
    disposedAt,
    // Written at reception by this capability from the kernel's own explanation.
    explanation: row.dueExplanation as DueExplanation,
    calendar: await calendarFor(ctx, state.receivingUnitId),
    reads: await readsForCitizen(own, loaded.id),
    dossierId: loaded.id,
    code: input.code,
    own,
  };
}

/** Compares the code: until it is right nobody is shown anything, so the system does it. */
async function open(ctx: Context, input: LookupInput, address: string): Promise<LookupRow> {
  const from = { address, since: new Date(ctx.now.getTime() - LOOKUP_LIMIT.minutes * 60_000) };
  const { wrongCodes, dossier } = await readLookup(ctx.db, input.number, from);
  if (wrongCodes >= LOOKUP_LIMIT.attempts) refuseToGuess();
  if (dossier && isSame(dossier.checkCode, input.code)) return dossier;
  await insertWrongCode(ctx.db, address, ctx.now);
  // Counted again with this one, so that many at once are told no more than many in a row.
  if ((await countWrongCodes(ctx.db, from)) > LOOKUP_LIMIT.attempts) refuseToGuess();
  const sentence = 'Số hồ sơ hoặc mã tra cứu chưa đúng. Hãy xem lại trên giấy hẹn.';
  return refuse('invalid', sentence, { number: sentence });
}

function refuseToGuess(): never {
  refuse(
    'conflict',
    `Bạn đã nhập sai quá nhiều lần. Hãy chờ ${LOOKUP_LIMIT.minutes} phút rồi thử lại, hoặc hỏi tại quầy.`,
  );
}

/** Forgets wrong codes that no longer count; a daily job. */
export async function sweepLookups(ctx: Context): Promise<void> {
  await sweepWrongCodes(ctx.db, new Date(ctx.now.getTime() - DAY_MS));
}

/** Compares in constant time: how long it takes says nothing about how much was right. */
function isSame(known: string, given: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(known), digest(given));
}
