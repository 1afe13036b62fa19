/** Forms marked `data-guard` ask before the page is left with something typed and not sent. */
export function startLeaveGuard(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
    let dirty = false;
    form.addEventListener('input', () => (dirty = true));
    form.addEventListener('submit', () => (dirty = false));
    addEventListener('beforeunload', (event) => {
      if (dirty) event.preventDefault();
    });
  }
}
