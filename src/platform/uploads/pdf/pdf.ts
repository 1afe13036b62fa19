import { refuse } from '#kernel/refusal.ts';
import { refusePixels, refuseTail } from '../gates/problems.ts';
import { CONTENT_LIMITS } from '../limits.ts';
import type { PdfFacts } from '../verdict.ts';
import { isSpace, placesOf } from './lexer.ts';
import { refuseEncrypted, refuseInside, refuseSyntax } from './problems.ts';
import { nameIn, numberIn, type PdfDictionary, type PdfValue } from './values.ts';
import { walkPdf } from './walk.ts';

const END = '%%EOF';

export function isPdf(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 5) === '%PDF-';
}

/** What a PDF may not name anywhere, in words (ISO 32000-2: 12.6.4 actions, 12.5.6 annotations, 7.11.4 embedded files). */
const FORBIDDEN: Readonly<Record<string, string>> = {
  JavaScript: 'mã lệnh (JavaScript)',
  JS: 'mã lệnh (JavaScript)',
  Launch: 'lệnh chạy chương trình khác',
  EmbeddedFile: 'tệp đính kèm',
  EmbeddedFiles: 'tệp đính kèm',
  FileAttachment: 'tệp đính kèm',
  EF: 'tệp đính kèm',
  GoToE: 'tệp đính kèm',
  GoToR: 'lệnh mở tệp khác',
  SubmitForm: 'lệnh gửi dữ liệu đi',
  ImportData: 'lệnh lấy dữ liệu từ ngoài',
  RichMedia: 'phim, âm thanh',
  Movie: 'phim, âm thanh',
  Sound: 'phim, âm thanh',
  Rendition: 'phim, âm thanh',
  '3D': 'mô hình ba chiều',
  XFA: 'biểu mẫu động (XFA)',
};

const BY_ITSELF = 'lệnh tự chạy khi mở';

/** Refuses a PDF that does anything, is locked, too long, damaged, or more than one file; answers what it says of itself. */
export function checkPdf(bytes: Buffer): PdfFacts {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) refuseSyntax();
  refuseWhatFollows(bytes);
  // The streams of a locked file cannot be read, so it is told apart before.
  for (const at of placesOf(bytes, '/Encrypt')) refuseIfLock(bytes.toString('latin1', at, at + 40));
  const pages = new Set<number>();
  const opened = new Set<number>();
  const restless = new Set<number>();
  walkPdf(bytes, {
    name: refuseForbidden,
    dictionary: (entries) => {
      const target = targetOnOpening(entries);
      if (target !== null) opened.add(target);
      refuseLargeImage(entries);
    },
    object: (number, value) => {
      if (!isPlace(value)) restless.add(number);
      if (value.kind === 'dictionary' && nameIn(value.entries, 'Type') === 'Page') pages.add(number);
    },
    stream: (entries) => {
      if (entries.has('F')) refuseInside('dữ liệu lấy từ tệp khác');
      if (nameIn(entries, 'Type') === 'XRef') refuseLocked(entries);
    },
    trailer: refuseLocked,
  });
  if ([...opened].some((number) => restless.has(number))) refuseInside(BY_ITSELF);
  if (pages.size > CONTENT_LIMITS.pages) refuseLong(pages.size);
  return { pages: pages.size, version: bytes.toString('latin1', 5, 8), archival: archivalIn(bytes) };
}

/** The identification of PDF/A (ISO 19005-2, 6.6.4), as elements or as attributes; programs leave it uncompressed. */
function archivalIn(bytes: Buffer): string {
  const said = (name: string): string => {
    const [at] = placesOf(bytes, `pdfaid:${name}`);
    const text = at === undefined ? '' : bytes.toString('latin1', at, at + 40);
    return /^pdfaid:\w+\s*(?:>|=\s*["'])\s*(\w)/.exec(text)?.[1] ?? '';
  };
  return said('part') + said('conformance').toLowerCase();
}

/** Behind the last end of a PDF another file could hide. */
function refuseWhatFollows(bytes: Buffer): void {
  const end = bytes.lastIndexOf(END);
  if (end === -1) refuseSyntax();
  if (!bytes.subarray(end + END.length).every(isSpace)) refuseTail();
}

function refuseIfLock(text: string): void {
  if (/^\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(text)) refuseEncrypted();
}

function refuseForbidden(name: string): void {
  const what = Object.hasOwn(FORBIDDEN, name) ? FORBIDDEN[name] : undefined;
  if (what !== undefined) refuseInside(what);
}

/**
 * What a document shows or does on being opened: a place in it is borne, and the number of the object that says it is
 * answered; anything else is refused.
 */
function targetOnOpening(entries: PdfDictionary): number | null {
  const additional = entries.get('AA');
  if (additional !== undefined && !isEmpty(additional)) refuseInside(BY_ITSELF);
  const opening = entries.get('OpenAction');
  if (opening === undefined || isPlace(opening)) return null;
  return opening.kind === 'reference' ? opening.to : refuseInside(BY_ITSELF);
}

/** A place in the document, or going to one and nothing after it. */
function isPlace(value: PdfValue): boolean {
  if (value.kind === 'array' || (value.kind === 'word' && value.value === 'null')) return true;
  return value.kind === 'dictionary' && nameIn(value.entries, 'S') === 'GoTo' && !value.entries.has('Next');
}

function isEmpty(value: PdfValue): boolean {
  return value.kind === 'dictionary' && value.entries.size === 0;
}

function refuseLocked(entries: PdfDictionary): void {
  if (entries.has('Encrypt')) refuseEncrypted();
}

function refuseLargeImage(entries: PdfDictionary): void {
  if (nameIn(entries, 'Subtype') !== 'Image') return;
  const pixels = (numberIn(entries, 'Width') ?? 0) * (numberIn(entries, 'Height') ?? 0);
  if (pixels > CONTENT_LIMITS.pixels) refusePixels();
}

function refuseLong(pages: number): never {
  refuse(
    'invalid',
    `có ${pages} trang, nhiều hơn ${CONTENT_LIMITS.pages} trang. Hãy tách thành nhiều tệp rồi gửi lại.`,
  );
}
