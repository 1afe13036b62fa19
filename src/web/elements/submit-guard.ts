import { make } from './make.ts';

/** Seconds after which a sent form can be sent again: the answer did not come. */
const RETRY_AFTER_S = 20;

/** A form that was sent cannot be sent again by a second click; the hidden form id guards the server as well. */
export function startSubmitGuard(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset['sent']) event.preventDefault();
    else hold(form, event.submitter);
  });
  // The page may come back from the browser's memory with its form still held.
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form').forEach(release);
  });
}

function hold(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset['sent'] = 'true';
  submitter?.setAttribute('aria-disabled', 'true');
  const words = make('p', { class: 'mc-sending', role: 'status' }, 'Đang gửi, vui lòng chờ…');
  setTimeout(() => form.dataset['sent'] && (submitter?.parentElement ?? form).append(words), 400);
  setTimeout(() => release(form), RETRY_AFTER_S * 1000);
}

function release(form: HTMLFormElement): void {
  delete form.dataset['sent'];
  document.querySelectorAll('.mc-sending').forEach((words) => words.remove());
  for (const button of form.querySelectorAll('[aria-disabled="true"]:not([disabled])'))
    button.removeAttribute('aria-disabled');
}
