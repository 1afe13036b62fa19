/** Text that may have come from anywhere, as every format can hold it. */

/** Controls, direction overrides and other invisible characters: a reader would see other words than are stored; XML has no room for some. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFE00-\uFE0F]/gu;

/** The same words composed (NFC), on one line, without invisible characters; no-break spaces stay. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[^\S\u00A0]+/gu, ' ')
    .replaceAll(INVISIBLE, '');
}

/** `Ủy ban nhân dân` as `ỦY BAN NHÂN DÂN`. */
export function capitals(text: string): string {
  return clean(text).toLocaleUpperCase('vi').trim();
}
