import { hasModifier } from './typing.ts';

/**
 * The checklist of papers by keyboard: on the box of a row, space toggles (as everywhere), a digit sets the number of
 * copies and ticks the box; arrows go to the row above
 * or below.
 */
export function startChecklists(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-checklist]'))
    list.addEventListener('keydown', (event) => onKey(list, event));
}

function onKey(list: HTMLElement, event: KeyboardEvent): void {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.dataset['check'] === undefined || hasModifier(event)) return;
  const row = box.closest<HTMLElement>('[data-check-row]');
  if (/^[0-9]$/.test(event.key)) setCount({ box, row, digit: event.key });
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    step(list, box, event.key === 'ArrowDown' ? 1 : -1);
  else return;
  event.preventDefault();
}

function setCount({
  box,
  row,
  digit,
}: {
  box: HTMLInputElement;
  row: HTMLElement | null;
  digit: string;
}): void {
  const count = row?.querySelector<HTMLInputElement>('[data-count]');
  if (count) count.value = digit;
  box.checked = digit !== '0';
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function step(list: HTMLElement, box: HTMLInputElement, by: number): void {
  const boxes = [...list.querySelectorAll<HTMLInputElement>('[data-check]')];
  boxes[boxes.indexOf(box) + by]?.focus();
}
