import { writingPlacesIn } from '../templates/language/references.ts';
import { parseText } from '../templates/language/parse.ts';

/** Where people write in a section: what it is kept by, and what is asked for. */
export type WritingPlace = { readonly name: string; readonly prompt: string };

/** The places for writing of a text in the language of templates, in their order. */
export function writingPlaces(body: string): readonly WritingPlace[] {
  return writingPlacesIn(parseText(body).nodes);
}
