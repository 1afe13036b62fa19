import { weekText } from '#foundation/calendar/weeks/rules.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context } from '#foundation/context.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { PublishedVersion } from '../schema.ts';
import { publishedVersions } from '../service.ts';
import { type OfferingPlace, offeringPlaces } from '../view/service.ts';

/** A counter with when it is open, in sentences; empty when no hours were declared. */
export type OpenPlace = OfferingPlace & { readonly hours: readonly string[] };

export type PublicProcedure = {
  readonly version: PublishedVersion;
  /** `coming` and `ended` are shown with a warning instead of being denied. */
  readonly standing: 'in-force' | 'coming' | 'ended';
  readonly places: readonly OpenPlace[];
};

/** A procedure as everybody may read it (Decree 63/2010/ND-CP, Art. 16), or a refusal. */
export async function publicProcedure(ctx: Context, slug: string): Promise<PublicProcedure> {
  const today = localDateOf(ctx.now);
  const versions = (await publishedVersions(ctx))
    .filter((version) => version.slug === slug)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const current = versions.find(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo),
  );
  const coming = versions.find(({ validFrom }) => validFrom > today);
  const version = current ?? coming ?? versions.at(-1) ?? missing();
  const standing = current ? 'in-force' : coming ? 'coming' : 'ended';
  return { version, standing, places: await openPlaces(ctx, version.procedureId, today) };
}

async function openPlaces(
  ctx: Context,
  procedureId: number,
  today: LocalDate,
): Promise<readonly OpenPlace[]> {
  const places: OpenPlace[] = [];
  for (const place of await offeringPlaces(ctx, procedureId, today)) {
    places.push({ ...place, hours: await openingHours(ctx, place.unit.id, today) });
  }
  return places;
}

/** `Thứ Hai đến Thứ Sáu: 07:00–11:30, 13:30–17:00`; days off are left out. */
async function openingHours(ctx: Context, unitId: number, today: LocalDate): Promise<readonly string[]> {
  const { weeks } = await calendarFor(ctx, unitId);
  const week = weeks.findLast(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
  );
  return week ? weekText(week.shiftsByWeekday).filter((line) => !line.endsWith(': nghỉ')) : [];
}

function missing(): never {
  return refuse('missing', 'Không có thủ tục này. Hãy tìm lại theo tên, ví dụ “khai sinh”, ở trang Thủ tục.');
}
