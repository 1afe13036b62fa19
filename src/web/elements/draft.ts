import { make } from './make.ts';

const PREFIX = 'mc-draft:';
const SENT = 'mc-draft-sent';
/** As long as a session lives at most: whoever sits at this computer afterwards finds nothing. */
const KEPT_HOURS = 24;

type Draft = Readonly<{ at: number; fields: Readonly<Record<string, readonly string[]>> }>;

/**
 * Forms with `data-draft="key"` keep what is typed in this browser and offer it back. Never kept: hidden values,
 * passwords, files, and fields marked `data-sensitive`. A draft goes when its form was sent and another page came, after a
 * day, and all of them when the person signs out.
 */
export function startDrafts(): void {
  forgetSent();
  for (const key of draftKeys()) read(key);
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && new URL(target.action).pathname === '/sign-out') forgetAll();
  });
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keepDraft(form);
}

function draftKeys(): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

/** The server asks browsers to do the same, which they follow over TLS only. */
function forgetAll(): void {
  for (const key of draftKeys()) localStorage.removeItem(key);
}

function keepDraft(form: HTMLFormElement): void {
  const key = PREFIX + (form.dataset['draft'] ?? '');
  const draft = read(key);
  if (draft && differs(form, draft)) offer(form, draft, key);
  form.addEventListener('input', () => write(key, fieldsOf(form)));
  form.addEventListener('submit', () => sessionStorage.setItem(SENT, key));
}

/** The server answers a good form with another page, a bad one with the same page and its values. */
function forgetSent(): void {
  const key = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const refused = document.querySelector('.govuk-error-summary') !== null;
  if (key && !refused) localStorage.removeItem(key);
}

function offer(form: HTMLFormElement, draft: Draft, key: string): void {
  const when = new Date(draft.at).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
  const take = make('button', { type: 'button', class: 'mc-button-link' }, 'Dùng lại');
  const drop = make('button', { type: 'button', class: 'mc-button-link' }, 'Bỏ đi');
  const words = `Có bản đang nhập dở lúc ${when}, lưu trên máy này. `;
  const text = make('div', { class: 'mc-banner__text' }, words, take, ' · ', drop);
  const banner = make('div', { class: 'mc-banner mc-banner--info', role: 'status' }, text);
  take.addEventListener('click', () => {
    restore(form, draft);
    banner.remove();
  });
  drop.addEventListener('click', () => {
    localStorage.removeItem(key);
    banner.remove();
  });
  form.prepend(banner);
}

function restore(form: HTMLFormElement, draft: Draft): void {
  for (const field of kept(form)) {
    const values = draft.fields[field.name] ?? [];
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = values.includes(field.value);
    else field.value = values[0] ?? '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function differs(form: HTMLFormElement, draft: Draft): boolean {
  return JSON.stringify(fieldsOf(form)) !== JSON.stringify(draft.fields);
}

type Kept = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NEVER = new Set(['hidden', 'password', 'file', 'submit', 'button']);

function kept(form: HTMLFormElement): readonly Kept[] {
  return [...form.elements].filter(
    (field): field is Kept =>
      (field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement) &&
      field.name !== '' &&
      !NEVER.has(field.type) &&
      field.dataset['sensitive'] === undefined,
  );
}

function fieldsOf(form: HTMLFormElement): Draft['fields'] {
  const fields: Record<string, string[]> = {};
  for (const field of kept(form)) {
    const off = field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type) && !field.checked;
    if (!off && field.value !== '') (fields[field.name] ??= []).push(field.value);
  }
  return fields;
}

/** What is kept under a key; what is too old is thrown away. */
function read(key: string): Draft | null {
  const text = localStorage.getItem(key);
  if (!text) return null;
  // Written by `write` below in this very browser; a broken one is no draft.
  const draft: Draft = JSON.parse(text);
  if (Date.now() - draft.at < KEPT_HOURS * 3_600_000) return draft;
  localStorage.removeItem(key);
  return null;
}

function write(key: string, fields: Draft['fields']): void {
  localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields } satisfies Draft));
}
