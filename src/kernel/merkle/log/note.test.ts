import { array, assert, asyncProperty, integer, property, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyFromSeed, signingKey, verifyBytes } from '#platform/signing/ed25519.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { sha256 } from './merkle.fixture.ts';
import { naughtyTexts } from './naughty.fixture.ts';
import { formatNote, parseNote } from './note.ts';
import { openNote } from './open-note.ts';
import { cosignText, signText, withSignature, type NoteSigner } from './signer.ts';
import { formatVerifierKey, parseVerifierKey, verifierKey, type SignatureType } from './verifier-key.ts';

/** The example that the Go project's note package has published with its key, its private key and another signature. */
const peterText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const witnessKey =
  'witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G';

/** The example of C2SP tlog-cosignature: a log and its witness. */
const cosigned = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

function keyOf(text: string) {
  const key = parseVerifierKey(sha256, text);
  if (key === null) throw new Error(`Not a key: ${text}`);
  return key;
}

function signerOf(name: string, type: SignatureType, seed: number): NoteSigner {
  const { publicKey, sign } = signingKey(keyFromSeed(new Uint8Array(32).fill(seed)));
  return { key: verifierKey(sha256, { name, type, publicKey }), sign };
}

const origin = 'motcua.example.vn/nhat-ky';
const log = signerOf(origin, 1, 1);
const witness = signerOf('nhan-chung.example.vn', 4, 2);
const stranger = signerOf(origin, 1, 3);
const root = sha256(Buffer.from('gốc'));
const text = formatCheckpoint({ origin, size: 42, root, extensions: [] });
const at = new Date('2020-04-28T01:30:00.000Z');
const trust = { origin, log: [log.key], witnesses: [witness.key] };

async function witnessed(): Promise<string> {
  const signed = { text, signatures: [await signText(text, log)] };
  return formatNote(withSignature(signed, await cosignText(text, witness, at)));
}

describe('a key as text', () => {
  test('is read and written back, for logs and witnesses of others', () => {
    for (const key of [peterKey, enochKey, witnessKey]) expect(formatVerifierKey(keyOf(key))).toBe(key);
    expect([keyOf(peterKey).type, keyOf(witnessKey).type]).toEqual([1, 4]);
  });

  test('is none when any part of it is missing or any letter of it is another', () => {
    const ends = Array.from(peterKey, (_, index) => index);
    const pieces = ends.flatMap((start) => ends.map((end) => peterKey.slice(start, end)));
    expect(pieces.filter((piece) => parseVerifierKey(sha256, piece) !== null)).toEqual([]);
    expect(ends.slice(1).filter((start) => parseVerifierKey(sha256, peterKey.slice(start)) !== null)).toEqual(
      [],
    );
    for (let index = 0; index < peterKey.length; index += 1) {
      const other = String.fromCharCode(peterKey.charCodeAt(index) + 1);
      expect(
        parseVerifierKey(sha256, peterKey.slice(0, index) + other + peterKey.slice(index + 1)),
      ).toBeNull();
    }
  });

  test('is none with another length or an unknown type, even if its hash is right', () => {
    const long = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==';
    const unknown = 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect([long, unknown].map((key) => parseVerifierKey(sha256, key))).toEqual([null, null]);
  });
});

