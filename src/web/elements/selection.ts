/** Boxes of a table: one that takes all, the count in the bar of bulk acts, ranges with the shift key. */
export function startSelection(): void {
  for (const bar of document.querySelectorAll<HTMLFormElement>('form[data-bulk]')) watch(bar);
}

function watch(bar: HTMLFormElement): void {
  const all = document.querySelector<HTMLInputElement>(`[data-select-all="${bar.id}"]`);
  const boxes = [...document.querySelectorAll<HTMLInputElement>(`[data-select][form="${bar.id}"]`)];
  const say = () => show({ bar, all, boxes });
  let last = -1;
  all?.addEventListener('change', () => {
    boxes.forEach((box) => (box.checked = all.checked));
    say();
  });
  boxes.forEach((box, index) => {
    box.addEventListener('click', (event) => {
      if (event.shiftKey && last >= 0) fill(boxes, [last, index], box.checked);
      last = index;
      say();
    });
    box.addEventListener('change', say);
  });
  say();
}

function fill(boxes: readonly HTMLInputElement[], ends: readonly [number, number], checked: boolean): void {
  const inside = boxes.slice(Math.min(...ends), Math.max(...ends) + 1);
  inside.forEach((box) => (box.checked = checked));
}

type Watched = Readonly<{
  bar: HTMLFormElement;
  all: HTMLInputElement | null;
  boxes: readonly HTMLInputElement[];
}>;

function show({ bar, all, boxes }: Watched): void {
  const count = boxes.filter((box) => box.checked).length;
  bar.toggleAttribute('data-some', count > 0);
  const words = bar.querySelector('[data-bulk-count]');
  if (words) words.textContent = `Đã chọn ${count} dòng`;
  if (!all) return;
  all.checked = count > 0 && count === boxes.length;
  all.indeterminate = count > 0 && count < boxes.length;
}
