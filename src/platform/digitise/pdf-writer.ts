/** The frame of a PDF file (ISO 32000-2, 7.5): objects with their places, streams, the table at the end. */

export type PdfWriter = {
  readonly head: () => Buffer;
  readonly object: (number: number, content: string) => Buffer;
  readonly stream: (number: number, entries: string, data: Buffer) => Buffer;
  /** The table, and where reading begins. Every number from 1 on must have been written. */
  readonly end: (root: number, identifier: string) => Buffer;
};

export function pdfWriter(): PdfWriter {
  const places: number[] = [];
  let written = 0;
  const put = (...parts: readonly (string | Buffer)[]): Buffer => {
    const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
    written += bytes.length;
    return bytes;
  };
  const begin = (number: number): string => {
    places[number] = written;
    return `${number} 0 obj\n`;
  };
  return {
    // Four bytes above 127, so that nobody takes the file for text.
    head: () => put('%PDF-1.7\n', Buffer.from([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])),
    object: (number, content) => put(`${begin(number)}${content}\nendobj\n`),
    stream: (number, entries, data) =>
      put(
        `${begin(number)}<< ${entries}${entries && ' '}/Length ${data.length} >>\nstream\n`,
        data,
        '\nendstream\nendobj\n',
      ),
    end: (root, identifier) => {
      const start = written;
      const rows = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
      return put(
        `xref\n0 ${places.length}\n0000000000 65535 f \n${rows.join('')}`,
        `trailer\n<< /Size ${places.length} /Root ${root} 0 R /ID [<${identifier}> <${identifier}>] >>\n`,
        `startxref\n${start}\n%%EOF\n`,
      );
    },
  };
}
