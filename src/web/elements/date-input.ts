import { addDays, localDateOf, weekdayOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { make } from './make.ts';

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** `<mc-date>`: says the weekday, takes `h` for today, and walks by days with the up and down arrows. */
export function defineDateInput(): void {
  customElements.define('mc-date', DateInput);
}

class DateInput extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    const weekday = make('span', { class: 'mc-date__weekday', role: 'status' });
    input.after(weekday);
    const say = () => (weekday.textContent = weekdayWords(input.value));
    input.addEventListener('blur', () => {
      input.value = tidy(input.value);
      say();
    });
    input.addEventListener('input', say);
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const from = parseDate(input.value);
      const step = event.key === 'ArrowUp' ? 1 : -1;
      input.value = formatDate(from ? addDays(from, step) : localDateOf(new Date()));
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    say();
  }
}

function tidy(text: string): string {
  if (text.trim().toLowerCase() === 'h') return formatDate(localDateOf(new Date()));
  const date = parseDate(text);
  return date ? formatDate(date) : text;
}

function weekdayWords(text: string): string {
  const date = parseDate(text);
  return date ? (WEEKDAYS[weekdayOf(date)] ?? '') : '';
}
