/** State of a log, to be signed: whose log, how many entries, which root (C2SP tlog-checkpoint). */
import { fromBase64, toBase64 } from './base64.ts';
import { isHash, isTreeSize, type Hash } from './hash.ts';
import { isNoteText } from './note.ts';
import { openNote, type Disbelief, type Endorsement, type NoteProblem, type Verify } from './open-note.ts';
import type { VerifierKey } from './verifier-key.ts';

export type Checkpoint = {
  /** Name of the log, such as `motcua.example.vn/nhat-ky`. */
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  readonly root: Hash;
  /** Further lines, which say nothing that others can check. Usually none. */
  readonly extensions: readonly string[];
};

/** The text to sign. An origin or a line that is empty or has a line break, or another root, is a RangeError. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(root), ...extensions];
  const isSound = lines.every(isLine) && isTreeSize(size) && isHash(root);
  if (!isSound) throw new RangeError(`Not a checkpoint: ${origin}, ${size}`);
  return `${lines.join('\n')}\n`;
}

/** The checkpoint of a note's text, or null for anything that `formatCheckpoint` would not write. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!isNoteText(text)) return null;
  const [origin = '', size = '', encoded = '', ...extensions] = text.slice(0, -1).split('\n');
  const root = fromBase64(encoded);
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !isTreeSize(Number(size))) return null;
  if (root === null || !isHash(root) || ![origin, ...extensions].every(isLine)) return null;
  return { origin, size: Number(size), root, extensions };
}

export type CheckpointTrust = {
  readonly origin: string;
  /** Keys of the log, past and present. One of them must have signed. */
  readonly log: readonly VerifierKey[];
  /** Keys of witnesses that count when they have signed. */
  readonly witnesses: readonly VerifierKey[];
};

export type OpenedCheckpoint = {
  readonly ok: true;
  readonly checkpoint: Checkpoint;
  /** What was signed, for a witness to sign as well. */
  readonly text: string;
  /** The witnesses that signed, with their times. */
  readonly witnesses: readonly Endorsement[];
};

type CheckpointProblem = NoteProblem | 'other-log';

/** The checkpoint of a signed note when its log has signed it; otherwise what is wrong with it. */
export async function openCheckpoint(
  note: string,
  trust: CheckpointTrust,
  verify: Verify,
): Promise<OpenedCheckpoint | Disbelief<CheckpointProblem>> {
  const opened = await openNote(note, [...trust.log, ...trust.witnesses], verify);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (checkpoint === null)
    return wrong('malformed', 'Nội dung được ký không phải là trạng thái nhật ký; hãy tải lại bản gốc.');
  if (checkpoint.origin !== trust.origin)
    return wrong('other-log', `Trạng thái này là của nhật ký khác: ${checkpoint.origin}.`);
  if (!opened.endorsements.some(({ key }) => trust.log.includes(key)))
    return wrong(
      'unsigned',
      'Trạng thái nhật ký không có chữ ký của chính nhật ký; không dùng làm căn cứ được.',
    );
  const witnesses = opened.endorsements.filter(({ key }) => trust.witnesses.includes(key));
  return { ok: true, checkpoint, text: opened.text, witnesses };
}

function wrong(problem: CheckpointProblem, message: string): Disbelief<CheckpointProblem> {
  return { ok: false, problem, message };
}

const isLine = (line: string): boolean => line !== '' && !line.includes('\n') && isNoteText(`${line}\n`);
