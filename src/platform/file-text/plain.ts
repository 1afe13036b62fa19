import { type FileText, PROBLEMS } from './lines.ts';

/** Text in UTF-8, UTF-16 with its mark, or the old code page of Vietnam; anything with control characters is no text. */
export function plainText(bytes: Uint8Array): FileText {
  const text = decoded(bytes);
  // oxlint-disable-next-line no-control-regex -- exactly these show that it is no text
  if (text === null || /[\u0000-\u0008\u000E-\u001A]/.test(text.slice(0, 100_000))) {
    return { problem: PROBLEMS.unknown };
  }
  if (text.trim() === '') return { problem: PROBLEMS.empty };
  return { lines: linesOf(text), pages: null };
}

/** Lines of a text however it ends them; a last line break begins no line. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
}

function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // From before Unicode: every byte is a character there, so this never fails.
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
