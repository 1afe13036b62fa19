/** Menus that drop from the head close on Escape and when one turns to something else. */
export function startMenus(): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>('details.mc-person');
  for (const menu of menus) {
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    document.addEventListener('click', (event) => {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    });
  }
}
