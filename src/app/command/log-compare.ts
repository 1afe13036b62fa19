import { readFile } from 'node:fs/promises';
import { openCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { verifyConsistency } from '#kernel/merkle/consistency.ts';
import { treeHasher } from '#kernel/merkle/hash.ts';
import { consistencyProof } from '#kernel/merkle/published-tree.ts';
import { tilePath } from '#kernel/merkle/tile.ts';
import { parseVerifierKey, type VerifierKey } from '#kernel/merkle/verifier-key.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import type { SignedTree } from '#platform/signing/log-signer.ts';
import { sha256 } from '#platform/signing/sha256.ts';
import type { ExitCode, Given, Output } from './command.ts';

const hasher = treeHasher(sha256);

/**
 * Compares a state that somebody kept (a letter's attachment) with the log as it is published now: both signed by the key,
 * and the later one goes on from the earlier. Needs no installation, only the address and the key given here.
 */
export async function compare({ words, options }: Given, output: Output): Promise<ExitCode> {
  const [, file] = words;
  const [at, text] = [options['at'], options['key']];
  if (file === undefined || at === undefined || text === undefined || !/^https?:\/\//.test(at)) {
    return refuse('invalid', 'Hãy dùng: log compare TỆP --at https://máy-chủ/nhat-ky --key KHÓA-KIỂM-TRA');
  }
  const key =
    parseVerifierKey(sha256, text) ?? refuse('invalid', 'Khóa kiểm tra chưa đúng. Hãy chép cả dòng.');
  const page = at.replace(/\/+$/, '');
  const kept = await opened(await readKept(file), key);
  const published = await opened((await fetched(`${page}/checkpoint`)).toString('utf8'), key);
  const [older, newer] = kept.size <= published.size ? [kept, published] : [published, kept];
  const agrees = kept.size <= published.size && (await goesOn(page, { older, newer }));
  const facts = { kept: kept.size, published: published.size, agrees };
  const sentence = agrees
    ? `Nhật ký đang công bố (${formatNumber(published.size)} mục) nối tiếp đúng trạng thái đã lưu (${formatNumber(kept.size)} mục).`
    : `KHÔNG KHỚP: nhật ký đang công bố (${formatNumber(published.size)} mục) không nối tiếp trạng thái đã lưu (${formatNumber(kept.size)} mục). Lịch sử đã bị thay đổi hoặc dữ liệu là bản cũ; giữ nguyên tệp này làm bằng chứng và báo cơ quan có thẩm quyền.`;
  output.print(facts, sentence);
  return agrees ? 0 : 1;
}

async function readKept(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => refuse('missing', `Không đọc được tệp ${file}.`));
}

async function opened(note: string, key: VerifierKey): Promise<SignedTree> {
  const result = await openCheckpoint(note, { origin: key.name, log: [key], witnesses: [] }, verifyBytes);
  return result.ok ? result.checkpoint : refuse('conflict', result.message);
}

type Pair = { readonly older: SignedTree; readonly newer: SignedTree };

async function goesOn(page: string, { older, newer }: Pair): Promise<boolean> {
  const tree = {
    hasher,
    size: newer.size,
    readTiles: async (tiles: readonly { level: number; index: number; width: number }[]) =>
      Promise.all(
        tiles.map(async ({ level, index, width }) => fetched(`${page}/${tilePath(level, index, width)}`)),
      ),
  };
  const proof = await consistencyProof(tree, older.size);
  const claim = { oldSize: older.size, oldRoot: older.root, newSize: newer.size, newRoot: newer.root, proof };
  return verifyConsistency(hasher, claim);
}

const PATIENCE_MS = 30_000;

async function fetched(url: string): Promise<Buffer> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => refuse('conflict', `Không tải được ${url}. Hãy kiểm tra mạng và địa chỉ.`),
  );
  if (!response.ok)
    refuse('conflict', `${url} trả lời mã ${response.status}. Hãy kiểm tra địa chỉ của nhật ký.`);
  return Buffer.from(await response.arrayBuffer());
}
