import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Column, SelectAllCell, type Sort, type SortHref, TableHead } from './data-table-head.tsx';
import { EmptyState } from './empty-state.tsx';
import { ExportLinks, type ExportLink } from './export-links.tsx';
import { Pagination } from './pagination.tsx';
import type { RenderedRows } from './rendered-rows.ts';
import { BulkBar, type Selection } from './selection.tsx';
import type { Tone } from './tone.ts';

type DataTableProps<Row> = Readonly<{
  /** What the list is; heard, and seen when printed. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The page of a row: Enter opens it when walking the list with j and k. */
  rowHref?: (row: Row) => string;
  rowTone?: (row: Row) => Tone | undefined;
  sort?: Sort;
  /** Address of the same list, sorted or at another page. */
  hrefFor?: SortHref;
  selection?: Selection<Row>;
  /** Writes a row again only when something of it has changed; for lists that are read all day. Cells use no context. */
  rendered?: RenderedRows<Row>;
  paging?: Readonly<{ page: number; pageSize: number; total: number }>;
  exports?: readonly ExportLink[];
  /** Shown instead of the table when there is no row. */
  empty?: ComponentChildren;
}>;

/**
 * A list as a table: sorting, selection with bulk acts, paging, export, an empty state. Every state is an address. On a
 * phone each row becomes a small block with the column's name before each value.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0)
    return <>{props.empty ?? <EmptyState title="Chưa có gì trong danh sách này" />}</>;
  return (
    <div class="mc-list">
      <table class="mc-table mc-table--stack" data-list="">
        <caption class="govuk-visually-hidden">{props.caption}</caption>
        <TableHead
          columns={props.columns}
          sort={props.sort}
          hrefFor={props.hrefFor}
          before={props.selection ? <SelectAllCell formId={props.selection.formId} /> : null}
        />
        <TableBody {...props} />
      </table>
      {props.selection ? <BulkBar selection={props.selection} /> : null}
      <ListFoot {...props} />
    </div>
  );
}

function TableBody<Row>(table: DataTableProps<Row>) {
  const { rows, rowKey, rendered } = table;
  if (rendered)
    return <tbody dangerouslySetInnerHTML={{ __html: rows.map(writeOnce(table, rendered)).join('') }} />;
  return (
    <tbody>
      {rows.map((row) => (
        <BodyRow key={rowKey(row)} table={table} row={row} />
      ))}
    </tbody>
  );
}

/** What the kit itself writes is HTML already; nothing that a person typed gets around the escaping. */
function writeOnce<Row>(table: DataTableProps<Row>, { keyOf, known }: RenderedRows<Row>) {
  return (row: Row): string => {
    const key = keyOf(row);
    const html = known.get(key) ?? renderToString(<BodyRow table={table} row={row} />);
    known.set(key, html);
    return html;
  };
}

function BodyRow<Row>({ table, row }: Readonly<{ table: DataTableProps<Row>; row: Row }>) {
  const tone = table.rowTone?.(row);
  return (
    <tr class={tone ? `mc-row mc-row--${tone}` : 'mc-row'} data-row={table.rowHref?.(row) ?? ''}>
      {table.selection ? (
        <SelectCell selection={table.selection} row={row} value={table.rowKey(row)} />
      ) : null}
      {table.columns.map((column) => (
        <td
          key={column.key}

          data-label={column.header}
          class={cellLook(column)}
        >
          <div class="mc-cell">{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}

function cellLook<Row>({ numeric, nowrap }: Column<Row>): string | undefined {
  if (numeric) return 'mc-numeric';
  return nowrap ? 'mc-nowrap' : undefined;
}

type SelectCellProps<Row> = Readonly<{ selection: Selection<Row>; row: Row; value: string }>;

function SelectCell<Row>({ selection, row, value }: SelectCellProps<Row>) {
  return (
    <td class="mc-select-cell">
      <SelectBox selection={selection} row={row} value={value} />
    </td>
  );
}

function SelectBox<Row>({ selection, row, value }: SelectCellProps<Row>) {
  return (
    <label class="mc-select">
      <input
        type="checkbox"
        name={selection.name ?? 'selected'}
        value={value}
        form={selection.formId}
        data-select=""
      />
      <span class="govuk-visually-hidden">Chọn {selection.labelFor(row)}</span>
    </label>
  );
}

function ListFoot<Row>({ paging, hrefFor, sort, exports }: DataTableProps<Row>) {
  if (!paging && !exports) return null;
  return (
    <div class="mc-list__foot">
      {paging && hrefFor ? <Pagination {...paging} hrefFor={(page) => hrefFor({ ...sort, page })} /> : null}
      {exports ? <ExportLinks links={exports} /> : null}
    </div>
  );
}
