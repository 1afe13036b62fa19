/**
 * Dates, numbers and money as people in Vietnam write and read them. Instants are shown at UTC+7, the one offset
 * of the country, whatever the clock of the server says.
 */
import { isLocalDate, localDateOf, minuteOfDay, weekdayOf, type LocalDate } from '#kernel/local-date.ts';
import { integerInWords } from './number-words.ts';

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
const MISSING = '–';

/** `28/4/2020`, without leading zeros. Takes a local date or an instant. */
export function formatDate(when: LocalDate | Date): string {
  const { day, month, year } = partsOf(when);
  return `${day}/${month}/${year}`;
}

/** `28/4/2020 09:12` for an instant. */
export function formatDateTime(instant: Date): string {
  return `${formatDate(instant)} ${formatClock(instant)}`;
}

/** `Thứ Hai, 4/5/2020`; names of weekdays are capitalised (Decree 30/2020/NĐ-CP, annex II). */
export function formatLongDate(when: LocalDate | Date): string {
  return `${WEEKDAYS[weekdayOf(localDate(when))] ?? ''}, ${formatDate(when)}`;
}

/**
 * `ngày 28 tháng 4 năm 2020`, as it stands under a document after the place name. Days under 10 and months 1 and 2
 * take a zero in front (Decree 30/2020/NĐ-CP, annex I, part I, section II, item 4).
 */
export function formatPlaceDate(when: LocalDate | Date): string {
  const { day, month, year } = partsOf(when);
  return `ngày ${zeroBelow(10, day)} tháng ${zeroBelow(3, month)} năm ${year}`;
}

/** `09:12`, for an instant or for minutes since local midnight. */
export function formatClock(when: Date | number): string {
  const minutes = typeof when === 'number' ? when : minuteOfDay(when);
  return `${zeroBelow(10, Math.floor(minutes / 60))}:${zeroBelow(10, minutes % 60)}`;
}

/** `1.234,5`. With `decimals` exactly that many; without, as many as the number has. Not a finite number: a dash. */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return MISSING;
  return numberFormat(decimals).format(value);
}

const numberFormats = new Map<number | undefined, Intl.NumberFormat>();

/** Making a format costs far more than using it, and a page writes dozens of numbers. */
function numberFormat(decimals: number | undefined): Intl.NumberFormat {
  const known = numberFormats.get(decimals);
  if (known) return known;
  const format = new Intl.NumberFormat('vi-VN', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 20,
    signDisplay: 'negative',
  });
  numberFormats.set(decimals, format);
  return format;
}

/** `98,4%` for the ratio 0.984; `decimals` at most (one when not said). */
export function formatPercent(ratio: number, decimals = 1): string {
  if (!Number.isFinite(ratio)) return MISSING;
  const rounded = Number((ratio * 100).toFixed(decimals));
  return `${formatNumber(rounded)}%`;
}

/** `8.000 đồng`. */
export function formatMoney(dong: number): string {
  return `${formatNumber(dong, 0)} đồng`;
}

/** `Tám nghìn đồng`, as written on receipts. Whole đồng only: anything else is a RangeError. */
export function moneyInWords(dong: number): string {
  if (!Number.isSafeInteger(dong)) throw new RangeError(`not a whole number of đồng: ${dong}`);
  const words = `${dong < 0 ? 'âm ' : ''}${integerInWords(Math.abs(dong))} đồng`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The number a person typed: `1.234,5`, `1234,5`, `-6`. Dots must part groups of three, so `6.0000` and `0.5` are
 * null rather than a guess.
 */
export function parseNumber(text: string): number | null {
  const cleaned = text.trim().replace('\u2212', '-');
  if (!/^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/.test(cleaned)) return null;
  return Number(cleaned.replaceAll('.', '').replace(',', '.'));
}

/** The date a person typed: `28/4/2020`, `28-4-2020`, `28.4.2020`, `28042020` or `2020-04-28`; null when it is none. */
export function parseDate(text: string): LocalDate | null {
  const cleaned = text.replace(/\s+/g, '');
  if (isLocalDate(cleaned)) return cleaned;
  const parts =
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(cleaned)?.toSpliced(2, 1) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(cleaned);
  const [, day = '', month = '', year = ''] = parts ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

function localDate(when: LocalDate | Date): LocalDate {
  return when instanceof Date ? localDateOf(when) : when;
}

function partsOf(when: LocalDate | Date): {
  readonly day: number;
  readonly month: number;
  readonly year: number;
} {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = localDate(when).split('-').map(Number);
  return { day, month, year };
}

function zeroBelow(limit: number, value: number): string {
  return value < limit ? `0${value}` : String(value);
}
