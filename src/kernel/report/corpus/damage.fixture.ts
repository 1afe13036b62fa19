/** What happens to a text as such: damaged letters, words and paragraphs twice, numbering that skips. */
import type { Random } from './random.fixture.ts';
import type { Block, Wrong } from './saying.fixture.ts';

/** Everything that can be done to a paragraph of plain words. */
export function damagesOf(block: Block, random: Random): readonly Wrong[] {
  const words = block.text.split(' ');
  const found: Wrong[] = [];
  const put = (error: string, what: string, text: string): void => {
    if (text !== block.text) found.push({ error, what, blocks: [{ ...block, text }] });
  };
  put('encoding', 'ƣ for ư', block.text.replaceAll('ư', 'ƣ').replaceAll('Ư', 'Ƣ'));
  put('encoding', 'Icelandic Ð for Đ', block.text.replaceAll('Đ', 'Ð'));
  put('encoding', 'replacement characters', block.text.replace(/[ộệểấ]/, '\uFFFD'));
  put('encoding', 'UTF-8 read as Latin', misread(words, random));
  const at = doubled(words, random);
  if (at !== null)
    put('doubled-word', `"${words[at]}" twice`, words.toSpliced(at, 0, words[at] ?? '').join(' '));
  return found;
}

/** Some words as they look when UTF-8 is read as Windows-1252. */
function misread(words: readonly string[], random: Random): string {
  const from = random.between(0, Math.max(0, words.length - 5));
  return words
    .map((word, at) =>
      at < from || at > from + 4
        ? word
        : Buffer.from(word, 'utf8')
            .toString('latin1')
            .replaceAll(/[\u0080-\u009f]/g, '€'),
    )
    .join(' ');
}

/** Words that nobody says twice. */
const SINGLE =
  /^(?:các|của|cho|được|trong|và|những|thực|tác|công|đã|hành|quản|chính|bảo|kế|với|theo|triển|đơn|giải|tiếp|về|để|tại)$/;

function doubled(words: readonly string[], random: Random): number | null {
  const places = words.flatMap((word, at) =>
    SINGLE.test(word) && words[at + 1] !== word && words[at - 1] !== word ? [at] : [],
  );
  return places.length === 0 ? null : random.pick(places);
}

/** A heading with the number after the right one. */
export function skipped(block: Block): Wrong | null {
  const [, before = '', number = '', rest = ''] = /^(\D*?(?:\d+\.)*)(\d+)([.)] .*)$/.exec(block.text) ?? [];
  const blocks = (text: string): readonly Block[] => [{ ...block, text }];
  if (number !== '') {
    return {
      error: 'numbering',
      what: 'a number is skipped',
      blocks: blocks(`${before}${Number(number) + 1}${rest}`),
    };
  }
  return afterRoman(block, blocks) ?? afterLetter(block, blocks);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'];

type Write = (text: string) => readonly Block[];

function afterRoman({ text }: Block, blocks: Write): Wrong | null {
  const [, before = '', roman = '', rest = ''] = /^(Phần )?([IVX]+)(\. .*)$/.exec(text) ?? [];
  const next = ROMAN[ROMAN.indexOf(roman) + 1];
  if (roman === '' || next === undefined) return null;
  return { error: 'numbering', what: 'a Roman number is skipped', blocks: blocks(`${before}${next}${rest}`) };
}

function afterLetter({ text }: Block, blocks: Write): Wrong | null {
  const [, letter = '', rest = ''] = /^([a-zđ])(\) .*)$/.exec(text) ?? [];
  const next = LETTERS[LETTERS.indexOf(letter) + 1];
  if (letter === '' || next === undefined) return null;
  return { error: 'numbering', what: 'a letter is skipped', blocks: blocks(`${next}${rest}`) };
}
