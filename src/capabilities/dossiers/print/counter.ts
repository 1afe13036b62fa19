/** The head of every slip: which authority, which counter, where it is and when it is open. */
import { localDateOf } from '#kernel/local-date.ts';
import { weekText } from '#foundation/calendar/weeks/rules.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context } from '#foundation/context.ts';
import { ancestorsOf } from '#foundation/organisation/rules.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ReceiptForm } from '#capabilities/slips/schema.ts';

export type Counter = Pick<ReceiptForm, 'letterhead' | 'oneStop'>;

/** Decree 61/2018/NĐ-CP, Art. 7: what a counter within a People's Committee is called. */
const COUNTER_NAME = 'Bộ phận Tiếp nhận và Trả kết quả';
const COMMITTEE = 'Ủy ban nhân dân ';

/** Letterhead and counter of a unit as they stood at an instant, so that an old slip prints again as it was. */
export async function counterOf(ctx: Context, unitId: number, at: Date): Promise<Counter> {
  const chain = ancestorsOf(await organisationOn(ctx, localDateOf(at)), unitId);
  const [unit] = chain;
  if (!unit) return refuse('missing', 'Đơn vị này không hoạt động vào ngày của phiếu.');
  const committees = chain.filter((above) => above.kind === 'people-committee');
  const agency = committees[0] ?? unit;
  return {
    letterhead: {
      agency: agency.name,
      parentAgency: committees[1]?.name ?? null,
      place: placeName(agency),
    },
    oneStop: {
      name: counterName(unit, agency),
      address: unit.address || agency.address || committees.map(territoryOf).join(', ') || agency.name,
      phone: unit.phone || agency.phone || null,
      hours: await hoursOf(ctx, unitId, at),
      website: new URL(ctx.publicUrl).host,
    },
  };
}

/** `huyện An Lão` for the People's Committee of An Lão. */
function territoryOf(committee: Unit): string {
  return committee.name.startsWith(COMMITTEE) ? committee.name.slice(COMMITTEE.length) : committee.name;
}

/** `An Lão`: what stands before the date (Decree 30/2020/NĐ-CP, annex I: the name of the place). */
function placeName(agency: Unit): string {
  return territoryOf(agency).replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|phường|xã|đặc khu) /, '');
}

/** A counter of its own has its own name, without the territory that the line above it says. */
function counterName(unit: Unit, agency: Unit): string {
  if (unit.kind !== 'one-stop') return COUNTER_NAME;
  const tail = ` ${territoryOf(agency)}`;
  return unit.name.endsWith(tail) ? unit.name.slice(0, -tail.length) : unit.name;
}

/** `Thứ Hai đến Thứ Sáu: 07:00–11:30, 13:30–17:00`; days off are not said. */
async function hoursOf(ctx: Context, unitId: number, at: Date): Promise<string | null> {
  const day = localDateOf(at);
  const { weeks } = await calendarFor(ctx, unitId);
  const week = weeks.findLast(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  const lines = week ? weekText(week.shiftsByWeekday).filter((line) => !line.endsWith(': nghỉ')) : [];
  return lines.length > 0 ? lines.join('; ') : null;
}
