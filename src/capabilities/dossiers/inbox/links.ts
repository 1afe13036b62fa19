import type { DossierListQuery, InboxQuery } from './schema.ts';

/** Address of the inbox in another state. */
export function inboxHref(query: InboxQuery, change: Partial<InboxQuery>, format?: string): string {
  return `/inbox${search({ ...query, ...change, format })}`;
}

/** Address of the list of dossiers in another state. */
export function listHref(
  query: DossierListQuery,
  change: Partial<DossierListQuery>,
  format?: string,
): string {
  return `/dossiers${search({ ...query, ...change, format })}`;
}

function search(state: Readonly<Record<string, string | number | null | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== null && value !== undefined && value !== '' && !(name === 'page' && value === 1)) {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
