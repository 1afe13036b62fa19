import { make } from './make.ts';

/** Keys every page has besides those its links and buttons carry. */
const COMMON = [
  ['Ctrl K', 'Bảng lệnh: đến mục, tìm hồ sơ'],
  ['?', 'Các phím tắt của trang này'],
] as const;

const LIST = [
  ['j', 'Dòng sau'],
  ['k', 'Dòng trước'],
  ['Enter', 'Mở dòng'],
  ['o', 'Mở dòng trong thẻ mới'],
  ['x', 'Chọn, bỏ chọn dòng'],
] as const;

/** Opens the list of shortcuts of this page. */
export function showKeys(): void {
  const close = make('button', { type: 'submit', class: 'mc-dialog__close', value: 'close' }, 'Đóng');
  const dialog = make(
    'dialog',
    { class: 'mc-dialog', 'aria-labelledby': 'mc-keys-title' },
    make('form', { method: 'dialog' }, close),
    make('h2', { id: 'mc-keys-title' }, 'Phím tắt'),
    make('dl', { class: 'mc-keys' }, ...keysOfPage().map(([key, words]) => line(key, words))),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function keysOfPage(): readonly (readonly [string, string])[] {
  const holders = [...document.querySelectorAll<HTMLElement>('[data-hotkey][data-hotkey-label]')];
  const isOnPage = (holder: HTMLElement): boolean => holder.closest('main') !== null;
  // A key that page and navigation both have does what the page says.
  const inOrder = [...holders.filter((holder) => !isOnPage(holder)), ...holders.filter(isOnPage)];
  const bound = new Map(
    inOrder.map((holder) => [holder.dataset['hotkey'] ?? '', holder.dataset['hotkeyLabel'] ?? ''] as const),
  );
  const list = document.querySelector('[data-list]') ? LIST : [];
  return [...bound, ...list, ...COMMON];
}

function line(key: string, words: string): HTMLElement {
  const keys = key.split(' ').map((part) => make('kbd', { class: 'mc-kbd' }, part));
  const spaced = keys.flatMap((part) => [part, ' ']);
  return make('div', {}, make('dt', {}, ...spaced), make('dd', {}, words));
}
