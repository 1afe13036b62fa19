/** The script of the few pages that ask for a passkey; `ui/passkey-button.tsx` makes what it works on. */
import { make } from './make.ts';
import { type CredentialQuestion, creationOf, requestOf, writtenAnswer } from './passkey-format.ts';

const WORDS = {
  NotAllowedError: 'Chưa xác nhận: bạn đã hủy hoặc hết thời gian chờ. Hãy bấm lại nút.',
  InvalidStateError: 'Thiết bị này đã có khóa của tài khoản. Hãy dùng thiết bị khác.',
  SecurityError:
    'Địa chỉ đang mở không phải địa chỉ chính thức của hệ thống nên không dùng được khóa truy cập.',
} as const;
const OTHER_WORDS = 'Thiết bị hoặc trình duyệt này không dùng được khóa truy cập. Hãy dùng cách khác.';

/** Asks the browser for a passkey when its form is sent, and sends the form with the answer in it. */
class PasskeyElement extends HTMLElement {
  connectedCallback(): void {
    this.closest('form')?.addEventListener('submit', (event) => {
      const field = this.querySelector<HTMLInputElement>('input[name="credential"]');
      if (!field || field.value !== '') return;
      event.preventDefault();
      void this.ask(field);
    });
  }

  private async ask(field: HTMLInputElement): Promise<void> {
    this.say('');
    try {
      const question: CredentialQuestion = JSON.parse(this.dataset['options'] ?? '{}');
      const credential =
        this.dataset['ceremony'] === 'create'
          ? await navigator.credentials.create({ publicKey: creationOf(question) })
          : await navigator.credentials.get({ publicKey: requestOf(question) });
      if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey');
      field.value = JSON.stringify(writtenAnswer(credential));
      field.form?.requestSubmit();
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      this.say(name in WORDS ? WORDS[name as keyof typeof WORDS] : OTHER_WORDS);
    }
  }

  private say(words: string): void {
    this.querySelector('.mc-passkey__said')?.remove();
    if (words)
      this.prepend(make('p', { class: 'govuk-error-message mc-passkey__said', role: 'alert' }, words));
  }
}

customElements.define('mc-passkey', PasskeyElement);
