import { fold } from '#kernel/vietnamese/fold.ts';
import { COMMON_WORDS } from './common-words.ts';

/**
 * NIST SP 800-63B, 3.1.1.2, and OWASP ASVS 5.0, V6.2: length instead of composition, any character, no expiry, and
 * nothing that is widely used or told by the context.
 */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** What an attacker knows about the person: login, name, unit. */
export type PasswordContext = { readonly known: readonly string[] };

/** From here on, digits alone and common words in a row are no longer found by trying what is usual. */
const DIGITS_ENOUGH = 16;
const LETTERS_ENOUGH = 20;

const WORDS = new Set(COMMON_WORDS);
/** No common word and no run is longer. */
const LONGEST_PART = 28;
const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  '1q2w3e4r5t6y7u8i9o0p',
];
const WAYS = ROWS.flatMap((row) => [row, Array.from(row).toReversed().join('')]);
/** Keys or letters in a row from this many on are no choice of one's own. */
const SHORTEST_RUN = 3;
/** The same among letters that are part of a word: `rstu` is no word, `hij` may be one. */
const SHORTEST_RUN_AS_WORD = 4;
const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '0': 'o',
  $: 's',
};

/** Why a password will not do, as a sentence with what to do instead; null when it will. */
export function passwordProblem(password: string, context: PasswordContext): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_LENGTH.min) {
    return `Mật khẩu phải có ít nhất ${PASSWORD_LENGTH.min} ký tự. Hãy ghép vài từ không liên quan với nhau.`;
  }
  if (length > PASSWORD_LENGTH.max)
    return `Mật khẩu dài nhất ${PASSWORD_LENGTH.max} ký tự. Hãy rút ngắn lại.`;
  const folded = fold(password);
  if (tellsContext(folded, context)) {
    return 'Mật khẩu không được lấy từ tên đăng nhập, họ tên hoặc tên đơn vị của bạn. Hãy chọn mật khẩu khác.';
  }
  if (isPattern(folded) || isPersonalNumber(folded)) {
    return 'Mật khẩu là dãy phím liền nhau, ký tự lặp lại hoặc số điện thoại, số giấy tờ nên dễ đoán. Hãy chọn mật khẩu khác.';
  }
  if (isMadeOfCommonWords(folded, context)) {
    return 'Mật khẩu chỉ gồm tên riêng hoặc những từ nhiều người hay dùng. Hãy thêm từ khác hoặc ghép vài từ không liên quan.';
  }
  return null;
}

/** What remains of the password without the login, the name and the unit is too little to be a secret. */
function tellsContext(folded: string, { known }: PasswordContext): boolean {
  const bare = lettersAndDigits(folded);
  return known
    .map((text) => lettersAndDigits(fold(text)))
    .filter((text) => text.length >= 4 && bare.includes(text))
    .some((text) => bare.replaceAll(text, '').replace(/\d/g, '').length < 6);
}

/** A few signs only, a block said again and again, or nothing but keys in a row: `qwerty123456`, `1q2w3e4r5t`. */
function isPattern(folded: string): boolean {
  if (new Set(folded).size < 5 || /^(.{1,8}?)\1+$/.test(folded)) return true;
  return splitsInto(lettersAndDigits(folded), (part) => part.length >= SHORTEST_RUN && isRun(part));
}

function isRun(text: string): boolean {
  return WAYS.some((way) => way.includes(text));
}

/** Digits and signs only: a date, a telephone number, the number of a card; long ones may be anything. */
function isPersonalNumber(folded: string): boolean {
  return !/[a-z]/.test(folded) && folded.replace(/\D/g, '').length < DIGITS_ENOUGH;
}

/** Only common words, names the person is known by, digits and signs; a phrase of many words is good even so. */
function isMadeOfCommonWords(folded: string, { known }: PasswordContext): boolean {
  const plain = folded.replace(/[^a-z]/g, '');
  if (plain.length >= LETTERS_ENOUGH) return false;
  const names = new Set(known.flatMap((text) => fold(text).split(/[^a-z]+/)));
  const isWord = (part: string) =>
    WORDS.has(part) ||
    (part.length > 1 && names.has(part)) ||
    (part.length >= SHORTEST_RUN_AS_WORD && isRun(part));
  const core = folded.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const read = Array.from(core, (sign) => LOOKALIKES[sign] ?? sign).join('');
  return splitsInto(plain, isWord) || splitsInto(read.replace(/[^a-z]/g, ''), isWord);
}

/** Whether the text is such parts one after the other. */
function splitsInto(text: string, isPart: (part: string) => boolean): boolean {
  const ends = [true];
  for (let end = 1; end <= text.length; end++) {
    ends[end] = false;
    for (let start = Math.max(0, end - LONGEST_PART); start < end && !ends[end]; start++) {
      ends[end] = ends[start] === true && isPart(text.slice(start, end));
    }
  }
  return text !== '' && ends[text.length] === true;
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^a-z0-9]/g, '');
}
