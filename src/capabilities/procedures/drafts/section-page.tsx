import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { ErrorSummary, errorsOf } from '#web/ui/error-summary.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { type FormValues, rowsOf } from '#web/http/form-values.ts';
import type { FieldMessages } from '#kernel/refusal.ts';
import { type Section, SECTION_CODES } from '../rules.ts';
import { procedurePaths } from '../schema.ts';
import type { FieldSpec, GroupSpec, SectionSpec } from './fields.ts';
import { SECTIONS } from './sections.ts';
import { SpecField } from './spec-field.tsx';

export type SectionView = {
  readonly slug: string;
  readonly number: number;
  readonly revision: string;
  readonly section: Section;
  readonly spec: SectionSpec;
  readonly values: FormValues;
  readonly message: string | null;
  readonly fields: FieldMessages;
  readonly formId: string;
};

/** One section of a draft as a form; rows are added, moved and removed by buttons that come back to the same page. */
export function SectionPage({ view }: { readonly view: SectionView }) {
  const { slug, number, section, spec } = view;
  const action = procedurePaths.section(slug, number, section);
  return (
    <>
      <Tabs label="Các phần của bản dự thảo" tabs={tabsOf(view)} />
      <ErrorSummary errors={errorsOf(view.fields)} />
      {view.message ? (
        <Banner kind="error" focused>
          <p>{view.message}</p>
        </Banner>
      ) : null}
      <p class="govuk-hint">{spec.hint}</p>
      <Form
        action={action}
        formId={view.formId}
        hidden={[{ name: 'revision', value: view.revision }]}
        guard
        label={spec.title}
      >
        {/* The first button of a form is the one Enter presses: it must save, not move a row. */}
        {spec.groups.length > 0 ? <SaveButtons view={view} /> : null}
        {spec.fields.map((field) => (
          <SpecField key={field.key} field={field} name={field.key} view={view} />
        ))}
        {spec.groups.map((group) => (
          <GroupFields key={group.key} group={group} view={view} action={action} />
        ))}
        <SaveButtons view={view} />
      </Form>
    </>
  );
}

function tabsOf({ slug, number, section }: SectionView) {
  return SECTION_CODES.map((code) => ({
    href: procedurePaths.section(slug, number, code),
    text: SECTIONS[code].title,
    current: code === section,
  }));
}

function SaveButtons({ view }: { readonly view: SectionView }) {
  return (
    <ButtonGroup>
      <Button>Lưu phần này</Button>
      <Button href={procedurePaths.version(view.slug, view.number)} variant="secondary">
        Về bản dự thảo
      </Button>
    </ButtonGroup>
  );
}

type GroupProps = { readonly group: GroupSpec; readonly view: SectionView; readonly action: string };

function GroupFields({ group, view, action }: GroupProps) {
  const rows = rowsOf(view.values, group.key);
  return (
    <>
      {rows.map((_, index) => (
        <FieldSet key={index} id={rowId(group, index)} legend={`${group.noun} ${index + 1}`}>
          <RowFields group={group} index={index} view={view} />
          <RowButtons group={group} index={index} last={rows.length - 1} action={action} />
        </FieldSet>
      ))}
      <Button
        variant="secondary"
        icon="plus"
        name="row"
        value={`add:${group.key}`}
        formAction={`${action}#${rowId(group, rows.length)}`}
      >
        Thêm {group.noun.toLowerCase()}
      </Button>
    </>
  );
}

type RowFieldsProps = { readonly group: GroupSpec; readonly index: number; readonly view: SectionView };

/** Short fields of a row stand side by side, long ones take the whole line. */
function RowFields({ group, index, view }: RowFieldsProps) {
  const shown = (field: FieldSpec) => (
    <SpecField key={field.key} field={field} name={`${group.key}.${index}.${field.key}`} view={view} />
  );
  return (
    <>
      {linesOf(group.fields).map((fields, line) =>
        fields.length === 1 ? fields.map(shown) : <FieldGrid key={line}>{fields.map(shown)}</FieldGrid>,
      )}
    </>
  );
}

function linesOf(fields: readonly FieldSpec[]): readonly (readonly FieldSpec[])[] {
  const lines: FieldSpec[][] = [];
  for (const field of fields) {
    const line = lines.at(-1);
    if (line && isShort(field) && line.every(isShort)) line.push(field);
    else lines.push([field]);
  }
  return lines;
}

function isShort({ kind, width }: FieldSpec): boolean {
  return width !== 'full' && kind !== 'area' && kind !== 'lines';
}

type RowButtonsProps = {
  readonly group: GroupSpec;
  readonly index: number;
  readonly last: number;
  readonly action: string;
};

/** The address carries the row, so that the page comes back to where one was. */
function RowButtons({ group, index, last, action }: RowButtonsProps) {
  const to = (row: number) => `${action}#${rowId(group, row)}`;
  return (
    <ButtonGroup>
      {index > 0 ? (
        <Button variant="link" name="row" value={`up:${group.key}:${index}`} formAction={to(index - 1)}>
          Chuyển lên
        </Button>
      ) : null}
      {index < last ? (
        <Button variant="link" name="row" value={`down:${group.key}:${index}`} formAction={to(index + 1)}>
          Chuyển xuống
        </Button>
      ) : null}
      <Button
        variant="link"
        name="row"
        value={`remove:${group.key}:${index}`}
        formAction={to(Math.max(0, index - 1))}
      >
        Bỏ {group.noun.toLowerCase()} {index + 1}
      </Button>
    </ButtonGroup>
  );
}

function rowId(group: GroupSpec, index: number): string {
  return `${group.key}-${index + 1}`;
}
