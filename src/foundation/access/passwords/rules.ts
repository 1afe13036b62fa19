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
const LONGEST_WORD = Math.max(...COMMON_WORDS.map((word) => word.length));
const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
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
  if (isMadeOfCommonWords(folded)) {
    return 'Mật khẩu chỉ gồm những từ nhiều người hay dùng. Hãy thêm từ khác hoặc ghép vài từ không liên quan.';
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

function isPattern(folded: string): boolean {
  if (new Set(folded).size < 5) return true;
  const backwards = Array.from(folded).toReversed().join('');
  return ROWS.some((row) => row.includes(folded) || row.includes(backwards));
}

/** Digits and signs only: a date, a telephone number, the number of a card; long ones may be anything. */
function isPersonalNumber(folded: string): boolean {
  return !/[a-z]/.test(folded) && folded.replace(/\D/g, '').length < DIGITS_ENOUGH;
}

/** Only common words, digits and signs; a phrase of many words is a good password even so. */
function isMadeOfCommonWords(folded: string): boolean {
  const plain = folded.replace(/[^a-z]/g, '');
  const core = folded.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const read = Array.from(core, (sign) => LOOKALIKES[sign] ?? sign).join('');
  if (plain.length >= LETTERS_ENOUGH) return false;
  return splitsIntoWords(plain) || splitsIntoWords(read.replace(/[^a-z]/g, ''));
}

/** Whether the text is common words one after the other. */
function splitsIntoWords(text: string): boolean {
  const ends = [true];
  for (let end = 1; end <= text.length; end++) {
    ends[end] = false;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end && !ends[end]; start++) {
      ends[end] = ends[start] === true && WORDS.has(text.slice(start, end));
    }
  }
  return text !== '' && ends[text.length] === true;
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^a-z0-9]/g, '');
}
