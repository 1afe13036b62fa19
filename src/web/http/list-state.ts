/** The state of a list stands in its address: filters, order, page. What is not given is left out. */
import type { ExportLink } from '#web/ui/export-links.tsx';
import type { ActiveFilter } from '#web/ui/filter-bar.tsx';

/** What an address says after its `?`; '', null and undefined are not given. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** `/inbox?tab=late&page=2` from a path and what is given. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

const FILE_NAMES = { csv: 'CSV', xlsx: 'Excel', json: 'JSON' } as const;
export type FileFormat = keyof typeof FILE_NAMES;

const TABLE_FILES = ['csv', 'xlsx'] as const satisfies readonly FileFormat[];

/** Links to a list as files, from how it writes its address. */
export function fileLinks(
  href: (format: FileFormat) => string,
  formats: readonly FileFormat[] = TABLE_FILES,
): readonly ExportLink[] {
  return formats.map((format) => ({ href: href(format), text: FILE_NAMES[format] }));
}

export type ListAddress<State extends Query> = {
  readonly path: string;
  /** The same list with something changed. */
  readonly href: (state: State, change?: Partial<State>) => string;
  /** The whole list, whatever page is shown, as files. */
  readonly files: (state: State, formats?: readonly FileFormat[]) => readonly ExportLink[];
  /** Filters in force, in the words of each; each leads to the first page without it. No words: not in force. */
  readonly active: (
    state: State,
    words: { readonly [Name in keyof State]?: string },
  ) => readonly ActiveFilter[];
};

/** How a list writes its addresses; what is as in `usual`, the state of the bare path, is left out. */
export function listAt<State extends Query>(path: string, usual: State): ListAddress<State> {
  const address = (state: Query): string => {
    const unusual = Object.entries(state).filter(([name, value]) => value !== usual[name]);
    return withQuery(path, Object.fromEntries(unusual));
  };
  const firstPage = { page: usual['page'] };
  return {
    path,
    href: (state, change) => address({ ...state, ...change }),
    files: (state, formats) => fileLinks((format) => address({ ...state, ...firstPage, format }), formats),
    active: (state, words) =>
      Object.entries(words)
        .filter(([, text]) => text !== undefined && text !== '')
        .map(([name, text = '']) => ({
          text,
          removeHref: address({ ...state, [name]: usual[name], ...firstPage }),
        })),
  };
}
