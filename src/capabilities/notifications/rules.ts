import { addDays, instantAt, localDateOf, minuteOfDay } from '#kernel/local-date.ts';
import { FACT_WORDS, type Fact, factsOf } from './facts.ts';
import type { Channel, NoticeSettings, TemplateCode } from './schema.ts';

const PLACE = /\{([^{}]*)\}/g;

const FACT_OF_WORD: ReadonlyMap<string, Fact> = new Map(
  // Object.entries forgets the key type; its keys are this type's definition.
  Object.entries(FACT_WORDS).map(([fact, word]) => [word, fact as Fact]),
);

/** The text with its facts. What is not known stays empty: that it can be known is seen to when a text is saved. */
export function rendered(text: string, facts: Readonly<Partial<Record<Fact, string>>>): string {
  return text.replaceAll(PLACE, (_place, word: string) => {
    const fact = FACT_OF_WORD.get(word.trim());
    return fact === undefined ? '' : (facts[fact] ?? '');
  });
}

/** Words in braces that a notice of this kind knows nothing of, as they were typed; also a brace without its partner. */
export function unknownPlaces(code: TemplateCode, text: string): readonly string[] {
  const known = factsOf(code);
  const unknown = [...text.matchAll(PLACE)].flatMap(([place, word = '']) => {
    const fact = FACT_OF_WORD.get(word.trim());
    return fact !== undefined && known.includes(fact) ? [] : [place];
  });
  const rest = text.replaceAll(PLACE, '');
  return [...unknown, ...(/[{}]/.test(rest) ? ['{ }'] : [])];
}

/** What an applicant left, and the channels on which something can be said. */
export type Reach = {
  readonly email: string;
  readonly phone: string;
  readonly open: readonly Channel[];
};

/** One way to reach an applicant: by mail if they gave an address, else by telephone; null when there is none. */
export function wayTo(
  { email, phone, open }: Reach,
  { phoneChannel }: Pick<NoticeSettings, 'phoneChannel'>,
): { readonly channel: Channel; readonly address: string } | null {
  if (email !== '' && open.includes('email')) return { channel: 'email', address: email };
  if (phone === '') return null;
  const ways: readonly Channel[] = phoneChannel === 'zalo' ? ['zalo', 'sms'] : ['sms', 'zalo'];
  const channel = ways.find((way) => open.includes(way));
  return channel === undefined ? null : { channel, address: phone };
}

type Timing = Pick<NoticeSettings, 'quietFrom' | 'quietUntil' | 'groupMinutes' | 'digestAt'>;

/**
 * When a notice goes out: after waiting for others to the same address, never while telephones are left alone; letters
 * to officers once a morning.
 */
export function whenToSend(
  { channel, to }: { readonly channel: Channel; readonly to: 'applicant' | 'officer' },
  now: Date,
  timing: Timing,
): Date {
  if (channel === 'app') return now;
  if (to === 'officer') return nextAt(now, timing.digestAt);
  const soon = new Date(now.getTime() + timing.groupMinutes * 60_000);
  return channel === 'email' ? soon : outOfQuiet(soon, timing);
}

/** The first instant from here on at which a telephone may ring. */
export function outOfQuiet(at: Date, { quietFrom, quietUntil }: Timing): Date {
  const minute = minuteOfDay(at);
  const isQuiet =
    quietFrom <= quietUntil
      ? minute >= quietFrom && minute < quietUntil
      : minute >= quietFrom || minute < quietUntil;
  return isQuiet ? nextAt(at, quietUntil) : at;
}

/** The next time at which the day in Vietnam has come to this minute. */
function nextAt(after: Date, minute: number): Date {
  const today = localDateOf(after);
  const at = instantAt(today, minute);
  return at > after ? at : instantAt(addDays(today, 1), minute);
}
