/** Small whole files of every type that is taken, and ways to build bad ones. */
import { crc32, deflateSync } from 'node:zlib';
import { deflateRawSync } from 'node:zlib';

export const PNG = pngOf(1, 1);

/** A PNG of black points that only claims its size when it is large. */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const points = deflateSync(Buffer.alloc(Math.min(height, 16) * (Math.min(width, 16) + 1)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', points),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The skeleton of a JPEG: start, sizes, a scan of some bytes, end. */
export function jpegOf(
  width: number,
  height: number,
  scan = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]),
): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const start = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, start, scan, Buffer.from([0xff, 0xd9])]);
}

export const JPEG = jpegOf(16, 16);

/** A PDF of objects given by number; `1` is its catalogue. */
export function pdfOf(objects: Readonly<Record<number, string>>, trailer = ''): Buffer {
  const bodies = Object.entries(objects).map(([number, text]) => `${number} 0 obj\n${text}\nendobj\n`);
  return Buffer.from(
    `%PDF-1.7\n${bodies.join('')}trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}

/** A PDF whose catalogue has one more entry; other objects beside it. */
export function pdfWith(entry: string, others: Readonly<Record<number, string>> = {}): Buffer {
  return pdfOf({
    1: `<< /Type /Catalog /Pages 2 0 R ${entry} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ...others,
  });
}

export const PDF = pdfWith('');

/** Objects packed into a stream, the way most writers do. */
export function packedObjects(objects: Readonly<Record<number, string>>, extra = ''): string {
  const entries = Object.entries(objects);
  const places: string[] = [];
  let at = 0;
  for (const [number, text] of entries) {
    places.push(`${number} ${at}`);
    at += text.length + 1;
  }
  const head = `${places.join(' ')} `;
  const packed = deflateSync(Buffer.from(head + entries.map(([, text]) => `${text} `).join(''), 'latin1'));
  return `<< /Type /ObjStm /N ${entries.length} /First ${head.length} /Filter /FlateDecode /Length ${packed.length} ${extra}>>\nstream\n${packed.toString('latin1')}\nendstream`;
}

type Part = readonly [name: string, content: string | Buffer];

/** A ZIP archive as office programs write it. */
export function archiveOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of parts) {
    const content = Buffer.from(given);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), head, place, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A text document with more parts beside its own. */
export function docxWith(parts: readonly Part[] = [], type = DOCUMENT): Buffer {
  return archiveOf([
    ['[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`],
    ['word/document.xml', '<w:document/>'],
    ...parts,
  ]);
}

export const DOCX = docxWith();

export function relationships(type: string, target: string, mode = 'External'): Part {
  const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
  return [
    'word/_rels/document.xml.rels',
    `<Relationships><Relationship Id="r1" Type="${kind}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
  ];
}
