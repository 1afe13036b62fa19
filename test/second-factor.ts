import { createHmac } from 'node:crypto';
import { hotp, stepOf } from '#kernel/totp/totp.ts';
import { confirmApp, offerApp } from '#foundation/access/second-factor/authenticator/service.ts';
import { addPasskey, passkeyOffer } from '#foundation/access/second-factor/passkeys/service.ts';
import { registrationAnswer } from '#foundation/access/second-factor/passkeys/schema.ts';
import type { System } from '#platform/system.ts';
import { actAs } from './cast.ts';
import { type Device, newDevice } from './authenticator.ts';

/** An authenticator app with one account in it. */
export type App = { readonly codeAt: (instant: Date) => string };

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The secret in an `otpauth:` address. */
export function secretIn(address: string): Buffer {
  const letters = new URL(address).searchParams.get('secret') ?? '';
  const bits = Array.from(letters, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The app of a telephone that has scanned an `otpauth:` address. */
export function scanned(address: string): App {
  const secret = secretIn(address);
  const mac = (message: Uint8Array) => createHmac('sha1', secret).update(message).digest();
  return { codeAt: (instant) => hotp(mac, stepOf(instant)) };
}

/** Gives a member of the cast an app and answers it with the codes for emergencies. */
export async function giveApp(
  system: System,
  login: string,
): Promise<App & { readonly codes: readonly string[] }> {
  const ctx = await actAs(system, login);
  const offer = await offerApp(ctx, '');
  const app = scanned(offer.address);
  const codes = await confirmApp(ctx, { offer: offer.sealed, code: app.codeAt(ctx.now), token: 'test' });
  return { ...app, codes: codes ?? [] };
}

/** Gives a member of the cast a passkey and answers the device it lies on. */
export async function givePasskey(system: System, login: string): Promise<Device> {
  const ctx = await actAs(system, login);
  const device = newDevice();
  const answer = registrationAnswer.parse(device.create((await passkeyOffer(ctx)) ?? ''));
  await addPasskey(ctx, { name: 'Điện thoại', answer, token: 'test' });
  return device;
}
