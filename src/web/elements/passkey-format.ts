/** Between the text a page carries and the bytes the browser wants (WebAuthn Level 3, 5.1.10; older browsers lack it). */

type Known = { readonly id: string; readonly transports?: AuthenticatorTransport[] };

/** What the server asks, as text. */
export type CredentialQuestion = {
  readonly challenge: string;
  readonly rp: PublicKeyCredentialRpEntity;
  readonly rpId: string;
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: PublicKeyCredentialParameters[];
  readonly excludeCredentials?: readonly Known[];
  readonly allowCredentials?: readonly Known[];
  readonly authenticatorSelection: AuthenticatorSelectionCriteria;
  readonly userVerification: UserVerificationRequirement;
  readonly timeout: number;
};

export function creationOf(question: CredentialQuestion): PublicKeyCredentialCreationOptions {
  const { rp, user, pubKeyCredParams, authenticatorSelection, timeout } = question;
  return {
    rp,
    pubKeyCredParams,
    authenticatorSelection,
    timeout,
    attestation: 'none',
    challenge: bytesOf(question.challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: (question.excludeCredentials ?? []).map(descriptorOf),
  };
}

export function requestOf(question: CredentialQuestion): PublicKeyCredentialRequestOptions {
  const { rpId, userVerification, timeout } = question;
  const allowCredentials = (question.allowCredentials ?? []).map(descriptorOf);
  return { rpId, userVerification, timeout, challenge: bytesOf(question.challenge), allowCredentials };
}

/** The browser's answer as text. */
export function writtenAnswer({ id, rawId, type, response }: PublicKeyCredential): object {
  return { id, rawId: textOf(rawId), type, clientExtensionResults: {}, response: writtenResponse(response) };
}

function writtenResponse(response: AuthenticatorResponse): object {
  const clientDataJSON = textOf(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    const transports = response.getTransports();
    return { clientDataJSON, attestationObject: textOf(response.attestationObject), transports };
  }
  if (!(response instanceof AuthenticatorAssertionResponse)) return { clientDataJSON };
  const { authenticatorData, signature, userHandle } = response;
  return {
    clientDataJSON,
    authenticatorData: textOf(authenticatorData),
    signature: textOf(signature),
    ...(userHandle ? { userHandle: textOf(userHandle) } : {}),
  };
}

function descriptorOf({ id, transports }: Known): PublicKeyCredentialDescriptor {
  return { id: bytesOf(id), type: 'public-key', ...(transports ? { transports } : {}) };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function textOf(buffer: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