describe('the note of another implementation', () => {
  test('opens with its key, and its other signature with the other key', async () => {
    const note = `${peterText}\n${peterLine}${enochLine}`;
    const one = await openNote(note, [keyOf(peterKey)], verifyBytes);
    expect(one).toEqual({ ok: true, text: peterText, endorsements: [{ key: keyOf(peterKey), at: null }] });
    const both = await openNote(note, [keyOf(peterKey), keyOf(enochKey)], verifyBytes);
    expect(both.ok && both.endorsements.map(({ key }) => key.name)).toEqual(['PeterNeumann', 'EnochRoot']);
  });

  test('is made byte for byte by the same private key', async () => {
    const { publicKey, sign } = signingKey(keyFromSeed(peterSeed));
    const signer = { key: verifierKey(sha256, { name: 'PeterNeumann', type: 1, publicKey }), sign };
    expect(formatVerifierKey(signer.key)).toBe(peterKey);
    expect(formatNote({ text: peterText, signatures: [await signText(peterText, signer)] })).toBe(
      `${peterText}\n${peterLine}`,
    );
  });

  test.each([
    peterText,
    `${peterText}\n`,
    `${peterText}\n${peterLine.slice(0, -1)}`,
    `${peterText}\n${peterLine}\n`,
    `${peterText}${peterLine}`,
    `\u0001${peterText}\n${peterLine}`,
    `${peterText}\r\n${peterLine}`,
    `\uD800${peterText}\n${peterLine}`,
    `\n\n${peterLine}`.slice(1),
    `${peterText}\n${peterLine.replace('PeterNeumann', 'Bad Name')}`,
    `${peterText}\n${peterLine.replace('PeterNeumann', 'Bad+Name')}`,
    `${peterText}\n${peterLine.replace('PeterNeumann', 'Bad\u00a0Name')}`,
    `${peterText}\n${peterLine.replace('— ', '- ')}`,
    `${peterText}\n${peterLine}Một dòng khác.\n`,
    `${peterText}\n${peterLine.replace('nAM=', 'nAN=')}`,
    `${peterText}\n${peterLine.replace('=', '')}`,
    `${peterText}\n— PeterNeumann x08goA==\n`,
    `${peterText}\n${peterLine.repeat(101)}`,
  ])('that breaks the format is malformed: %j', async (note) => {
    expect(await openNote(note, [keyOf(peterKey)], verifyBytes)).toMatchObject({
      ok: false,
      problem: 'malformed',
    });
  });

  test('with a signature twice counts its key once; without known keys it counts for nothing', async () => {
    const twice = await openNote(`${peterText}\n${peterLine}${peterLine}`, [keyOf(peterKey)], verifyBytes);
    expect(twice.ok && twice.endorsements).toHaveLength(1);
    expect(await openNote(`${peterText}\n${peterLine}`, [keyOf(enochKey)], verifyBytes)).toMatchObject({
      problem: 'unsigned',
    });
  });

  test('with one bad signature of a known key is worthless as a whole', async () => {
    const bad = peterLine.replace('x08go/ZJ', 'x08go/ZK');
    const keys = [keyOf(peterKey), keyOf(enochKey)];
    expect(await openNote(`${peterText}\n${enochLine}${bad}`, keys, verifyBytes)).toMatchObject({
      problem: 'forged',
    });
    expect(await openNote(`${peterText}\n${enochLine}${bad}`, [keyOf(enochKey)], verifyBytes)).toMatchObject({
      ok: true,
    });
  });
});

