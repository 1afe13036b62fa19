import type { ComponentChildren } from 'preact';

type DefinitionTableProps = Readonly<{
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
  captionShown?: boolean;
  /** Indexes of the columns that hold numbers. */
  numeric?: readonly number[];
}>;

/** A small table for reading: no sorting, no selection; the first cell of a row names it. */
export function DefinitionTable({ caption, head, rows, captionShown, numeric = [] }: DefinitionTableProps) {
  const align = (index: number) => (numeric.includes(index) ? 'mc-numeric' : undefined);
  return (
    <table class="mc-table mc-table--stack mc-table--plain">
      <caption class={captionShown ? undefined : 'govuk-visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {head.map((words, index) => (
            <th key={words} scope="col" class={align(index)}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, line) => (
          <tr key={line}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={index} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={index} class={align(index)} data-label={head[index]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
