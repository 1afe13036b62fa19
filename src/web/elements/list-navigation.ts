import { hasModifier, isTyping } from './typing.ts';

/** Walks the rows of `[data-list]` with j and k; Enter opens, o opens in a new tab, x selects. */
export function startListNavigation(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-list] [data-row]')];
  if (rows.length === 0) return;
  let here = -1;
  const go = (to: number) => {
    rows[here]?.removeAttribute('aria-current');
    here = Math.max(0, Math.min(to, rows.length - 1));
    rows[here]?.setAttribute('aria-current', 'true');
    const link =
      rows[here]?.querySelector<HTMLElement>('a') ?? rows[here]?.querySelector<HTMLElement>('[data-select]');
    link?.focus({ preventScroll: true });
    rows[here]?.scrollIntoView({ block: 'nearest' });
  };
  const acts: Readonly<Record<string, () => void>> = {
    j: () => go(here + 1),
    k: () => go(here - 1),
    o: () => openInTab(rows[here]?.dataset['row']),
    x: () => rows[here]?.querySelector<HTMLElement>('[data-select]')?.click(),
  };
  document.addEventListener('keydown', (event) => {
    if (hasModifier(event) || isTyping(event) || document.querySelector('dialog[open]')) return;
    if (event.key === 'Enter') return openRow(event, rows[here]);
    const act = acts[event.key];
    if (!act || (here < 0 && (event.key === 'o' || event.key === 'x'))) return;
    event.preventDefault();
    act();
  });
}

/** Enter on a link or button keeps its own meaning; on a box of the row, or with nothing in focus, it opens the row. */
function openRow(event: KeyboardEvent, row: HTMLElement | undefined): void {
  const target = event.target instanceof Element ? event.target : document.body;
  const free = target === document.body || (row?.contains(target) && !target.closest('a, button, summary'));
  const href = row?.dataset['row'];
  if (!href || !free) return;
  event.preventDefault();
  location.assign(href);
}

function openInTab(href: string | undefined): void {
  if (href) open(href, '_blank');
}
