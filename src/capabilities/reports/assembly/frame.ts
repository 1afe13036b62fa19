/** What stands around the text of a report (Decree 30/2020/NĐ-CP, annex I, part I, section II). Pure. */
import type { Frame } from '../document.ts';
import type { FrameDefaults } from '../schema.ts';
import { parseText } from '../templates/language/parse.ts';
import { singleWord } from './blocks.ts';
import type { Surroundings } from './schema.ts';

/** The frame of a template for the unit that reports; what an issued report has on it takes the place of blanks. */
export function frameOf(
  { typeName, title, recipients, authority, signerTitle }: FrameDefaults,
  surroundings: Surroundings,
  issued: Partial<Frame>,
): Frame {
  const { agency, parentAgency, place } = surroundings.agency;
  return {
    parentAgency: parentAgency?.toLocaleUpperCase('vi') ?? null,
    agency: agency.toLocaleUpperCase('vi'),
    number: null,
    place,
    date: null,
    typeName,
    title: titleOf(title, surroundings),
    recipients,
    authority,
    signerTitle,
    signer: '',
    ...issued,
  };
}

/** A title with its words filled in, in capitals where it is written so; anything else of the language has no place in it. */
export function titleOf(pattern: string, surroundings: Pick<Surroundings, 'scope' | 'unitName'>): string {
  const { nodes } = parseText(pattern);
  const own = nodes.map((node) => (node.kind === 'text' ? node.text : '')).join('');
  const filled = nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'word' ? singleWord(surroundings, node.word) : '';
    })
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  const isInCapitals = /\p{Lu}/u.test(own) && !/\p{Ll}/u.test(own);
  return isInCapitals ? filled.toLocaleUpperCase('vi') : filled;
}
