import { array, assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { sha256 } from './merkle.fixture.ts';
import {
  at,
  cosigned,
  log,
  origin,
  root,
  stranger,
  text,
  trust,
  witness,
  witnessed,
} from './note.fixture.ts';
import { formatCosignature, parseCosignature } from './cosignature.ts';
import { formatNote, parseNote } from './note.ts';
import { cosignText, signText, withSignature } from './signer.ts';
import { verifierKey } from './verifier-key.ts';

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

  test('has no signature of another length, even for a verifier that believes everything', async () => {
    const own = await signText(text, log);
    const others = [own.signature.subarray(1), Buffer.concat([own.signature, Buffer.from([0])])];
    for (const signature of others) {
      const note = formatNote({ text, signatures: [{ ...own, signature }] });
      expect(await openCheckpoint(note, trust, () => true)).toMatchObject({ problem: 'forged' });
    }
  });

  test('has no time of a witness that no calendar holds', async () => {
    const signature = new Uint8Array(64);
    const last = 8_640_000_000_000;
    expect(parseCosignature(formatCosignature({ time: last, signature }))?.time).toBe(last);
    expect(parseCosignature(formatCosignature({ time: last + 1, signature }))).toBeNull();
    expect(parseCosignature(new Uint8Array(72).fill(255))).toBeNull();
    expect(() => formatCosignature({ time: -1, signature })).toThrow(RangeError);
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
