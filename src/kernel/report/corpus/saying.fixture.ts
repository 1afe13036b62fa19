/** A statement of a report: how it stands when it is sound, and the ways in which it can be made wrong. */
import type { Random } from './random.fixture.ts';

/** A piece of the page. `cells` are there for rows of tables. A note is where NOTE stands in the text, in their order. */
export type Block = {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'row' | 'sign';
  readonly text: string;
  readonly cells?: readonly string[];
  readonly notes?: readonly string[];
};

export const NOTE = '\uF700';

/** What can be planted: see planted.fixture.ts for the rules that are to find it. */
export type Wrong = {
  readonly error: string;
  /** What was done, for who reads a miss. */
  readonly what: string;
  readonly blocks: readonly Block[];
};

export type Saying = { readonly blocks: readonly Block[]; readonly wrongs: readonly Wrong[] };

/** What makes facts wrong; null where these cannot be made so. */
export type Spoiling<Facts> = {
  readonly error: string;
  readonly what: string;
  readonly spoil: (facts: Facts, random: Random) => Facts | null;
};

export type Frame<Facts> = (facts: Facts) => readonly Block[];

/** The statement of facts in one frame, with everything that can be done to them. */
export function say<Facts>(
  facts: Facts,
  frame: Frame<Facts>,
  { spoilings, random }: { readonly spoilings: readonly Spoiling<Facts>[]; readonly random: Random },
): Saying {
  const wrongs = spoilings.flatMap(({ error, what, spoil }) => {
    const spoiled = spoil(facts, random);
    return spoiled === null ? [] : [{ error, what, blocks: frame(spoiled) }];
  });
  return { blocks: frame(facts), wrongs };
}

export const paragraph = (text: string, notes: readonly string[] = []): Block => ({
  kind: 'paragraph',
  text,
  ...(notes.length > 0 ? { notes } : {}),
});

export const item = (text: string): Block => ({ kind: 'item', text });

export const sound = (text: string): Saying => ({ blocks: [paragraph(text)], wrongs: [] });

/** A number that differs: by one, by a digit, by two digits changed over, or by a tenth of it. */
export function deviating(value: number, random: Random): number {
  const digits = String(value);
  const way = random.between(0, 3);
  if (way === 0 || value < 10)
    return value + (random.chance(0.5) || value < 4 ? 1 : -1) * random.between(1, 2);
  if (way === 1 && digits.length > 1) {
    const at = random.between(0, digits.length - 2);
    const turned = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
    if (turned !== digits && !turned.startsWith('0')) return Number(turned);
  }
  if (way === 2) return value + 10 ** random.between(0, digits.length - 1);
  return value + Math.max(1, Math.round(value / random.between(6, 15)));
}
