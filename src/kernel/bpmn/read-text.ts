/** From the bytes of an uploaded file to text that the parser may see. */
import { refuse } from '#kernel/refusal.ts';

/** The largest model of the reference suite has 70 kB. */
const MOST_BYTES = 2_000_000;

/**
 * The text of a BPMN file in the encoding it declares. Refuses (`invalid`) what is too big, what cannot be decoded, and every
 * document type: without one there are no entities, neither of other files nor of themselves.
 */
export function readText(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) refuse('invalid', 'Tệp BPMN lớn hơn 2 MB. Hãy chọn tệp nhỏ hơn.');
  const text = decode(bytes, encodingOf(bytes));
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) {
    refuse(
      'invalid',
      'Tệp BPMN có khai báo DOCTYPE, ENTITY nên không được nhận. Hãy xuất lại tệp từ công cụ vẽ.',
    );
  }
  return text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(["'])[^"']*\2/, '$1');
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('iso-8859-1').decode(bytes.subarray(0, 200));
  return /^\W*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

/** The byte order mark is left out. The decoder throws on bytes and encodings that it does not know. */
function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    refuse('invalid', `Tệp BPMN không đọc được theo bảng mã ${encoding}. Hãy lưu lại tệp ở dạng UTF-8.`);
  }
}
