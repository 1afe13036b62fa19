import type { ComponentChildren } from 'preact';
import type { Option } from './option.ts';
import { OptionList } from './select-field.tsx';

/** One paper asked for: whether it is here, of which kind, how many, and what is to be noted. */
export type ChecklistRow = Readonly<{
  /** Unique in the list; the fields are named `<prefix>.<key>.present`, `.kind`, `.count`, `.note`, `.file`. */
  key: string;
  title: string;
  hint?: ComponentChildren;
  present: boolean;
  kind?: string | undefined;
  count?: string | undefined;
  note?: string | undefined;
  error?: string | undefined;
  /** Below the title, such as another way to have the paper. */
  extra?: ComponentChildren;
}>;

type ChecklistProps = Readonly<{
  legend: string;
  prefix: string;
  rows: readonly ChecklistRow[];
  kinds: readonly Option[];
  /** Each row also takes a file; the form needs `upload`. */
  files?: boolean;
}>;

/** The papers of a dossier at the counter, made for the keyboard: space ticks, digits count, arrows go on. */
export function Checklist(props: ChecklistProps) {
  return (
    <fieldset class="govuk-fieldset mc-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{props.legend}</legend>
      <table class="mc-table mc-table--stack mc-checklist" data-checklist="">
        <thead>
          <tr>
            <th scope="col">Giấy tờ</th>
            <th scope="col">Loại</th>
            <th scope="col">Số bản</th>
            <th scope="col">Ghi chú</th>
            {props.files ? <th scope="col">Tệp</th> : null}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <PaperRow key={row.key} list={props} row={row} />
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function PaperRow({ list, row }: Readonly<{ list: ChecklistProps; row: ChecklistRow }>) {
  const name = `${list.prefix}.${row.key}`;
  return (
    <tr data-check-row="" class={row.error ? 'mc-row mc-row--late' : 'mc-row'}>
      <td data-label="Giấy tờ">
        <Presence name={name} row={row} />
      </td>
      <td data-label="Loại">
        <select class="govuk-select" name={`${name}.kind`} aria-label={`Loại: ${row.title}`}>
          <OptionList options={list.kinds} value={row.kind} />
        </select>
      </td>
      <td data-label="Số bản">
        <input
          class="govuk-input mc-checklist__count"
          name={`${name}.count`}
          value={row.count ?? '1'}
          inputmode="numeric"
          aria-label={`Số bản: ${row.title}`}
          data-count=""
        />
      </td>
      <td data-label="Ghi chú">
        <input
          class="govuk-input"
          name={`${name}.note`}
          value={row.note ?? ''}
          aria-label={`Ghi chú: ${row.title}`}
        />
      </td>
      {list.files ? (
        <td data-label="Tệp">
          <input
            class="mc-checklist__file"
            type="file"
            name={`${name}.file`}
            multiple
            aria-label={`Tệp: ${row.title}`}
          />
        </td>
      ) : null}
    </tr>
  );
}

function Presence({ name, row }: Readonly<{ name: string; row: ChecklistRow }>) {
  const id = `${name}.present`;
  return (
    <div class="mc-checklist__paper">
      <input
        type="checkbox"
        id={id}
        name={id}
        value="yes"
        checked={row.present}
        aria-describedby={row.error ? `${id}-error` : undefined}
        data-check=""
      />
      <div>
        <label for={id}>{row.title}</label>
        {row.hint ? <small class="mc-note">{row.hint}</small> : null}
        {row.error ? (
          <small id={`${id}-error`} class="mc-checklist__error">
            {row.error}
          </small>
        ) : null}
        {row.extra}
      </div>
    </div>
  );
}
