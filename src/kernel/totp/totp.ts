/**
 * One-time codes of RFC 4226 (HOTP) and RFC 6238 (TOTP). Pure: whoever uses them brings HMAC-SHA-1 keyed with the secret,
 * which every authenticator app supports and for which the weaknesses of SHA-1 do not matter (RFC 6238, Appendix B).
 */

/** A keyed hash: message in, digest out. */
export type Mac = (message: Uint8Array) => Uint8Array;

/** What authenticator apps assume when an address does not say otherwise. */
export const CODE_DIGITS = 6;
export const STEP_SECONDS = 30;
/** RFC 6238, section 5.2: one step of delay each way is enough for clocks that run apart and people who type slowly. */
export const STEPS_AROUND = 1;

/** The counter as HOTP hashes it: eight bytes, big-endian. */
export function counterBytes(counter: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(counter));
  return bytes;
}

/** The code of a counter (RFC 4226, section 5.3), with leading zeros. */
export function hotp(mac: Mac, counter: number, digits = CODE_DIGITS): string {
  const digest = mac(counterBytes(counter));
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  const offset = view.getUint8(digest.byteLength - 1) & 0x0f;
  const number = view.getUint32(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** Number of the step an instant lies in (RFC 6238, section 4.2). */
export function stepOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000 / STEP_SECONDS);
}

/**
 * The step whose code this is, among the step of the instant and its neighbours, or null. A step up to `after` was used
 * before and does not count again (RFC 6238, section 5.2).
 */
export function matchingStep(
  mac: Mac,
  code: string,
  { instant, after }: { readonly instant: Date; readonly after: number },
): number | null {
  const now = stepOf(instant);
  let found: number | null = null;
  // Every step is computed, whichever matches, so that the time an answer takes tells nothing.
  for (let step = now - STEPS_AROUND; step <= now + STEPS_AROUND; step += 1) {
    if (hotp(mac, step) === code && step > after && found === null) found = step;
  }
  return found;
}
