import { withQuery } from '#web/http/list-state.ts';
import { intakePaths } from '../schema.ts';
import type { ChoiceQuery, PersonMeant } from './service.ts';

/** Address of the form of a procedure for a person, somebody new, or the people of an earlier dossier. */
export function formHref(
  slug: string,
  { person, from }: { readonly person: PersonMeant | null; readonly from: string },
): string {
  return withQuery(intakePaths.form(slug), { from, applicant: person?.id, who: person?.typed });
}

/** Address of the choice with one person picked, or with somebody new whose name or number was typed. */
export function pickHref(query: ChoiceQuery, person: PersonMeant, name: string): string {
  const { what, whatValue } = query;
  const picked: Readonly<Record<string, string>> =
    person.id === null ? { new: 'yes' } : { whoValue: `${person.id} ${person.typed}`.trim() };
  return withQuery(intakePaths.choice, { what, whatValue, who: name, ...picked });
}
