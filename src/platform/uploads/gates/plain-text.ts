/**
 * Words that a person reads: UTF-8, or UTF-16 with its mark, without control characters, and nothing that another program
 * takes for markup or for a PDF that begins later.
 */
export function isPlainText(bytes: Buffer): boolean {
  const text = decoded(bytes);
  if (text === null || !/\S/.test(text) || /^\s*</.test(text) || text.includes('%PDF-')) return false;
  // oxlint-disable-next-line no-control-regex -- exactly these show that it is no text
  return !/[\u0000-\u0008\u000E-\u001F]/.test(text);
}

function decoded(bytes: Buffer): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes of something else, or of a code page that nobody can tell.
    return null;
  }
}
