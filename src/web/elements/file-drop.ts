import { formatNumber } from '#kernel/vietnamese/format.ts';
import { make } from './make.ts';

/** `<mc-files>`: lists what was chosen with its size, and takes files dropped anywhere on it. */
export function defineFileDrop(): void {
  customElements.define('mc-files', FileDrop);
}

class FileDrop extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) return;
    const list = make('ul', { class: 'mc-files-chosen', 'aria-live': 'polite' });
    this.append(list);
    input.addEventListener('change', () => list.replaceChildren(...linesFor(input.files)));
    const over = (on: boolean) => (event: DragEvent) => {
      event.preventDefault();
      this.classList.toggle('mc-files-over', on);
    };
    this.addEventListener('dragover', over(true));
    this.addEventListener('dragleave', over(false));
    this.addEventListener('drop', (event) => {
      over(false)(event);
      take(input, event.dataTransfer?.files);
    });
  }
}

function take(input: HTMLInputElement, files: FileList | undefined): void {
  if (!files?.length || input.disabled) return;
  const chosen = new DataTransfer();
  const kept = input.multiple ? [...(input.files ?? []), ...files] : [...files].slice(0, 1);
  kept.forEach((file) => chosen.items.add(file));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function linesFor(files: FileList | null): readonly HTMLLIElement[] {
  return [...(files ?? [])].map((file) => make('li', {}, `${file.name} (${sizeWords(file.size)})`));
}

function sizeWords(bytes: number): string {
  const mega = bytes / 1_048_576;
  return mega >= 1
    ? `${formatNumber(Number(mega.toFixed(1)))} MB`
    : `${formatNumber(Math.ceil(bytes / 1024))} kB`;
}
