/** Buttons that act on the page itself: print it, copy a text. */
export function startActs(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
    if (button?.dataset['act'] === 'print') globalThis.print();
    if (button?.dataset['act'] === 'copy') void copyFrom(button);
  });
}

async function copyFrom(button: HTMLElement): Promise<void> {
  const said = await write(button.dataset['copies'] ?? '');
  const words = [...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  if (!words) return;
  const before = words.textContent;
  words.textContent = said;
  setTimeout(() => (words.textContent = before), 2000);
}

/** A page without TLS has no clipboard; the person is told to copy by hand. */
async function write(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Đã sao chép';
  } catch {
    return 'Hãy chọn và sao chép bằng tay';
  }
}
