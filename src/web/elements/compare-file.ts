/** Files compared by their SHA-256 where they are. Also on addresses without TLS, where browsers hide their own hashing. */
import { sha256 } from '@noble/hashes/sha2.js';

export function startComparing(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-compare]')) {
    const choose = place.querySelector<HTMLElement>('.mc-compare__choose');
    const answer = place.querySelector<HTMLElement>('.mc-compare__answer');
    const input = place.querySelector<HTMLInputElement>('input[type=file]');
    if (!choose || !answer || !input) continue;
    choose.hidden = false;
    input.addEventListener('change', () => void compare(input, answer, place.dataset['compare'] ?? ''));
  }
}

async function compare(input: HTMLInputElement, answer: HTMLElement, hash: string): Promise<void> {
  const file = input.files?.[0];
  answer.textContent = '';
  if (!file) return;
  const isSame = (await hashOf(file)) === hash;
  answer.dataset['same'] = String(isSame);
  answer.textContent = isSame
    ? `“${file.name}” đúng là bản gốc, không thay đổi gì.`
    : `“${file.name}” khác bản gốc: đã bị sửa, hoặc là tệp khác.`;
}

/** Read piece by piece, so that a large file does not have to fit into memory. */
async function hashOf(file: File): Promise<string> {
  const digest = sha256.create();
  const reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) digest.update(piece.value);
  return Array.from(digest.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
