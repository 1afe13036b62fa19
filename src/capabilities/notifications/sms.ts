/**
 * What fits into a short message. The network cuts a text into parts: 160 letters of its own alphabet, or 70 of any other
 * as soon as one of them is not in that alphabet; of several parts each loses some for putting them together again
 * (3GPP TS 23.038, 6.2.1; TS 23.040, 9.2.3.24).
 */

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑܧ¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each takes the place of two. */
const EXTENDED = '^{}\\[~]|€';

const GSM = { alone: 160, joined: 153 } as const;
const UCS2 = { alone: 70, joined: 67 } as const;

export type SmsSize = {
  readonly alphabet: 'gsm7' | 'ucs2';
  /** In places of the alphabet. */
  readonly length: number;
  readonly parts: number;
};

export function smsSize(text: string): SmsSize {
  const marks = Array.from(text);
  const isGsm = marks.every((mark) => BASIC.includes(mark) || EXTENDED.includes(mark));
  const length = isGsm
    ? marks.reduce((sum, mark) => sum + (EXTENDED.includes(mark) ? 2 : 1), 0)
    : text.length;
  const { alone, joined } = isGsm ? GSM : UCS2;
  const parts = length <= alone ? 1 : Math.ceil(length / joined);
  return { alphabet: isGsm ? 'gsm7' : 'ucs2', length, parts };
}

/** Without diacritics, and with plain marks for those of print, so that it takes the network's own alphabet. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[“”„]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[–—−]/g, '-')
    .replaceAll('…', '...')
    .replaceAll(/[\u00A0\t]/g, ' ');
}

export type SmsLimits = { readonly smsPlain: boolean; readonly smsParts: number };

/** The text as it goes out: cut at a word, with dots, when it takes more parts than it may. */
export function smsText(text: string, { smsPlain, smsParts }: SmsLimits): string {
  const whole = smsPlain ? plainText(text) : text.normalize('NFC');
  if (smsSize(whole).parts <= smsParts) return whole;
  const words = whole.split(' ');
  let kept = words.length;
  while (kept > 1 && smsSize(`${words.slice(0, kept).join(' ')}...`).parts > smsParts) kept -= 1;
  return `${words.slice(0, kept).join(' ')}...`;
}
