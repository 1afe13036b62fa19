/**
 * The colour profile sRGB (IEC 61966-2-1) as an ICC profile of version 2, made from its published figures: PDF/A asks for
 * the meaning of colours inside the file, and the profiles that systems ship have licences of their own.
 */

const TEXT = 'sRGB IEC61966-2.1';
/** Primaries and white, adapted to the illuminant D50 of the profile connection space (ICC.1:2001-04). */
const XYZ = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
const HEAD = 128;
/** Points of the curve: as many as programs use, so that dark tones keep their steps. */
const CURVE_POINTS = 1024;

/** The bytes of the profile. */
export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag()],
    ['cprt', textTag('No copyright, use freely')],
    ...Object.entries(XYZ).map(([name, values]) => [name, xyzTag(values)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const { table, bodies } = laidOut(tags);
  const profile = Buffer.concat([head(), table, ...bodies]);
  profile.writeUInt32BE(profile.length, 0);
  return profile;
}

function laidOut(tags: readonly (readonly [string, Buffer])[]) {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let end = HEAD + table.length;
  for (const [at, [name, body]] of tags.entries()) {
    const place = places.get(body) ?? end;
    if (!places.has(body)) {
      places.set(body, place);
      bodies.push(padded(body));
      end += padded(body).length;
    }
    table.write(name, 4 + at * 12, 'latin1');
    table.writeUInt32BE(place, 8 + at * 12);
    table.writeUInt32BE(body.length, 12 + at * 12);
  }
  return { table, bodies };
}

function head(): Buffer {
  const bytes = Buffer.alloc(HEAD);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // 1 January 2020, so that the same profile has the same bytes.
  [2020, 1, 1].forEach((part, at) => bytes.writeUInt16BE(part, 24 + at * 2));
  bytes.write('acsp', 36, 'latin1');
  XYZ.wtpt.forEach((value, at) => bytes.writeInt32BE(fixed(value), 68 + at * 4));
  return bytes;
}

function xyzTag(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write('XYZ ', 0, 'latin1');
  values.forEach((value, at) => bytes.writeInt32BE(fixed(value), 8 + at * 4));
  return bytes;
}

function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + CURVE_POINTS * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(CURVE_POINTS, 8);
  for (let point = 0; point < CURVE_POINTS; point += 1) {
    bytes.writeUInt16BE(Math.round(linear(point / (CURVE_POINTS - 1)) * 0xffff), 12 + point * 2);
  }
  return bytes;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function textTag(text: string): Buffer {
  return Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from(`${text}\0`, 'latin1')]);
}

/** Text in ASCII, with the empty places that the type has for Unicode and for old Macintoshes. */
function descriptionTag(): Buffer {
  const ascii = Buffer.from(`${TEXT}\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(ascii.length);
  return Buffer.concat([
    Buffer.from('desc\0\0\0\0', 'latin1'),
    length,
    ascii,
    Buffer.alloc(4 + 4 + 2 + 1 + 67),
  ]);
}

function padded(body: Buffer): Buffer {
  return Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
}

/** Signed fixed point with 16 bits behind the point. */
function fixed(value: number): number {
  return Math.round(value * 0x10000);
}
