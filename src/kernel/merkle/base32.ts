/** Base 32 of RFC 4648 §6 in capitals without padding: letters that a QR code packs tightly and an address may hold. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function toBase32(bytes: Uint8Array): string {
  let [text, pending, bits] = ['', 0, 0];
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += letters[(pending >> (bits - 5)) & 31] ?? '';
    pending &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + (letters[(pending << (5 - bits)) & 31] ?? '');
}

/** The bytes, or null for anything but the canonical text (other letters, a length that cannot be, spare bits set). */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let [at, pending, bits] = [0, 0, 0];
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value === -1) return null;
    pending = ((pending << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = pending >> bits;
  }
  return toBase32(bytes) === text ? bytes : null;
}
