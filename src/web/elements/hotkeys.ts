import { showKeys } from './key-overlay.ts';
import { hasModifier, isTyping } from './typing.ts';

/** Milliseconds in which a second key makes a two-key shortcut (`g h`). */
const SEQUENCE_MS = 900;

/** Links, buttons and fields with `data-hotkey` answer to their key; `?` shows them all. */
export function startHotkeys(): void {
  document.addEventListener('keydown', sendByKeyboard);
  let before = '';
  let since = 0;
  document.addEventListener('keydown', (event) => {
    if (
      event.defaultPrevented ||
      hasModifier(event) ||
      isTyping(event) ||
      document.querySelector('dialog[open]')
    )
      return;
    if (event.key === '?') return showKeys();
    const pair = event.timeStamp - since < SEQUENCE_MS ? `${before} ${event.key}` : '';
    const target = (pair && holderOf(pair)) || holderOf(event.key);
    before = event.key;
    since = event.timeStamp;
    if (!target) return;
    event.preventDefault();
    use(target);
  });
}

/** Ctrl+Enter uses the act that carries it, also while one is typing; never in the middle of a composition. */
function sendByKeyboard(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const target = holderOf('Ctrl Enter');
  if (!target) return;
  event.preventDefault();
  use(target);
}

/** What the page itself offers under a key comes before the navigation, which has it on every page. */
function holderOf(key: string): HTMLElement | undefined {
  const holders = [...document.querySelectorAll<HTMLElement>(`[data-hotkey="${CSS.escape(key)}"]`)];
  const usable = holders.filter(
    (holder) => holder.offsetParent !== null || holder instanceof HTMLInputElement,
  );
  return usable.find((holder) => holder.closest('main')) ?? usable[0];
}

function use(target: HTMLElement): void {
  if (target instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(target.type)) {
    target.focus();
    target.select();
  } else {
    target.focus();
    target.click();
  }
}
