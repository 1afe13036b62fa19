import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { allOfferings } from '#capabilities/procedures/service.ts';
import type { TrackingBookForm } from '#capabilities/slips/schema.ts';
import { PARTY_FIELDS } from '../../personal-data.ts';
import { noteReads } from '../../reads/service.ts';
import { searched } from '../../identity-number.ts';
import { counterOf } from '../counter.ts';
import { type BookPeriod, type BookQuery, type BookRow, MOST_LINES, PAGE_SIZE } from './schema.ts';
import { countBook, readBook } from './store.ts';

export type Book = {
  readonly period: BookPeriod;
  readonly rows: readonly BookRow[];
  readonly total: number;
  /** Counters whose books the actor may read. */
  readonly counters: readonly Unit[];
  readonly unitName: (unitId: number) => string;
};

/**
 * One page of a counter's tracking book; as a file or a print the whole period, refused when it is too long for one.
 * Whose lines were read is recorded.
 */
export async function trackingBook(
  ctx: Context,
  query: BookQuery,
  manner: 'listed' | 'exported' | 'printed' = 'listed',
): Promise<Book> {
  const whole = manner !== 'listed';
  const counters = await readableCounters(ctx);
  const period = periodOf(ctx, query, counters);
  await authorise(ctx, 'tracking-book.read', period.unitId);
  const filter = searched(ctx, query);
  const total = await countBook(ctx.db, period, filter);
  if (whole && total > MOST_LINES) {
    refuse(
      'invalid',
      `Khoảng thời gian này có ${formatNumber(total)} hồ sơ, nhiều hơn ${formatNumber(MOST_LINES)} dòng của một lần in. Hãy chọn khoảng ngắn hơn, ví dụ từng quý.`,
    );
  }
  const part = whole
    ? { limit: MOST_LINES, offset: 0 }
    : { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  const rows = await inTransaction(ctx, async (tx) => {
    const read = await readBook(tx.db, period, { filter, part });
    const detail = whole ? 'Sổ theo dõi hồ sơ' : '';
    await noteReads(tx, { subject: 'dossier', ids: read.map(({ id }) => id), manner, detail });
    return read;
  });
  const shown = (await mayReadPersonal(ctx, period.unitId))
    ? rows
    : rows.map((row) => ({ ...row, phone: masked(PARTY_FIELDS.phone, row.phone) }));
  return { period, rows: shown, total, counters, unitName: await unitNames(ctx, 'name') };
}

/** Form 06 of a period, ready to print. */
export async function printedBook(ctx: Context, query: BookQuery): Promise<TrackingBookForm> {
  const { period, rows, unitName } = await trackingBook(ctx, query, 'printed');
  return {
    ...(await counterOf(ctx, period.unitId, ctx.now)),
    volume: `01/${period.to.slice(0, 4)}`,
    from: period.from,
    to: period.to,
    lines: rows.map((row, index) => ({
      order: row.line ?? index + 1,
      dossierNumber: row.number,
      procedureName: row.title,
      applicantName: row.applicantName,
      contact: contactOf(row),
      resolvingUnit: unitName(row.resolvingUnitId),
      receivedAt: row.receivedAt,
      dueAt: row.dueAt,
      returnedAt: row.returnedAt,
      delivery: row.returnMethod,
    })),
  };
}

/** `Thôn 3, xã An Hòa; 0905000123`. */
export function contactOf({ address, phone }: Pick<BookRow, 'address' | 'phone'>): string {
  return [address, phone].filter(Boolean).join('; ');
}

/** The unit asked for, else the actor's own counter, else the first; from the first of the month until today. */
function periodOf(ctx: Context, query: BookQuery, counters: readonly Unit[]): BookPeriod {
  const today = localDateOf(ctx.now);
  const own = requireActor(ctx).post.unitId;
  const isCounter = counters.some((unit) => unit.id === own);
  const unitId = query.unit ?? (isCounter ? own : (counters[0]?.id ?? own));
  const to: LocalDate = query.to || today;
  const from: LocalDate = query.from || `${to.slice(0, 8)}01`;
  if (from > to) refuse('invalid', 'Ngày bắt đầu phải trước hoặc bằng ngày kết thúc. Hãy chọn lại.');
  return { unitId, from, to };
}

/** Units that receive dossiers and whose book the actor may read, by name. */
async function readableCounters(ctx: Context): Promise<readonly Unit[]> {
  const units = await unitsWith(ctx, 'tracking-book.read');
  const tree = await organisationNow(ctx);
  const offering = new Set((await allOfferings(ctx)).map((offer) => offer.unitId));
  return [...tree.units.values()]
    .filter(({ id }) => offering.has(id) && (units === null || units.includes(id)))
    .toSorted((a, b) => compareText(a.shortName, b.shortName));
}

async function mayReadPersonal(ctx: Context, unitId: number): Promise<boolean> {
  const units = await unitsWith(ctx, 'dossier.read-personal');
  return units === null || units.includes(unitId);
}
