import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { enrolmentAddress, typedSecret } from './enrolment.ts';
import { hotp, type Mac, matchingStep, stepOf } from './totp.ts';

/** The secret of both RFCs. */
const SECRET = Buffer.from('12345678901234567890');
const macWith =
  (algorithm: string, secret: Buffer): Mac =>
  (message) =>
    createHmac(algorithm, secret).update(message).digest();
const mac = macWith('sha1', SECRET);

test('codes are those of RFC 4226, Appendix D', () => {
  expect(Array.from({ length: 10 }, (_, counter) => hotp(mac, counter))).toEqual([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ]);
});

test.each([
  [59, '94287082', '46119246', '90693936'],
  [1_111_111_109, '07081804', '68084774', '25091201'],
  [1_111_111_111, '14050471', '67062674', '99943326'],
  [1_234_567_890, '89005924', '91819424', '93441116'],
  [2_000_000_000, '69279037', '90698825', '38618901'],
  [20_000_000_000, '65353130', '77737706', '47863826'],
])('codes at second %i are those of RFC 6238, Appendix B', (second, ...[sha1, sha256, sha512]) => {
  const step = stepOf(new Date(second * 1000));
  const long = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));
  expect(hotp(mac, step, 8)).toBe(sha1);
  expect(hotp(macWith('sha256', long(32)), step, 8)).toBe(sha256);
  expect(hotp(macWith('sha512', long(64)), step, 8)).toBe(sha512);
});

describe('A code', () => {
  const instant = new Date('2020-04-28T08:00:10+07:00');
  const now = stepOf(instant);
  const matches = (step: number, after = 0) => matchingStep(mac, hotp(mac, step), { instant, after });

  test('counts one step before and after its time, and no further', () => {
    expect([-2, -1, 0, 1, 2].map((away) => matches(now + away))).toEqual([null, now - 1, now, now + 1, null]);
  });

  test('counts only after the last one that counted', () => {
    expect(matches(now, now)).toBeNull();
    expect(matches(now - 1, now)).toBeNull();
    expect(matches(now + 1, now)).toBe(now + 1);
  });

  test('is nothing shorter, longer or empty', () => {
    for (const code of ['', hotp(mac, now).slice(1), `${hotp(mac, now)}0`, hotp(mac, now, 8)])
      expect(matchingStep(mac, code, { instant, after: 0 })).toBeNull();
  });
});

test('an app reads the secret from an address, a person in groups of four', () => {
  expect(enrolmentAddress(SECRET, { issuer: 'Một Cửa An Lão', account: 'quan-tri' })).toBe(
    'otpauth://totp/M%E1%BB%99t%20C%E1%BB%ADa%20An%20L%C3%A3o:quan-tri?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=M%E1%BB%99t%20C%E1%BB%ADa%20An%20L%C3%A3o&algorithm=SHA1&digits=6&period=30',
  );
  expect(typedSecret(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
});
