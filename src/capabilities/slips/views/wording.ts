/** Turns of phrase that several slips share. */
import { localDateOf } from '#kernel/local-date.ts';
import { formatClock, formatLongDate, formatPlaceDate } from '#kernel/vietnamese/format.ts';

/** `09 giờ 12 phút, ngày 28 tháng 4 năm 2020`. */
export function momentInWords(instant: Date): string {
  const [hours, minutes] = formatClock(instant).split(':');
  return `${hours} giờ ${minutes} phút, ngày ${dayInWords(instant)}`;
}

/** `16 giờ 30 phút, Thứ Hai ngày 04 tháng 5 năm 2020`: an appointment, where the weekday helps. */
export function appointmentInWords(instant: Date): string {
  const [hours, minutes] = formatClock(instant).split(':');
  const [weekday] = formatLongDate(instant).split(',');
  return `${hours} giờ ${minutes} phút, ${weekday} ngày ${dayInWords(instant)}`;
}

/** `An Hòa, ngày 28 tháng 4 năm 2020` (Decree 30/2020, annex I, part I, section II, item 4). */
export function placeAndDate(place: string, instant: Date): string {
  return `${place}, ${formatPlaceDate(localDateOf(instant))}`;
}

/** Small counts with a zero in front, as forms are filled in: `01`, `12`. */
export function quantityInFigures(quantity: number): string {
  return String(quantity).padStart(2, '0');
}

/** A check code as one reads it out, so that it can be typed without mistake: `7K4` is `bảy, ca, bốn`. */
export function spelledOut(code: string): string {
  return Array.from(code.toUpperCase(), (character) => NAMES[SYMBOLS.indexOf(character)])
    .filter((name) => name !== undefined)
    .join(', ');
}

/** `28 tháng 4 năm 2020`, after the word "ngày". */
export function dayInWords(instant: Date): string {
  return formatPlaceDate(localDateOf(instant)).replace('ngày ', '');
}

/** Names of digits and letters as taught at school; separators in a code are not read. */
const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGIT_NAMES = 'không một hai ba bốn năm sáu bảy tám chín';
const LETTER_NAMES =
  'a,bê,xê,dê,e,ép,giê,hát,i ngắn,gi,ca,e-lờ,em-mờ,en-nờ,o,pê,quy,e-rờ,ét-sì,tê,u,vê,vê kép,ích-xì,i dài,dét';
const NAMES: readonly string[] = [...DIGIT_NAMES.split(' '), ...LETTER_NAMES.split(',')];
