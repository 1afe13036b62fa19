import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { refuse } from '#kernel/refusal.ts';

/** Passwords known from leaks elsewhere. */
export type LeakedPasswords = {
  /** Whether a password is in the list; always no when there is no list. */
  readonly has: (password: string) => Promise<boolean>;
};

/** Installations without a list. */
export const NO_LEAKED_PASSWORDS: LeakedPasswords = { has: async () => false };

/** Longest line: forty hexadecimal digits, a colon, a count, the end of the line. */
const LINE_BYTES = 80;
/** Shorter beginnings of hashes would refuse good passwords by chance. */
const SHORTEST_PREFIX = 10;

/**
 * A list in the format of Have I Been Pwned: a text file of SHA-1 hashes in hexadecimal, or of their first ten digits and
 * more, one a line, sorted, each with `:count` behind it or not. It is searched where it lies, about forty reads of eighty
 * bytes for a list of a thousand million; nothing of it is kept in memory. Refuses when the file cannot be read or is no
 * such list.
 */
export async function openLeakedPasswords(path: string | undefined): Promise<LeakedPasswords> {
  if (path === undefined) return NO_LEAKED_PASSWORDS;
  await withFile(path, async (file) => {
    const first = await lineFrom(file, 0);
    if (first === null || hashIn(first).length < SHORTEST_PREFIX) {
      refuse('invalid', `Tệp ${path} không phải danh sách SHA-1 đã sắp xếp, mỗi dòng một giá trị.`);
    }
  });
  return {
    has: async (password) => {
      const hash = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
      return withFile(path, async (file) => isListed(file, hash));
    },
  };
}

async function withFile<Result>(path: string, work: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await open(path, 'r').catch(() =>
    refuse(
      'invalid',
      `Không đọc được danh sách mật khẩu đã lộ ${path}. Hãy kiểm tra đường dẫn và quyền đọc.`,
    ),
  );
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** Binary search over byte positions: the line that begins at or after the middle is compared. */
async function isListed(file: FileHandle, hash: string): Promise<boolean> {
  let low = 0;
  let high = (await file.stat()).size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = await lineFrom(file, middle);
    const listed = line === null ? null : hashIn(line);
    if (listed === null || listed === '') high = middle;
    else if (hash.startsWith(listed)) return listed.length >= SHORTEST_PREFIX;
    else if (listed < hash) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** The first whole line that begins at or after a position; null at the end of the file. */
async function lineFrom(file: FileHandle, position: number): Promise<string | null> {
  const start = Math.max(0, position - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(LINE_BYTES * 2), 0, LINE_BYTES * 2, start);
  const text = buffer.toString('latin1', 0, bytesRead);
  const begin = position === 0 ? 0 : text.indexOf('\n') + 1;
  if ((position > 0 && begin === 0) || begin >= text.length) return null;
  const end = text.indexOf('\n', begin);
  return text.slice(begin, end === -1 ? undefined : end);
}

function hashIn(line: string): string {
  return /^\s*([0-9A-Fa-f]{1,40})(?::\d+)?\s*$/.exec(line)?.[1]?.toUpperCase() ?? '';
}
