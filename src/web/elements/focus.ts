/** Puts the focus on what the page wants read first: the error summary, the outcome of what was just done. */
export function startFocus(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}