describe('a checkpoint', () => {
  test('of the log and its witness opens, with the time of the witness in whole seconds', async () => {
    const opened = await openCheckpoint(await witnessed(), trust, verifyBytes);
    expect(opened).toMatchObject({ ok: true, text, checkpoint: { origin, size: 42, extensions: [] } });
    expect(opened.ok && opened.witnesses).toEqual([{ key: witness.key, at }]);
  });

  test('of the specification is read', () => {
    const note = parseNote(cosigned);
    expect(note?.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
      ['example.com/behind-the-sofa', '033de0ae'],
      ['witness.example.com/w1', '8d66cf3f'],
    ]);
    expect(parseCheckpoint(note?.text ?? '')).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20852163,
    });
    expect(note && formatNote(note)).toBe(cosigned);
  });

  test('in which any one byte is another is refused', async () => {
    const note = Buffer.from(await witnessed());
    const changed = Array.from(note, (byte, index) => note.map((old, at) => (at === index ? byte ^ 1 : old)));
    const opened = await Promise.all(
      changed.map(async (bytes) => openCheckpoint(Buffer.from(bytes).toString('utf8'), trust, verifyBytes)),
    );
    // Another name or identifier makes the signature of the witness a stranger's; what the log has signed must stay.
    const believed = opened.filter((checkpoint) => checkpoint.ok);
    expect(
      believed.filter((checkpoint) => checkpoint.text !== text || checkpoint.witnesses.length > 0),
    ).toEqual([]);
    expect(believed.length).toBeLessThan(50);
  });

  test('signed only by its witness, by a stranger of the same name, or of another log is refused', async () => {
    const only = formatNote({ text, signatures: [await cosignText(text, witness, at)] });
    expect(await openCheckpoint(only, trust, verifyBytes)).toMatchObject({ problem: 'unsigned' });
    const strange = formatNote({ text, signatures: [await signText(text, stranger)] });
    expect(await openCheckpoint(strange, trust, verifyBytes)).toMatchObject({ problem: 'unsigned' });
    const other = { ...trust, origin: 'xa-khac.example.vn/nhat-ky' };
    expect(await openCheckpoint(await witnessed(), other, verifyBytes)).toMatchObject({
      problem: 'other-log',
    });
  });

  test('is not signed by a witness as if by the log, nor the other way round', async () => {
    await expect(signText(text, witness)).rejects.toThrow(RangeError);
    await expect(cosignText(text, log, at)).rejects.toThrow(RangeError);
    const sameKey = verifierKey(sha256, { ...log.key, type: 4 });
    const signature = { ...(await signText(text, log)), keyId: sameKey.keyId };
    const asWitness = { origin, log: [sameKey], witnesses: [] };
    expect(
      await openCheckpoint(formatNote({ text, signatures: [signature] }), asWitness, verifyBytes),
    ).toMatchObject({
      problem: 'forged',
    });
  });

  test('of a witness who moves its time is refused', async () => {
    const signature = await cosignText(text, witness, at);
    const later = Uint8Array.from(signature.signature);
    later[7] = (later[7] ?? 0) + 1;
    const note = formatNote({
      text,
      signatures: [await signText(text, log), { ...signature, signature: later }],
    });
    expect(await openCheckpoint(note, trust, verifyBytes)).toMatchObject({ problem: 'forged' });
  });

  test('keeps one signature of each key, the newest', async () => {
    const note = { text, signatures: [await signText(text, log), await cosignText(text, witness, at)] };
    const renewed = withSignature(note, await cosignText(text, witness, new Date('2020-04-29T00:00:00Z')));
    const opened = await openCheckpoint(formatNote(renewed), trust, verifyBytes);
    expect(opened.ok && opened.witnesses.map(({ at }) => at?.toISOString())).toEqual([
      '2020-04-29T00:00:00.000Z',
    ]);
  });

  const encoded = Buffer.from(root).toString('base64');
  test.each([
    '',
    '\n',
    `${origin}\n42\n`,
    `${origin}\n42\n${encoded}`,
    `\n42\n${encoded}\n`,
    `${origin}\n042\n${encoded}\n`,
    `${origin}\n+42\n${encoded}\n`,
    `${origin}\n-1\n${encoded}\n`,
    `${origin}\n 42\n${encoded}\n`,
    `${origin}\n4_2\n${encoded}\n`,
    `${origin}\n\n${encoded}\n`,
    `${origin}\n9007199254740992\n${encoded}\n`,
    `${origin}\n42\n${encoded.slice(0, -1)}\n`,
    `${origin}\n42\n${encoded} \n`,
    `${origin}\n42\n${Buffer.alloc(31).toString('base64')}\n`,
    `${origin}\n42\n${Buffer.alloc(33).toString('base64')}\n`,
    `${origin}\n42\n${encoded}\n\n`,
    `${origin}\n42\n${encoded}\n\nthêm\n`,
    `${origin}\r\n42\r\n${encoded}\r\n`,
  ])('is not %j', (text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });

  test('is read as it was written, whatever its numbers and lines', () => {
    const line = string({ unit: 'grapheme', minLength: 1 }).filter(
      (line) => line.isWellFormed() && !/\p{Cc}/u.test(line),
    );
    const sizes = integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    assert(
      property(line, sizes, array(line, { maxLength: 3 }), (origin, size, extensions) => {
        const checkpoint = { origin, size, root: Uint8Array.from(root), extensions };
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  test('with a line break inside a line, a fraction or half a root is a bug of the caller', () => {
    const right = { origin, size: 1, root, extensions: [] };
    const wrong = [
      { origin: 'a\nb' },
      { origin: '' },
      { size: 0.5 },
      { root: root.subarray(1) },
      { extensions: [''] },
    ];
    for (const part of wrong) expect(() => formatCheckpoint({ ...right, ...part })).toThrow(RangeError);
  });
});

describe('readers of what strangers send', () => {
  test('stop at nothing', async () => {
    for (const text of naughtyTexts) {
      expect(parseCheckpoint(text)).toBeNull();
      expect(parseVerifierKey(sha256, text)).toBeNull();
      expect((await openCheckpoint(text, trust, verifyBytes)).ok).toBe(false);
      expect((await openNote(`${peterText}\n${text}`, [keyOf(peterKey)], verifyBytes)).ok).toBe(false);
    }
  });

  test('nor do random signatures and texts', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary' }), uint8Array({ maxLength: 80 }), async (name, bytes) => {
        const blob = Buffer.concat([Buffer.from(peterKey.slice(13, 21), 'hex'), bytes]).toString('base64');
        const notes = [`${name}\n\n— ${name} ${blob}\n`, `${peterText}\n— PeterNeumann ${blob}\n`];
        for (const note of notes)
          expect((await openNote(note, [keyOf(peterKey)], verifyBytes)).ok).toBe(false);
      }),
    );
  });
});
