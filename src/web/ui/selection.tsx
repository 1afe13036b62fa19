import type { ComponentChildren } from 'preact';
import { HiddenFields, type HiddenValue, PageFields } from './hidden-fields.tsx';

/** Choosing rows of a table and doing one thing with all of them. */
export type Selection<Row> = Readonly<{
  /** Id of the form the boxes belong to; unique on the page. */
  formId: string;
  action: string;
  hidden?: readonly HiddenValue[];
  /** Name of the boxes, `selected` when not given; their values are the row keys. */
  name?: string;
  labelFor: (row: Row) => string;
  /** `Button`s that submit the form, with a name and a value or a `formAction` each. */
  actions: ComponentChildren;
}>;

/** The line below a table with the bulk acts, held at the bottom of the window; the element counts what is selected. */
export function BulkBar<Row>({ selection }: Readonly<{ selection: Selection<Row> }>) {
  return (
    <form class="mc-bulk" id={selection.formId} method="post" action={selection.action} data-bulk="">
      <HiddenFields fields={selection.hidden ?? []} />
      <PageFields />
      <output class="mc-bulk__count" data-bulk-count="">
        Với các dòng được chọn
      </output>
      <div class="mc-bulk__acts">{selection.actions}</div>
    </form>
  );
}
