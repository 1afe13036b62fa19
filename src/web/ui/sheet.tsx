export type SheetColumn = Readonly<{
  /** The fields are named `<prefix>.<line>.<name>`, lines from 0. */
  name: string;
  header: string;
  inputmode?: 'numeric' | 'tel';
}>;

type SheetProps = Readonly<{
  caption: string;
  prefix: string;
  columns: readonly SheetColumn[];
  /** The values of each line by the names of the columns. */
  lines: readonly Readonly<Record<string, string>>[];
  /** Messages by the name of the field. */
  errors: Readonly<Record<string, string>>;
}>;

/**
 * Lines to fill in like a spreadsheet. The element takes what was copied from one, and goes up and down with the arrows and
 * Enter. On a phone each line becomes a small block.
 */
export function Sheet(props: SheetProps) {
  return (
    <table class="mc-table mc-table--stack mc-sheet" data-sheet="">
      <caption class="govuk-visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Dòng</th>
          {props.columns.map(({ name, header }) => (
            <th key={name} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.lines.map((_, line) => (
          <SheetLine key={line} sheet={props} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function SheetLine({ sheet, line }: Readonly<{ sheet: SheetProps; line: number }>) {
  const isWrong = sheet.columns.some(({ name }) => `${sheet.prefix}.${line}.${name}` in sheet.errors);
  return (
    <tr class={isWrong ? 'mc-row mc-row--late' : 'mc-row'}>
      <th scope="row">{line + 1}</th>
      {sheet.columns.map((column) => (
        <SheetCell key={column.name} sheet={sheet} column={column} line={line} />
      ))}
    </tr>
  );
}

type CellProps = Readonly<{ sheet: SheetProps; column: SheetColumn; line: number }>;

function SheetCell({ sheet, column, line }: CellProps) {
  const name = `${sheet.prefix}.${line}.${column.name}`;
  const error = sheet.errors[name];
  return (
    <td data-label={column.header}>
      <input
        class={`govuk-input${error ? ' govuk-input--error' : ''}`}
        id={name}
        name={name}
        value={sheet.lines[line]?.[column.name] ?? ''}
        inputmode={column.inputmode}
        autocomplete="off"
        aria-label={`${column.header}, dòng ${line + 1}`}
        aria-describedby={error ? `${name}-error` : undefined}
        data-cell=""
      />
      {error ? (
        <small id={`${name}-error`} class="mc-sheet__error">
          {error}
        </small>
      ) : null}
    </td>
  );
}
