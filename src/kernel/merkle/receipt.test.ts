import { assert, asyncProperty, date, integer, property, string, uint8Array } from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { keyFromSeed, signingKey, verifyBytes } from '#platform/signing/ed25519.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { sha256 } from './merkle.fixture.ts';
import { naughtyTexts } from './naughty.fixture.ts';
import type { Verify } from './open-note.ts';
import { originId, parseReceipt, signReceipt, verifyReceipt, type Receipt } from './receipt.ts';

const unit = signingKey(keyFromSeed(new Uint8Array(32).fill(7)));
const stranger = signingKey(keyFromSeed(new Uint8Array(32).fill(8)));
const trust = { keysOf: () => [unit.publicKey], verify: verifyBytes };

const receipt: Receipt = {
  originId: originId(sha256, 'motcua.example.vn/nhat-ky'),
  number: '000.17.22.H08-200428-0003',
  unit: '000.17.22.H08',
  procedure: '1.001193.000.00.00.H08',
  procedureVersion: 2,
  receivedAt: new Date('2020-04-28T01:30:00.123Z'),
  dueAt: new Date('2020-05-05T10:00:00.000Z'),
};

/** As a browser verifies. */
const verifyInBrowser: Verify = async ({ publicKey, message, signature }) => {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, message);
};

/** Each byte of other letters takes three characters of the code, so that only so many fit. */
const field = string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(
  (text) => Buffer.byteLength(text) <= 20,
);
const instant = date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });

describe('a signed receipt', () => {
  test('is short, packs tightly into a QR code, and reads as what it says', async () => {
    const text = await signReceipt(receipt, unit.sign);
    expect(text).toMatch(
      /^MC1\*[A-Z2-7]{8}\*000\.17\.22\.H08-200428-0003\*000\.17\.22\.H08\*1\.001193\.000\.00\.00\.H08\*2\*20200428T013000\.123Z\*20200505T100000Z\*[A-Z2-7]{103}$/,
    );
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    expect(text.length).toBeLessThanOrEqual(300);
    // The same text with one small letter needs the wider encoding of bytes.
    expect(encode(text, { ecc: 'M' }).size).toBeLessThan(encode(`${text.slice(1)}a`, { ecc: 'M' }).size);
  });

  test('is verified in Node and in a browser alike', async () => {
    const text = await signReceipt(receipt, unit.sign);
    for (const verify of [verifyBytes, verifyInBrowser])
      expect(await verifyReceipt(text, { ...trust, verify })).toEqual({ ok: true, receipt });
  });

  test('comes back as it was, whatever its fields hold', async () => {
    await assert(
      asyncProperty(field, integer({ min: 1, max: 999_999_999 }), instant, async (text, version, at) => {
        const other = {
          ...receipt,
          number: text,
          procedure: '1.001193',
          procedureVersion: version,
          receivedAt: at,
        };
        expect(parseReceipt(await signReceipt(other, unit.sign))?.receipt).toEqual(other);
      }),
    );
  });

  test('in which any one character is another, missing or more is refused', async () => {
    const text = await signReceipt(receipt, unit.sign);
    const letters = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:abcđ\n');
    for (let index = 0; index <= text.length; index += 1) {
      const [before, after] = [text.slice(0, index), text.slice(index + 1)];
      const replaced = letters.map((letter) => before + letter + after);
      const added = letters.map((letter) => before + letter + text.slice(index));
      const others = new Set([...replaced, ...added, before + after].filter((other) => other !== text));
      const believed = await Promise.all(Array.from(others, async (other) => verifyReceipt(other, trust)));
      expect(believed.filter(({ ok }) => ok)).toEqual([]);
    }
  });

  test('with any field changed and the signature kept is forged', async () => {
    const text = await signReceipt(receipt, unit.sign);
    const later = text.replace('20200505T100000Z', '20200512T100000Z');
    expect(await verifyReceipt(later, trust)).toMatchObject({
      problem: 'forged',
      message: expect.stringContaining('sửa'),
    });
    const earlier = text.replace('20200428T013000.123Z', '20200427T013000.123Z');
    expect(await verifyReceipt(earlier, trust)).toMatchObject({ problem: 'forged' });
  });

  test('of a key that the unit never had is forged; one of an older key holds; an unknown unit is said', async () => {
    const text = await signReceipt(receipt, unit.sign);
    expect(await verifyReceipt(await signReceipt(receipt, stranger.sign), trust)).toMatchObject({
      problem: 'forged',
    });
    const renewed = { ...trust, keysOf: () => [stranger.publicKey, unit.publicKey] };
    expect(await verifyReceipt(text, renewed)).toMatchObject({ ok: true });
    expect(await verifyReceipt(text, { ...trust, keysOf: () => [] })).toMatchObject({
      problem: 'unknown-unit',
    });
  });

  test('cannot be made of a signature for something else', async () => {
    const text = await signReceipt(receipt, unit.sign);
    const body = text.slice(0, text.lastIndexOf('*'));
    const bare = `${body}*${toBase32(unit.sign(Buffer.from(body)))}`;
    expect(await verifyReceipt(bare, trust)).toMatchObject({ problem: 'forged' });
  });

  test('that would not fit or not read back is a bug of the caller', async () => {
    const wrong = [
      { number: 'A'.repeat(200) },
      { number: '' },
      { procedureVersion: 0 },
      { originId: 'short' },
    ];
    for (const part of wrong)
      await expect(signReceipt({ ...receipt, ...part }, unit.sign)).rejects.toThrow(RangeError);
  });
});

describe('what a scanner may bring', () => {
  test('never stops the reader', async () => {
    const text = await signReceipt(receipt, unit.sign);
    for (const naughty of naughtyTexts) {
      expect(parseReceipt(naughty)).toBeNull();
      expect(await verifyReceipt(text + naughty, trust)).toMatchObject({ ok: naughty === '' });
    }
    assert(property(string({ unit: 'binary' }), (naughty) => parseReceipt(`MC1*${naughty}`) === null));
  });

  test.each([
    ['a day that no calendar has', '20200428T013000.123Z', '20200230T013000Z'],
    ['an hour that no day has', '20200428T013000.123Z', '20200428T250000Z'],
    ['milliseconds that are none', '20200428T013000.123Z', '20200428T013000.000Z'],
    ['an escape that was not needed', 'H08-200428', '%4808-200428'],
    ['an escape in small letters', 'H08-200428', '%c4%90-200428'],
    ['bytes that are not UTF-8', 'H08-200428', '%FF-200428'],
    ['a version with a leading zero', '*2*', '*02*'],
    ['another form', 'MC1*', 'MC2*'],
  ])('%s is malformed', async (_, from, to) => {
    const text = (await signReceipt(receipt, unit.sign)).replace(from, to);
    expect(await verifyReceipt(text, trust)).toMatchObject({ problem: 'malformed' });
  });
});

describe('base 32', () => {
  test('has the vectors of RFC 4648 without padding', () => {
    const vectors = ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'];
    expect(vectors.map((_, length) => toBase32(Buffer.from('foobar'.slice(0, length))))).toEqual(vectors);
  });

  test('gives bytes back, and has one text for them', () => {
    assert(
      property(uint8Array(), (bytes) => {
        expect([...(fromBase32(toBase32(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
    for (const text of ['M', 'MZX', 'MZXW6Y', 'MZ', 'my', 'MY======', 'M1', 'MY '])
      expect(fromBase32(text)).toBeNull();
  });
});
