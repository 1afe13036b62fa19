import { refuse } from '#kernel/refusal.ts';
import { type ArchiveEntry, openArchive } from '#platform/archive/zip.ts';
import { CONTENT_LIMITS } from '../limits.ts';
import { MEDIA_TYPES, type MediaType } from '../verdict.ts';

/** Archives of every kind begin so. */
export function isArchive(bytes: Buffer): boolean {
  return bytes.readUInt32BE(0) === 0x504b0304;
}

const MAIN_PARTS: Readonly<Record<string, MediaType>> = {
  [`${MEDIA_TYPES.docx}.main+xml`]: MEDIA_TYPES.docx,
  [`${MEDIA_TYPES.xlsx}.main+xml`]: MEDIA_TYPES.xlsx,
};

const CONTENT_TYPES = '[Content_Types].xml';

/** Parts that run or open something, by a piece of their name or their type (ECMA-376 part 1; macros: MS-OFFMACRO2). */
const FORBIDDEN_PARTS: readonly (readonly [RegExp, string])[] = [
  [/vbaproject|vbadata|macrosheet|dialogsheet|macroenabled|attachedtoolbars|customui/i, 'macro'],
  [/activex|oleobject|embeddings\/|package\.main|afchunk/i, 'tệp hoặc đối tượng nhúng'],
];

/**
 * Which document an archive is: a text or a workbook without macros, embedded files or anything fetched from elsewhere.
 * Refuses every other archive, and one that unpacks to too much.
 */
export function checkDocument(bytes: Buffer): MediaType {
  const entries = openArchive(bytes, CONTENT_LIMITS.archive);
  if (entries === null) return refuseArchive();
  const types = entries.find(({ name }) => name === CONTENT_TYPES);
  if (types === undefined) return refusePacked();
  for (const entry of entries) checkPart(entry);
  const declared = typesIn(types.content().toString('utf8'));
  for (const type of declared) refuseForbidden(type);
  const found = new Set(declared.flatMap((type) => MAIN_PARTS[type] ?? []));
  const [mediaType] = found;
  return mediaType !== undefined && found.size === 1 ? mediaType : refusePacked();
}

function checkPart({ name, content }: ArchiveEntry): void {
  refuseForbidden(name);
  if (!/\.(?:xml|rels|vml)$/i.test(name)) return;
  const bytes = content();
  refuseForeignXml(bytes);
  if (/\.rels$/i.test(name)) checkRelationships(bytes.toString('utf8'));
}

/** XML as office programs write it: UTF-8 and without a DTD, so that no entity is ever expanded. */
function refuseForeignXml(bytes: Buffer): void {
  const encoding = /^[^>]{0,200}encoding\s*=\s*["']([^"']*)/.exec(bytes.toString('latin1', 0, 300))?.[1];
  const isUtf8 = encoding === undefined || /^(?:utf-8|us-ascii)$/i.test(encoding);
  const isWide = bytes.subarray(0, 4).includes(0) || [0xfe, 0xff].includes(bytes[0] ?? 0);
  if (!isUtf8 || isWide || bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) {
    refuse(
      'invalid',
      'có phần XML khai báo từ ngoài (DTD) nên không nhận. Hãy mở tệp, lưu thành tệp mới rồi gửi lại.',
    );
  }
}

/** Links that a person clicks lead anywhere on the web; everything else stays inside the document. */
function checkRelationships(xml: string): void {
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const type = attribute(tag, 'Type');
    refuseForbidden(type);
    const mode = attribute(tag, 'TargetMode');
    const isClicked = type.endsWith('/hyperlink') && /^(?:https?:|mailto:|#)/i.test(attribute(tag, 'Target'));
    if (mode !== '' && mode !== 'Internal' && !isClicked) {
      refuse(
        'invalid',
        'có liên kết lấy dữ liệu từ tệp khác hoặc từ mạng. Hãy ngắt liên kết (Break Link), lưu lại, hoặc xuất ra PDF rồi gửi lại.',
      );
    }
  }
}

function attribute(tag: string, name: string): string {
  return new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).join('') ?? '';
}

function typesIn(xml: string): readonly string[] {
  return [...xml.matchAll(/\sContentType\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, one, two]) => one ?? two ?? '',
  );
}

function refuseForbidden(text: string): void {
  const what = FORBIDDEN_PARTS.find(([shape]) => shape.test(text))?.[1];
  if (what !== undefined) {
    refuse(
      'invalid',
      `có ${what} bên trong nên không nhận. Hãy lưu lại thành .docx, .xlsx không có ${what}, hoặc xuất ra PDF.`,
    );
  }
}

function refuseArchive(): never {
  return refuse(
    'invalid',
    'là tệp nén hỏng, hoặc bung ra quá lớn. Hãy mở tệp, lưu thành tệp mới rồi gửi lại.',
  );
}

function refusePacked(): never {
  return refuse(
    'invalid',
    'là tệp nén hoặc tài liệu không nhận được. Hãy giải nén, hoặc xuất ra PDF, rồi gửi từng tệp.',
  );
}
