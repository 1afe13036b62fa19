/** How a secret gets into an authenticator app: scanned as an address or typed by hand. */
import { CODE_DIGITS, STEP_SECONDS } from './totp.ts';

/** The `otpauth:` address that authenticator apps scan: who it is for at which service. */
export function enrolmentAddress(
  secret: Uint8Array,
  { issuer, account }: { readonly issuer: string; readonly account: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const fields = `secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`;
  return `otpauth://totp/${label}?${fields}&algorithm=SHA1&digits=${CODE_DIGITS}&period=${STEP_SECONDS}`;
}

/** The secret for typing, in groups of four letters. */
export function typedSecret(secret: Uint8Array): string {
  return (
    toBase32(secret)
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 of RFC 4648, section 6, without padding: what authenticator apps read. */
function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => LETTERS[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}
