import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A device with one passkey, made of nothing but arithmetic, that can also be made to lie. */
export type Device = {
  /** Answers a page that asks to make a passkey; `data-options` of the page in, the field `credential` out. */
  readonly create: (options: string, lie?: Lie) => string;
  /** Answers a page that asks for a passkey. */
  readonly get: (options: string, lie?: Lie) => string;
};

/** What a device, or whoever stands between, does otherwise than it should. */
export type Lie = {
  readonly origin?: string;
  readonly party?: string;
  readonly count?: number;
  /** The person was not checked. */
  readonly unverified?: boolean;
};

const ORIGIN = 'http://localhost:3000';
const PARTY = 'localhost';
const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** A fresh device for the public address of test systems. Its counter grows with every answer. */
export function newDevice(): Device {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let count = 0;
  const dataFor = (lie: Lie, more: Buffer, flags: number): Buffer => {
    count = lie.count ?? count + 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    const isVerified = lie.unverified ? 0 : VERIFIED;
    return Buffer.concat([
      sha256(lie.party ?? PARTY),
      Buffer.from([PRESENT | isVerified | flags]),
      counter,
      more,
    ]);
  };
  const answer = (response: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  return {
    create: (options, lie = {}) => {
      const length = Buffer.from([0, id.length]);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      const attestation = cborOf(
        new Map<string, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', dataFor(lie, credential, HAS_CREDENTIAL)],
        ]),
      );
      return answer({
        clientDataJSON: clientData('webauthn.create', options, lie).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
    get: (options, lie = {}) => {
      const data = dataFor(lie, Buffer.alloc(0), 0);
      const said = clientData('webauthn.get', options, lie);
      const signature = sign(
        'sha256',
        Buffer.concat([data, createHash('sha256').update(said).digest()]),
        privateKey,
      );
      return answer({
        clientDataJSON: said.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}

function clientData(type: string, options: string, lie: Lie): Buffer {
  const { challenge }: { readonly challenge: string } = JSON.parse(options);
  return Buffer.from(JSON.stringify({ type, challenge, origin: lie.origin ?? ORIGIN, crossOrigin: false }));
}

/** RFC 9053: EC2 key, ES256, P-256. */
function coseOf(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return cborOf(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
}

type Cbor = number | string | Buffer | Map<string, Cbor> | Map<number, Cbor>;

/** As much of RFC 8949 as the two structures above need. */
function cborOf(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value.entries()].flatMap(([key, one]) => [cborOf(key), cborOf(one)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
