/** Base 64 of RFC 4648 §4, with padding, and only as it is written canonically: one value has one text. */

const form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A text of more characters than this is no key, hash or signature of ours. */
const longest = 20_000;

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The bytes, or null for anything but the canonical text (spaces, missing padding, spare bits that are not zero). */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > longest || !form.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
