import { fold } from '#kernel/vietnamese/fold.ts';
import { findChoices } from './find.ts';
import { type Choice, createListbox } from './listbox.ts';
import { make } from './make.ts';
import { askRemote } from './remote-choices.ts';

/** `<mc-combobox>`: turns a select, or a text box with a remote source, into a choice by typing. */
export function defineCombobox(): void {
  customElements.define('mc-combobox', Combobox);
}

class Combobox extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    const input = this.querySelector<HTMLInputElement>('input:not([type=hidden])');
    if (select && !input) enhanceSelect(this, select);
    else if (input && this.dataset['source']) enhanceRemote(this, input, this.dataset['source']);
  }
}

function enhanceSelect(host: HTMLElement, select: HTMLSelectElement): void {
  const input = inputFor(select);
  const choices = [...select.options].filter((option) => option.value && !option.disabled).map(choiceOf);
  const chosenText = () => (select.value ? (select.selectedOptions[0]?.text ?? '') : '');
  const choose = (value: string) => {
    const changed = select.value !== value;
    select.value = value;
    input.value = chosenText();
    if (changed) select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const box = createListbox(input, (choice) => choose(choice.value));
  input.value = chosenText();
  select.hidden = true;
  host.append(input, box.element);
  // A draft that is restored sets the select.
  select.addEventListener('change', () => (input.value = chosenText()));
  const offer = () => box.show(findChoices(choices, input.value === chosenText() ? '' : input.value));
  input.addEventListener('input', offer);
  input.addEventListener('click', offer);
  input.addEventListener('focus', () => input.select());
  input.addEventListener('keydown', (event) => {
    // Leaving with Tab takes what is offered first, so that a few letters and Tab are enough.
    if (event.key === 'Tab' && box.isOpen() && input.value !== chosenText() && input.value !== '')
      box.pickActive();
    openOrTake(event, box, offer);
  });
  input.addEventListener('blur', () => {
    box.close();
    const typed = fold(input.value);
    const same = choices.find((choice) => fold(choice.text) === typed);
    choose(typed === '' ? '' : (same?.value ?? select.value));
  });
}

function enhanceRemote(host: HTMLElement, input: HTMLInputElement, source: string): void {
  const chosen = host.querySelector<HTMLInputElement>('[data-chosen]');
  input.removeAttribute('list');
  const box = createListbox(input, (choice) => {
    input.value = choice.text;
    if (chosen) chosen.value = choice.value;
    host.dispatchEvent(new CustomEvent('mc-chosen', { bubbles: true, detail: choice }));
  });
  host.append(box.element);
  const ask = askRemote(source, (found) => document.activeElement === input && box.show(found));
  const offer = () => (input.value.trim().length > 0 ? ask(input.value) : box.close());
  input.addEventListener('input', () => {
    if (chosen) chosen.value = '';
    offer();
  });
  input.addEventListener('keydown', (event) => openOrTake(event, box, offer));
  input.addEventListener('blur', () => box.close());
}

function openOrTake(event: KeyboardEvent, box: ReturnType<typeof createListbox>, offer: () => void): void {
  if (box.takeKey(event) || event.isComposing || box.isOpen()) return;
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  offer();
}

/** The text box that takes the place, the id and the descriptions of the select; the select keeps the name. */
function inputFor(select: HTMLSelectElement): HTMLInputElement {
  const look = select.classList.contains('govuk-select--error')
    ? 'govuk-input govuk-input--error'
    : 'govuk-input';
  const input = make('input', { type: 'text', class: look, id: select.id });
  select.removeAttribute('id');
  for (const name of ['aria-describedby', 'aria-invalid', 'required', 'disabled']) {
    const value = select.getAttribute(name);
    if (value !== null) input.setAttribute(name, value);
  }
  input.placeholder = select.dataset['placeholder'] ?? '';
  if (select.autofocus) queueMicrotask(() => input.focus());
  return input;
}

function choiceOf(option: HTMLOptionElement): Choice {
  return { value: option.value, text: option.text, hint: option.dataset['hint'] };
}
