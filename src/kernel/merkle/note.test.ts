import { assert, asyncProperty, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyFromSeed, signingKey, verifyBytes } from '#platform/signing/ed25519.ts';
import { openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { sha256 } from './merkle.fixture.ts';
import { naughtyTexts } from './naughty.fixture.ts';
import {
  enochKey,
  enochLine,
  keyOf,
  peterKey,
  peterLine,
  peterSeed,
  peterText,
  trust,
} from './note.fixture.ts';
import { formatNote } from './note.ts';
import { parseNote } from './note.ts';
import { openNote } from './open-note.ts';
import { signText } from './signer.ts';
import { formatVerifierKey, parseVerifierKey, verifierKey } from './verifier-key.ts';

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

describe('readers of what strangers send', () => {
  test('do not read a note of more than a million characters', () => {
    const note = (lines: number): string => `${'dòng\n'.repeat(lines)}\n${peterLine}`;
    expect(parseNote(note(190_000))).not.toBeNull();
    expect(parseNote(note(200_000))).toBeNull();
  });

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
