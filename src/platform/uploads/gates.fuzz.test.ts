import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { FUZZ_RUNS, mutated } from '#test/mutations.ts';
import { checkJpeg } from './gates/jpeg.ts';
import { checkDocument } from './gates/ooxml.ts';
import { checkPng } from './gates/png.ts';
import { checkPdf } from './pdf/pdf.ts';
import {
  DOCX,
  docxWith,
  JPEG,
  packedObjects,
  PDF,
  pdfWith,
  PNG,
  relationships,
} from './specimens.fixture.ts';

const RICH_PDF = pdfWith('/OpenAction [3 0 R /Fit] /Lang (vi) /ID <0a1b>', {
  4: '<< /Length 5 0 R /Filter [/FlateDecode] >>\nstream\nabc\nendstream',
  5: '3',
  8: packedObjects({ 9: '<< /A (a\\)) /B#20C [1 -2.5 true null 3 0 R] >>', 10: '[]' }),
});
const RICH_DOCX = docxWith([
  relationships('hyperlink', 'https://example.vn'),
  ['word/a.xml', '<?xml version="1.0" encoding="UTF-8"?><a/>'],
]);

/** What came of a look: it was let through or refused, or the gate stumbled. */
function outcomeOf(look: () => unknown): string {
  try {
    look();
    return 'decided';
  } catch (error) {
    return error instanceof Refusal ? 'decided' : String(error);
  }
}

describe('A gate', () => {
  test.each([
    ['of PDFs', checkPdf, [PDF, RICH_PDF]],
    ['of PNGs', checkPng, [PNG]],
    ['of JPEGs', checkJpeg, [JPEG, Buffer.concat([JPEG, JPEG])]],
    ['of documents', checkDocument, [DOCX, RICH_DOCX]],
  ] as const)('%s lets a file through or says why not, whatever its bytes', (_, check, specimens) => {
    for (const specimen of specimens) expect(check(specimen)).not.toBeInstanceOf(Error);
    assert(
      property(mutated(...specimens), (bytes) => {
        expect(outcomeOf(() => check(bytes))).toBe('decided');
      }),
      { numRuns: FUZZ_RUNS * 5 },
    );
  });
});
