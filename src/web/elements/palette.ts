import { findChoices } from './find.ts';
import { type Choice, createListbox } from './listbox.ts';
import { make } from './make.ts';
import { askRemote } from './remote-choices.ts';

/** Ctrl+K: go to any entry of the navigation, use any act of the page, find any record the search knows. */
export function startPalette(): void {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !event.isComposing) {
      event.preventDefault();
      openPalette();
    }
  });
  document.querySelector('[data-palette]')?.addEventListener('click', openPalette);
}

type Command = Choice & Readonly<{ run: () => void }>;

function openPalette(): void {
  if (document.querySelector('dialog[open]')) return;
  const source = document.querySelector<HTMLElement>('[data-palette-source]')?.dataset['paletteSource'];
  const input = make('input', {
    type: 'text',
    id: 'mc-palette',
    'aria-label': 'Đến mục, tìm hồ sơ',
    placeholder: 'Gõ tên mục, số hồ sơ, người nộp…',
  });
  const dialog = make('dialog', { class: 'mc-dialog mc-palette', 'aria-label': 'Bảng lệnh' }, input);
  const commands = commandsOfPage();
  let found: readonly Command[] = [];
  const box = createListbox(input, (choice) => {
    dialog.close();
    [...commands, ...found].find((command) => command.value === choice.value)?.run();
  });
  const show = () => box.show([...findChoices(commands, input.value), ...found]);
  const ask = source
    ? askRemote(source, (choices) => {
        found = choices.map((choice) => ({ ...choice, run: () => location.assign(choice.value) }));
        show();
      })
    : undefined;
  input.addEventListener('input', () => {
    found = [];
    show();
    if (input.value.trim().length > 1) ask?.(input.value);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') box.takeKey(event);
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(box.element, make('p', { class: 'mc-palette__hint' }, '↑ ↓ chọn · Enter mở · Esc đóng'));
  document.body.append(dialog);
  dialog.showModal();
  show();
}

/** Links of the navigation and acts of the page, each once. */
function commandsOfPage(): readonly Command[] {
  const holders = document.querySelectorAll<HTMLElement>(
    '.mc-rail__wide a, main [data-hotkey-label], .mc-head__actions a',
  );
  const byText = new Map<string, Command>();
  for (const holder of holders) {
    const text =
      holder.dataset['hotkeyLabel'] ?? holder.firstElementChild?.textContent ?? holder.textContent ?? '';
    if (!text || byText.has(text)) continue;
    byText.set(text, { value: text, text, hint: holder.dataset['hotkey'], run: () => holder.click() });
  }
  return [...byText.values()];
}
