/** Where there is something to write in the text of a section. Pure. */
import { parseText } from '../templates/language/parse.ts';
import { writingPlacesIn } from '../templates/language/references.ts';

export type WritingPlace = { readonly name: string; readonly prompt: string };

/** The places for writing of a text in the language of templates, by their names. */
export function writingPlaces(body: string): readonly WritingPlace[] {
  return writingPlacesIn(parseText(body).nodes);
}
