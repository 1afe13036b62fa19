/** Milliseconds after which nobody seems to look any more: then the page stays as it is. */
const UNWATCHED_MS = 30 * 60_000;

/**
 * Parts marked `data-refresh` (seconds) are brought up to date while somebody looks: in place, so that where the page is
 * scrolled, what is unfolded and where the focus stands stay. Never while one types or selects something there. It ends
 * when nobody has touched the page for long, so that it keeps no forgotten session alive.
 */
export function startRefresh(): void {
  const part = document.querySelector<HTMLElement>('[data-refresh]');
  if (!part) return;
  let touchedAt = performance.now();
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus'] as const) {
    addEventListener(kind, () => (touchedAt = performance.now()), { passive: true });
  }
  setInterval(
    () => {
      const isWatched = !document.hidden && performance.now() - touchedAt < UNWATCHED_MS;
      if (isWatched && !isBusy(part)) void refresh(part);
    },
    Number(part.dataset['refresh']) * 1000,
  );
}

function isBusy(part: HTMLElement): boolean {
  const { activeElement } = document;
  const isTyping = activeElement instanceof HTMLElement && activeElement.matches('input, textarea, select');
  const selection = getSelection();
  const isSelecting = selection !== null && !selection.isCollapsed && part.contains(selection.anchorNode);
  return (isTyping && part.contains(activeElement)) || isSelecting;
}

async function refresh(part: HTMLElement): Promise<void> {
  const page = await load();
  const next = page?.querySelector('[data-refresh]');
  // Signed out meanwhile, or the server is away: what is there stays, with the time it was true at.
  if (!next || isBusy(part)) return;
  const open = new Set([...part.querySelectorAll('details[open] > summary')].map(textOf));
  const focused = placeOf(part);
  part.replaceChildren(...next.childNodes);
  for (const summary of part.querySelectorAll('details > summary')) {
    if (open.has(textOf(summary))) summary.parentElement?.setAttribute('open', '');
  }
  focusAgain(part, focused);
}

/** The page itself, read anew; null when it cannot be had. */
async function load(): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.addEventListener('load', () => resolve(request.status === 200 ? request.responseXML : null));
    request.addEventListener('error', () => resolve(null));
    request.open('GET', location.href);
    request.send();
  });
}

const FOCUSABLE = 'a[href], button, summary';

/** Which of the things that can have the focus has it, by its words: lists may have grown meanwhile. */
function placeOf(part: HTMLElement): string | null {
  const { activeElement } = document;
  return activeElement?.matches(FOCUSABLE) && part.contains(activeElement) ? nameOf(activeElement) : null;
}

function focusAgain(part: HTMLElement, name: string | null): void {
  if (name === null) return;
  const all = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)];
  all.find((element) => nameOf(element) === name)?.focus({ preventScroll: true });
}

function nameOf(element: Element): string {
  return `${element.getAttribute('href') ?? element.closest('form')?.getAttribute('action') ?? ''} ${textOf(element)}`;
}

function textOf(element: Element): string {
  return element.textContent.trim();
}
