import type { Choice } from './listbox.ts';

/** Milliseconds without a key before the server is asked. */
const PAUSE_MS = 150;

/**
 * Asks `source` (a path ending in its query, `/search?q=`) for choices once typing pauses; only the answer to the last
 * question is handed on. Without network nothing is offered and the form works as it does without script.
 */
export function askRemote(source: string, answer: (choices: readonly Choice[]) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();
  return (typed: string): void => {
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    timer = setTimeout(
      () => void load(source + encodeURIComponent(typed), signal).then((found) => found && answer(found)),
      PAUSE_MS,
    );
  };
}

async function load(url: string, signal: AbortSignal): Promise<readonly Choice[] | null> {
  try {
    const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
    // The route answers exactly this shape; anything else (a sign-in page) is not `ok` or not JSON and is dropped.
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
