import type { ComponentChildren } from 'preact';

/** A column of a `DataTable`. */
export type Column<Row> = Readonly<{
  key: string;
  header: string;
  sortable?: boolean;
  numeric?: boolean;
  /** Numbers and codes that must stay on one line; not for words. */
  nowrap?: boolean;
  cell: (row: Row) => ComponentChildren;
}>;

/** The order a list is in. */
export type Sort = Readonly<{ key: string; dir: 'asc' | 'desc' }>;

/** The address of the same list in another order or at another page. */
export type SortHref = (state: Readonly<{ key?: string; dir?: 'asc' | 'desc'; page: number }>) => string;

type TableHeadProps<Row> = Readonly<{
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  hrefFor: SortHref | undefined;
  before: ComponentChildren;
}>;

/** The head of a `DataTable`; sortable columns are links that turn the order round. */
export function TableHead<Row>({ columns, sort, hrefFor, before }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {before}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} hrefFor={hrefFor} />
        ))}
      </tr>
    </thead>
  );
}

type HeadCellProps<Row> = Readonly<{
  column: Column<Row>;
  sort: Sort | undefined;
  hrefFor: SortHref | undefined;
}>;

function HeadCell<Row>({ column, sort, hrefFor }: HeadCellProps<Row>) {
  const dir = sort?.key === column.key ? sort.dir : undefined;
  const order = dir === 'asc' ? 'ascending' : dir === 'desc' ? 'descending' : undefined;
  const next = { key: column.key, dir: dir === 'asc' ? 'desc' : 'asc', page: 1 } as const;
  return (
    <th scope="col" aria-sort={order} class={column.numeric ? 'mc-numeric' : undefined}>
      {column.sortable && hrefFor ? (
        <a class={`mc-sort${dir ? ` mc-sort--${dir}` : ''}`} href={hrefFor(next)}>
          {column.header}
        </a>
      ) : (
        column.header
      )}
    </th>
  );
}

/** The box that selects every row of the page; only with script. */
export function SelectAllCell({ formId }: Readonly<{ formId: string }>) {
  return (
    <th scope="col" class="mc-select-cell">
      <label class="mc-select mc-needs-script">
        <input type="checkbox" data-select-all={formId} />
        <span class="govuk-visually-hidden">Chọn mọi dòng của trang này</span>
      </label>
      <span class="govuk-visually-hidden">Chọn</span>
    </th>
  );
}
