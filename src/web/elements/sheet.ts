import { hasModifier } from './typing.ts';

/** Sheets take cells copied from a spreadsheet, and go from line to line with the arrows and Enter. */
export function startSheets(): void {
  for (const sheet of document.querySelectorAll<HTMLElement>('[data-sheet]')) {
    sheet.addEventListener('paste', (event) => onPaste(sheet, event));
    sheet.addEventListener('keydown', (event) => onKey(sheet, event));
  }
}

/** One cell alone is pasted as everywhere. */
function onPaste(sheet: HTMLElement, event: ClipboardEvent): void {
  const cell = event.target;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!isCell(cell) || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const rows = text.trimEnd().split(/\r?\n/);
  const place = placeOf(sheet, cell);
  rows.forEach((row, down) =>
    fill(sheet, { line: place.line + down, column: place.column }, row.split('\t')),
  );
  cell.dispatchEvent(new Event('input', { bubbles: true }));
}

type Place = { readonly line: number; readonly column: number };

function fill(sheet: HTMLElement, { line, column }: Place, texts: readonly string[]): void {
  const cells = cellsOf(sheet, line);
  texts.forEach((text, right) => {
    const cell = cells[column + right];
    if (cell) cell.value = text.trim();
  });
}

function onKey(sheet: HTMLElement, event: KeyboardEvent): void {
  const cell = event.target;
  if (!isCell(cell) || hasModifier(event) || event.isComposing) return;
  const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const { line, column } = placeOf(sheet, cell);
  cellsOf(sheet, line + by)[column]?.focus();
}

function placeOf(sheet: HTMLElement, cell: HTMLInputElement): Place {
  const row = cell.closest('tr');
  const line = row ? linesOf(sheet).indexOf(row) : 0;
  return { line, column: cellsOf(sheet, line).indexOf(cell) };
}

function linesOf(sheet: HTMLElement): readonly HTMLTableRowElement[] {
  return [...sheet.querySelectorAll<HTMLTableRowElement>('tbody > tr')];
}

function cellsOf(sheet: HTMLElement, line: number): readonly HTMLInputElement[] {
  return [...(linesOf(sheet)[line]?.querySelectorAll<HTMLInputElement>('[data-cell]') ?? [])];
}

function isCell(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.dataset['cell'] !== undefined;
}
