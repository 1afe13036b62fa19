import { requireActor } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context } from '#foundation/context.ts';
import { committeeOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { type Period, parsePeriod } from '#kernel/period/period.ts';
import type { OwnFrame } from '#kernel/report/schema.ts';
import { isWorkingDay } from '#kernel/working-time/calendar.ts';
import { knownDocuments } from '#capabilities/documents/service.ts';
import { knownFigures } from '#capabilities/indicators/service.ts';
import type { Facts, Read } from './thread/messages.ts';

/** Of whom and of what a text is, where that is known from outside of it. */
export type About = { readonly unitId: number; readonly period: Period };

/** What this installation knows that a text can be held against: of what it says it is about when nobody said more. */
export async function factsFor(ctx: Context, { frame, dates }: Read, about: About | null): Promise<Facts> {
  const unitId = about?.unitId ?? (await committeeOfReader(ctx));
  const period = about?.period ?? periodOf(frame);
  const calendar = await calendarFor(ctx, unitId);
  return {
    documents: await knownDocuments(ctx),
    figures: period === null ? [] : await knownFigures(ctx, unitId, period),
    daysOff: dates.filter((date) => !isWorkingDay(calendar, date)),
  };
}

function periodOf({ period }: OwnFrame): Period | null {
  return period === null ? null : parsePeriod(`${period.from}..${period.to}`);
}

/** Reports are those of committees; a department reads with the eyes of the one it works for. */
async function committeeOfReader(ctx: Context): Promise<number> {
  const { unitId } = requireActor(ctx).post;
  return committeeOf(await organisationNow(ctx), unitId)?.id ?? unitId;
}
