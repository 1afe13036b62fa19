/**
 * Personal data on pages that more people see than need it: enough to recognise one's own, too little to learn
 * another's (no more than the purpose needs: Decree 13/2023/NĐ-CP, article 3; kept by Law 91/2025/QH15).
 */

/**
 * `0790******12`: the first four digits say only where the number was given, the last two tell two dossiers
 * apart. Numbers shorter than twelve (the old nine-digit card) keep two at each end, very short ones nothing.
 */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber.trim(), idNumber.trim().length >= 12 ? 4 : 2, 2);
}

/** `0905***123`: the network's prefix and the last three digits, as banks and post offices show it. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone.replace(/[\s.-]/g, ''), 4, 3);
}

/** `n***@example.vn`, or a telephone number as above: whoever knows it recognises it. */
export function maskContact(contact: string): string {
  const [, head, domain] = /^(.)[^@]*(@.+)$/u.exec(contact.trim()) ?? [];
  return head === undefined || domain === undefined ? maskPhone(contact) : `${head}***${domain}`;
}

/**
 * `Nguyễn Thị Hoa` → `N*** T*** Hoa`. People are called by their given name and recognise themselves by it, while
 * it alone names nobody; the stars are always three, so that they do not tell the length. A single word is masked too.
 */
export function maskName(fullName: string): string {
  const words = fullName.normalize('NFC').trim().split(/\s+/);
  return words.map((word, at) => (at > 0 && at === words.length - 1 ? word : initialOf(word))).join(' ');
}

function maskMiddle(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  if (hidden < 3) return '*'.repeat(text.length);
  return `${text.slice(0, head)}${'*'.repeat(hidden)}${text.slice(text.length - tail)}`;
}

function initialOf(word: string): string {
  const [initial = ''] = word;
  return initial === '' ? '' : `${initial}***`;
}
