/**
 * The script inside the page that checks receipts without a network. It must run where browsers have no Ed25519 of their
 * own, and where they hide their cryptography: old ones, and addresses without TLS.
 */
import { hashes, verify as verifyEd25519 } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { verifyReceipt, type Receipt } from '#kernel/merkle/receipt.ts';
import {
  keysFor,
  PROBLEM_TITLES,
  RECEIPT_FRAGMENT,
  receiptTextIn,
  type UnitKey,
} from '#kernel/merkle/receipt-trust.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { make } from './make.ts';
import { startScanning } from './scan-picture.ts';

hashes.sha512 = sha512;

type Published = { readonly keys: readonly UnitKey[]; readonly compareAt: string };

function start(): void {
  const field = document.querySelector<HTMLTextAreaElement>('#receipt');
  const place = document.querySelector<HTMLElement>('#answer');
  if (!field || !place) return;
  const published: Published = JSON.parse(document.querySelector('#published')?.textContent ?? '');
  const check = async (): Promise<void> => {
    const text = receiptTextIn(field.value);
    place.replaceChildren(...(text === '' ? [] : [await answerTo(text, published)]));
  };
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void check();
  });
  field.addEventListener('input', () => void check());
  startScanning((scanned) => {
    field.value = scanned;
    void check();
  });
  const takeScanned = (): void => {
    if (location.hash.startsWith(RECEIPT_FRAGMENT)) field.value = receiptTextIn(location.hash);
    void check();
  };
  window.addEventListener('hashchange', takeScanned);
  takeScanned();
}

async function answerTo(text: string, { keys, compareAt }: Published): Promise<HTMLElement> {
  const believed = await verifyReceipt(text, {
    keysOf: (receipt) => keysFor(keys, receipt),
    verify: ({ publicKey, message, signature }) =>
      verifyEd25519(signature, message, publicKey, { zip215: false }),
  });
  if (!believed.ok) {
    const tone = believed.problem === 'forged' ? 'false' : 'unclear';
    return box(tone, PROBLEM_TITLES[believed.problem], make('p', {}, believed.message));
  }
  const { receipt } = believed;
  const name = keys.find(({ unit }) => unit === receipt.unit)?.name ?? receipt.unit;
  const link = make('a', { href: compareAt + encodeURIComponent(text) }, 'Đối chiếu với nhật ký');
  return box(
    'genuine',
    'Biên nhận thật',
    make(
      'p',
      {},
      `${name} đã ký đúng những nội dung dưới đây. So với chữ in trên giấy: khác dòng nào là giấy đã bị sửa dòng đó.`,
    ),
    factsOf(receipt, name),
    make(
      'p',
      {},
      'Hồ sơ trong hệ thống có còn đúng như biên nhận không thì phải có mạng mới biết. ',
      link,
      '.',
    ),
  );
}

function factsOf(receipt: Receipt, name: string): HTMLElement {
  const facts = {
    'Số hồ sơ': receipt.number,
    'Đơn vị tiếp nhận': `${name} (${receipt.unit})`,
    'Thủ tục': `${receipt.procedure}, phiên bản ${receipt.procedureVersion}`,
    'Tiếp nhận lúc': formatDateTime(receipt.receivedAt),
    'Hẹn trả kết quả lúc': formatDateTime(receipt.dueAt),
  };
  const lines = Object.entries(facts).flatMap(([term, fact]) => [make('dt', {}, term), make('dd', {}, fact)]);
  return make('dl', {}, ...lines);
}

function box(tone: string, title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return make('div', { class: `answer answer--${tone}` }, make('h2', {}, title), ...content);
}

start();
