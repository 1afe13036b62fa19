import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { COSEALG } from '@simplewebauthn/server/helpers';
import type { Context } from '#foundation/context.ts';
import { isOurs, newChallenge } from './challenge.ts';
import type { Assertion, Registration, StoredPasskey } from './schema.ts';

/** The one door to the WebAuthn library: what is asked of browsers, and whether their answers hold. */

/** Whom passkeys belong to: the domain of the public address. */
export type Party = { readonly id: string; readonly origin: string };

/** Browsers give passkeys only to a name, not to a number, and only over TLS or on the computer itself. */
export function partyOf(publicUrl: string): Party | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const isNumber = /^[\d.]+$|^\[/.test(hostname);
  const isSafe = protocol === 'https:' || hostname === 'localhost';
  return isSafe && !isNumber ? { id: hostname, origin } : null;
}

/** EdDSA, ECDSA on P-256, and RSA for Windows Hello. */
const ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

type KnownCredential = Pick<StoredPasskey, 'credentialId' | 'transports'>;

export async function registrationOptions(
  ctx: Context,
  owner: { readonly accountId: number; readonly login: string; readonly name: string },
  { party, known }: { readonly party: Party; readonly known: readonly KnownCredential[] },
): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: 'Một Cửa',
    rpID: party.id,
    userName: owner.login,
    userDisplayName: owner.name,
    userID: bytesOf(ctx.secrets.blindIndex('passkey-owner', String(owner.accountId))),
    challenge: bytesOf(Buffer.from(newChallenge(ctx, registerPurpose(owner.accountId)), 'base64url')),
    attestationType: 'none',
    excludeCredentials: known.map(credentialOf),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return JSON.stringify(options);
}

/** What a browser is asked at the door; without `known` any passkey of this site may answer. */
export async function assertionOptions(
  ctx: Context,
  purpose: string,
  { party, known }: { readonly party: Party; readonly known?: readonly KnownCredential[] },
): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: bytesOf(Buffer.from(newChallenge(ctx, purpose), 'base64url')),
    userVerification: 'required',
    ...(known === undefined ? {} : { allowCredentials: known.map(credentialOf) }),
  });
  return JSON.stringify(options);
}

/** A new credential whose answer holds, and the challenge it answered. */
export type NewCredential = Omit<StoredPasskey, 'id' | 'accountId'> & { readonly challenge: string };

/** The credential in a browser's answer, or null when anything in it is not as it was asked. */
export async function checkedRegistration(
  ctx: Context,
  party: Party,
  { answer, accountId }: { readonly answer: Registration; readonly accountId: number },
): Promise<NewCredential | null> {
  const challenge = challengeIn(answer);
  const verified = await orNull(async () =>
    verifyRegistrationResponse({
      response: { ...answer, response: withTransports(answer.response) },
      expectedChallenge: (given) => isOurs(ctx, registerPurpose(accountId), given),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!verified?.verified) return null;
  const { credential } = verified.registrationInfo;
  return {
    challenge,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports: credential.transports ?? [],
  };
}

/**
 * The new count of a passkey whose answer holds, with the challenge it answered; null when anything is not as it was
 * asked: another site, another challenge, no check of the person, a wrong signature, a count that does not grow.
 */
export async function checkedAssertion(
  ctx: Context,
  party: Party,
  asked: { readonly answer: Assertion; readonly passkey: StoredPasskey; readonly purpose: string },
): Promise<{ readonly signCount: number; readonly challenge: string } | null> {
  const { answer, passkey, purpose } = asked;
  const { userHandle, ...response } = answer.response;
  const verified = await orNull(async () =>
    verifyAuthenticationResponse({
      response: { ...answer, response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) } },
      expectedChallenge: (given) => isOurs(ctx, purpose, given),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: bytesOf(passkey.publicKey),
        counter: passkey.signCount,
      },
    }),
  );
  if (!verified?.verified) return null;
  return { signCount: verified.authenticationInfo.newCounter, challenge: challengeIn(answer) };
}

function registerPurpose(accountId: number): string {
  return `register ${accountId}`;
}

function credentialOf({ credentialId, transports }: KnownCredential) {
  return { id: credentialId, transports: [...transports] };
}

function withTransports({ transports, ...response }: Registration['response']) {
  return transports === undefined ? response : { ...response, transports };
}

/** The library throws at whatever does not hold; its words are for developers. */
async function orNull<Verified>(verify: () => Promise<Verified>): Promise<Verified | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}

/** The challenge a browser says it answered; the library has compared it with the signed bytes. */
function challengeIn({ response }: Registration | Assertion): string {
  const text = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8');
  return /"challenge"\s*:\s*"([\w-]+)"/.exec(text)?.[1] ?? '';
}

/** A copy over memory of its own, as the library's types ask for. */
function bytesOf(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
