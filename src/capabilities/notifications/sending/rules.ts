import { type NoticeSettings, templateWords } from '../schema.ts';
import { plainText, smsSize, smsText } from '../sms.ts';

/** Addresses of mail, which servers repeat in their answers, and numbers as long as those of people. */
const PERSONAL = /[^\s<>@"']+@[^\s<>@"']+|(?<![\w-])\+?\d{9,15}(?![\w-])/g;
const LONGEST_FAILURE = 300;

/** Why it did not go out, on one line and without what may be a person's. */
export function failureWords(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim();
  return words.replaceAll(PERSONAL, '[đã che]').slice(0, LONGEST_FAILURE);
}

/** Whether a mail server says of this letter that it will never take it (RFC 5321, 4.2.1: replies 5yz). */
export function isForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false;
  const isAboutLetter = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  return isAboutLetter && Number(error.responseCode) >= 500;
}

type Part = {
  readonly channel: 'email' | 'sms' | 'zalo';
  readonly template: string;
  readonly subject: string;
  readonly body: string;
};

/** One letter for all that waits for an address: with one notice its own, with several each under its subject. */
export function letterOf(parts: readonly Part[]): { readonly subject: string; readonly text: string } {
  const [only, ...others] = parts;
  if (only === undefined) throw new Error('A letter of nothing');
  if (others.length === 0) return { subject: subjectOf(only), text: only.body };
  const sections = parts.map((part) => `${subjectOf(part)}\n\n${part.body}`);
  return { subject: `${parts.length} thông báo từ Một Cửa`, text: sections.join('\n\n----------\n\n') };
}

function subjectOf({ template, subject }: Part): string {
  return subject || templateWords(template);
}

type Limits = Pick<NoticeSettings, 'smsPlain' | 'smsParts'>;

/** The text for a telephone. Zalo has no parts and all letters. */
export function messageOf(parts: readonly Part[], channel: 'sms' | 'zalo', limits: Limits): string {
  const text = parts.map(({ body }) => body).join('\n');
  return channel === 'zalo' ? text : smsText(text, limits);
}

/** Which of those that wait for an address go out with this one: as an SMS only as many as are not cut. */
export function sentTogether<Notice extends Part>(
  waiting: readonly Notice[],
  own: Notice,
  limits: Limits,
): readonly Notice[] {
  if (own.channel !== 'sms') return waiting;
  const fits = (count: number): boolean => {
    const text = messageOf(waiting.slice(0, count), 'zalo', limits);
    return smsSize(limits.smsPlain ? plainText(text) : text).parts <= limits.smsParts;
  };
  let count = 1;
  while (count < waiting.length && fits(count + 1)) count += 1;
  const fitting = waiting.slice(0, count);
  return fitting.includes(own) ? fitting : [own];
}
