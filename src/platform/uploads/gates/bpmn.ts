/** Drawings of processes: BPMN 2.0 as XML, for the import of processes alone. */
import { readText } from '#kernel/bpmn/read-text.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';

/** The namespace stands in the first element, behind comments at most. */
const HEAD = 16_384;
const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Text that begins as XML does and names BPMN 2.0, in any encoding that keeps its letters apart. */
export function isBpmn(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, HEAD).replaceAll('\u0000', '');
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(head) && head.includes(MODEL);
}

/** Refuses what is larger than a drawing, cannot be decoded, or declares entities. What it says is the importer's to read. */
export function checkBpmn(bytes: Buffer): void {
  try {
    readText(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A gate's sentence goes on from the name of the file.
    refuse('invalid', error.message.replace(/^Tệp BPMN /, ''));
  }
}
