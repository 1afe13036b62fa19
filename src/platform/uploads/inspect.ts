import { Refusal } from '#kernel/refusal.ts';
import { adviceFor } from './gates/advice.ts';
import { checkBpmn, isBpmn } from './gates/bpmn.ts';
import { checkJpeg, isJpeg } from './gates/jpeg.ts';
import { checkDocument, isArchive } from './gates/ooxml.ts';
import { checkPng, isPng } from './gates/png.ts';
import { isPlainText } from './gates/plain-text.ts';
import { BROKEN, refuseTail } from './gates/problems.ts';
import { checkPdf, isPdf } from './pdf/pdf.ts';
import { MEDIA_TYPES, type MediaType, type Verdict } from './verdict.ts';

type Passed = Pick<Verdict, 'pdf'> & { readonly mediaType: MediaType };

type Gate = {
  readonly opens: (bytes: Buffer) => boolean;
  readonly check: (bytes: Buffer) => MediaType | Passed;
};

const GATES: readonly Gate[] = [
  { opens: isPdf, check: checkingPdf },
  { opens: isPng, check: checking(checkPng, MEDIA_TYPES.png) },
  { opens: isJpeg, check: checking(checkJpeg, MEDIA_TYPES.jpeg) },
  { opens: (bytes) => bytes.length > 4 && isArchive(bytes), check: checkDocument },
  { opens: isBpmn, check: checking(checkBpmn, MEDIA_TYPES.bpmn) },
  { opens: isJson, check: () => MEDIA_TYPES.json },
  { opens: isPlainText, check: () => MEDIA_TYPES.text },
];

/** Looks at the bytes of a file and at nothing else: what it is, or why it is not taken. Never throws. */
export async function inspect(bytes: Buffer): Promise<Verdict> {
  const gate = GATES.find(({ opens }) => opens(bytes));
  if (gate === undefined) return { problem: await adviceFor(bytes) };
  try {
    const passed = gate.check(bytes);
    return typeof passed === 'string' ? { mediaType: passed } : passed;
  } catch (error) {
    // A gate that stumbles over bytes nobody thought of keeps them out.
    return { problem: error instanceof Refusal ? error.message : BROKEN };
  }
}

/** A gate for a type that programs find by its beginning; an archive is found by its end, so none may lie there. */
function checking(check: (bytes: Buffer) => void, mediaType: MediaType): Gate['check'] {
  return (bytes) => {
    check(bytes);
    if (endsAsArchive(bytes)) refuseTail();
    return mediaType;
  };
}

function checkingPdf(bytes: Buffer): Passed {
  const pdf = checkPdf(bytes);
  if (endsAsArchive(bytes)) refuseTail();
  return { mediaType: MEDIA_TYPES.pdf, pdf };
}

const LONGEST_END = 65_557;

/** Whether the end of a ZIP directory lies where programs look for it: one that points back into this file. */
function endsAsArchive(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - LONGEST_END);
  for (
    let at = bytes.indexOf('PK\u0005\u0006', first, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0005\u0006', at + 1, 'latin1')
  ) {
    if (at + 22 > bytes.length) return false;
    const disks = bytes.readUInt32LE(at + 4);
    if (disks === 0 && bytes.readUInt32LE(at + 12) <= at) return true;
  }
  return false;
}

const OPENS_JSON = /^\uFEFF?\s*[[{]/;

/** Text in UTF-8 that begins as JSON does; whoever reads it says what is wrong with it. */
function isJson(bytes: Buffer): boolean {
  if (!OPENS_JSON.test(bytes.toString('utf8', 0, 64))) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return !text.includes('\u0000');
  } catch {
    return false; // Not UTF-8, so not JSON.
  }
}
