/** How the fields of a receipt are written with the alphabet of QR codes (ISO/IEC 18004: 0–9 A–Z space $%*+-./:). */
import { fromUtf8, toUtf8 } from './bytes.ts';

/** Capitals, digits and a few signs stay as they are; every other byte of UTF-8 becomes `%XX`. */
export function escaped(text: string): string {
  return Array.from(toUtf8(text), (byte) => {
    const letter = String.fromCharCode(byte);
    return /[0-9A-Z./:-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** The text of a field, or undefined for anything that `escaped` would not write. */
export function unescaped(field: string): string | undefined {
  if (!/^(?:[0-9A-Z./:-]|%[0-9A-F]{2})*$/.test(field)) return undefined;
  const bytes = Uint8Array.from(field.match(/%..|./g) ?? [], (sign) =>
    sign.startsWith('%') ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0),
  );
  const text = fromUtf8(bytes);
  return text !== null && escaped(text) === field ? text : undefined;
}

/** An instant as `20200428T013000Z`, in UTC, with `.123` for milliseconds when there are any. Exact. */
export function instantText(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.000/g, '');
}

/** The instant, or null for anything that `instantText` would not write of the years 0 to 9999. */
export function instantOf(text: string | undefined): Date | null {
  const [, date, time, fraction = '.000'] = /^(\d{8})T(\d{6})(\.\d{3})?Z$/.exec(text ?? '') ?? [];
  if (date === undefined || time === undefined) return null;
  const [day, clock] = [date.replace(/(....)(..)/, '$1-$2-'), time.replace(/(..)(..)/, '$1:$2:')];
  const instant = new Date(`${day}T${clock}${fraction}Z`);
  return !Number.isNaN(instant.getTime()) && instantText(instant) === text ? instant : null;
}
