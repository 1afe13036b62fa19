/**
 * One PDF/A-2b (ISO 19005-2) of page pictures, in their order, each page as large as what was scanned. A JPEG goes in as
 * it is, byte for byte, so that nothing is lost and nothing is unpacked; one picture at a time is in memory.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { metadataOf } from './metadata.ts';
import { pageSizeOf } from './page-size.ts';
import { type PdfWriter, pdfWriter } from './pdf-writer.ts';
import type { Picture } from './picture.ts';
import { pictureOf } from './picture-head.ts';
import { pngPoints } from './png-points.ts';
import { srgbProfile } from './srgb.ts';

export type ArchivalJob = {
  /** What the paper is called. */
  readonly title: string;
  readonly createdAt: Date;
  /** Reads the pictures, each when its turn comes: JPEG or PNG that passed the gates. */
  readonly pages: readonly (() => Promise<Buffer>)[];
  /** Hears of each page when it is written. */
  readonly onPage: (page: WrittenPage) => void;
};

export type WrittenPage = {
  /** Dots per inch, in the size of the page. */
  readonly resolution: number;
  readonly isColour: boolean;
};

/** Part and level of PDF/A that the files keep to. */
export const ARCHIVAL_LEVEL = '2b';
export const ARCHIVAL_VERSION = '1.7';

const CATALOGUE = 1;
const PAGES = 2;
const METADATA = 3;
const PROFILE = 4;
const FIRST_PAGE = 5;
/** A page, what is drawn on it, the picture. */
const OBJECTS_OF_PAGE = 3;

/** The bytes of the file, piece by piece. Refuses pictures that no page can be made of, naming the page. */
export async function* archivalPdf(job: ArchivalJob): AsyncGenerator<Buffer> {
  const pdf = pdfWriter();
  const digest = createHash('sha256');
  yield pdf.head();
  for (const [at, open] of job.pages.entries()) {
    const bytes = await open();
    digest.update(bytes);
    yield* page(pdf, { bytes, first: FIRST_PAGE + at * OBJECTS_OF_PAGE, onPage: job.onPage });
  }
  yield* frame(pdf, job);
  yield pdf.end(CATALOGUE, digest.digest('hex').slice(0, 32));
}

type PageJob = {
  readonly bytes: Buffer;
  readonly first: number;
  readonly onPage: (page: WrittenPage) => void;
};

async function* page(pdf: PdfWriter, { bytes, first, onPage }: PageJob): AsyncGenerator<Buffer> {
  const picture = pictureOf(bytes);
  const { width, height, resolution, matrix } = pageSizeOf(picture);
  const image = await imageOf(bytes, picture);
  yield pdf.object(
    first,
    `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${real(width)} ${real(height)}] /Contents ${first + 1} 0 R /Resources << /XObject << /P ${first + 2} 0 R >> >> >>`,
  );
  yield pdf.stream(first + 1, '', Buffer.from(`q ${matrix.map(real).join(' ')} cm /P Do Q`));
  yield pdf.stream(
    first + 2,
    `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ${image.entries}`,
    image.data,
  );
  onPage({ resolution, isColour: picture.isColour });
}

type Image = { readonly entries: string; readonly data: Buffer };

async function imageOf(bytes: Buffer, picture: Picture): Promise<Image> {
  const { content, width } = picture;
  if (content.type === 'jpeg') {
    const entries = `/ColorSpace ${colours(content.components)} /BitsPerComponent 8 /Filter /DCTDecode`;
    return { entries, data: bytes.subarray(0, content.end) };
  }
  const { packed, components, bitDepth, isFiltered } = await pngPoints(bytes, picture);
  const space =
    content.palette === null
      ? colours(components)
      : `[/Indexed /DeviceRGB ${content.palette.length / 3 - 1} <${content.palette.toString('hex')}>]`;
  const filters = isFiltered
    ? ` /DecodeParms << /Predictor 15 /Colors ${components} /BitsPerComponent ${bitDepth} /Columns ${width} >>`
    : '';
  return {
    entries: `/ColorSpace ${space} /BitsPerComponent ${bitDepth} /Filter /FlateDecode${filters}`,
    data: packed,
  };
}

function colours(components: 1 | 3): string {
  return components === 1 ? '/DeviceGray' : '/DeviceRGB';
}

/** What every page hangs on, and what makes the file one to be kept: its colours and what it is. */
function* frame(pdf: PdfWriter, { title, createdAt, pages }: ArchivalJob): Generator<Buffer> {
  const kids = pages.map((_, at) => `${FIRST_PAGE + at * OBJECTS_OF_PAGE} 0 R`);
  const intent =
    '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1)';
  yield pdf.object(
    CATALOGUE,
    `<< /Type /Catalog /Pages ${PAGES} 0 R /Metadata ${METADATA} 0 R /Lang (vi) /OutputIntents [${intent} /DestOutputProfile ${PROFILE} 0 R >>] >>`,
  );
  yield pdf.object(PAGES, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  yield pdf.stream(METADATA, '/Type /Metadata /Subtype /XML', metadataOf(title, createdAt));
  yield pdf.stream(PROFILE, '/N 3 /Filter /FlateDecode', deflateSync(srgbProfile()));
}

function real(value: number): string {
  return String(Number(value.toFixed(3)));
}
