import { make } from './make.ts';

/** One line of a list of choices, as the server's search answers it. */
export type Choice = Readonly<{ value: string; text: string; hint?: string | undefined }>;

export type Listbox = Readonly<{
  element: HTMLUListElement;
  /** Shows choices with the first one active, or a sentence when there is none. */
  show: (choices: readonly Choice[]) => void;
  close: () => void;
  isOpen: () => boolean;
  /** Chooses the active option, as Enter does. */
  pickActive: () => void;
  /** Takes arrows, Enter and Escape; answers whether the key was used. Keys of an input method are never taken. */
  takeKey: (event: KeyboardEvent) => boolean;
}>;

/** The popup of a combobox as the ARIA pattern describes it: the focus stays in the input, one option is active. */
export function createListbox(input: HTMLInputElement, choose: (choice: Choice) => void): Listbox {
  const id = `${input.id || 'mc-palette'}-listbox`;
  const element = make('ul', {
    class: 'mc-options',
    role: 'listbox',
    id,
    hidden: '',
    'aria-label': 'Các lựa chọn',
  });
  let choices: readonly Choice[] = [];
  let active = -1;
  prepare(input, id);

  const activate = (to: number) => {
    element.children[active]?.setAttribute('aria-selected', 'false');
    active = choices.length === 0 ? -1 : (to + choices.length) % choices.length;
    const option = element.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    setOrRemove(input, 'aria-activedescendant', option?.id);
  };
  const close = () => {
    element.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const show = (shown: readonly Choice[]) => {
    choices = shown;
    active = -1;
    element.replaceChildren(
      ...(shown.length > 0 ? shown.map((choice, at) => line(choice, `${id}-${at}`)) : [none()]),
    );
    element.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(0);
  };
  const pick = (choice: Choice | undefined) => {
    if (choice) choose(choice);
    close();
  };
  onPick(element, (at) => pick(choices[at]));
  const pickActive = () => pick(choices[active]);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => activate(active + 1),
    ArrowUp: () => activate(active - 1),
    Enter: pickActive,
    Escape: close,
  };
  const takeKey = (event: KeyboardEvent) => {
    const act = event.isComposing || event.keyCode === 229 || element.hidden ? undefined : keys[event.key];
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };
  return { element, show, close, isOpen: () => !element.hidden, pickActive, takeKey };
}

/** Mouse down, not click: the input must not lose the focus first. */
function onPick(list: HTMLUListElement, pick: (at: number) => void): void {
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option) pick([...list.children].indexOf(option));
  });
}

function prepare(input: HTMLInputElement, listId: string): void {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', listId);
  input.autocomplete = 'off';
}

function line(choice: Choice, id: string): HTMLLIElement {
  const option = make('li', { role: 'option', id, 'aria-selected': 'false' }, choice.text);
  if (choice.hint) option.append(make('small', {}, choice.hint));
  return option;
}

function none(): HTMLLIElement {
  return make(
    'li',
    { role: 'option', 'aria-disabled': 'true' },
    'Không thấy; thử từ khác hoặc viết ngắn hơn',
  );
}

function setOrRemove(element: Element, name: string, value: string | undefined): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
