/** Filters of a list submit when a choice is made, not while one walks through the choices with the arrow keys. */
export function startAutosubmit(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-autosubmit]')) {
    let walking = false;
    const submit = () => select.form?.requestSubmit();
    select.addEventListener('keydown', (event) => {
      walking = event.key.startsWith('Arrow');
      if (event.key === 'Enter') submit();
    });
    select.addEventListener('change', () => {
      if (!walking) submit();
      walking = false;
    });
  }
}
