import { formatDate } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TEMPLATE_STATE_LABELS, type TemplateState, type TemplateVersion } from '../../schema.ts';
import { templatePaths } from '../schema.ts';
import type { TemplateWithVersions } from '../service.ts';
import type { SectionChange } from './compare.ts';

const TONES = { draft: 'soon', published: 'fine', retired: 'neutral', discarded: 'neutral' } as const;

/** The state of a version in a word. */
export function StateOf({ state }: { readonly state: TemplateState }) {
  return <StateTag tone={TONES[state]} text={TEMPLATE_STATE_LABELS[state]} />;
}

type View = {
  readonly template: TemplateWithVersions;
  readonly mayChange: boolean;
  readonly formIds: readonly [string, string];
};

/** One template: its versions, and what can be done with it. */
export function TemplateContent({ view }: { readonly view: View }) {
  const { template, mayChange } = view;
  return (
    <>
      {mayChange ? <TemplateActs view={view} /> : null}
      <DataTable
        caption="Các phiên bản"
        rows={template.versions.toReversed()}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => templatePaths.version(id)}
        columns={[
          {
            key: 'number',
            header: 'Phiên bản',
            cell: ({ id, number }) => <Link href={templatePaths.version(id)}>Phiên bản {number}</Link>,
          },
          { key: 'state', header: 'Trạng thái', cell: ({ state }) => <StateOf state={state} /> },
          { key: 'basis', header: 'Căn cứ pháp lý', cell: ({ legalBasis }) => legalBasis || 'Chưa ghi' },
          { key: 'valid', header: 'Hiệu lực', cell: (version) => validityWords(version) },
          {
            key: 'published',
            header: 'Ban hành',
            cell: ({ publishedAt }) => (publishedAt ? formatDate(publishedAt) : '–'),
          },
        ]}
      />
      {template.versions.length > 1 ? <CompareForm template={template} /> : null}
    </>
  );
}

/** `từ 12/3/2019`, `12/3/2019 – 31/12/2025`. */
export function validityWords({ validFrom, validUntil }: TemplateVersion): string {
  if (validFrom === null) return 'Chưa ghi';
  return validUntil === null
    ? `từ ${formatDate(validFrom)}`
    : `${formatDate(validFrom)} – ${formatDate(validUntil)}`;
}

function TemplateActs({ view: { template, formIds } }: { readonly view: View }) {
  const draft = template.versions.find(({ state }) => state === 'draft');
  const isUsed = template.versions.some(({ state }) => state === 'published');
  return (
    <ButtonGroup>
      {draft ? (
        <Button href={templatePaths.version(draft.id)}>Sửa dự thảo phiên bản {draft.number}</Button>
      ) : (
        <Form action={templatePaths.drafts(template.id)} formId={formIds[0]}>
          <Button>Lập phiên bản mới</Button>
        </Form>
      )}
      {isUsed ? (
        <Form action={templatePaths.retire(template.id)} formId={formIds[1]}>
          <Button variant="secondary">Thôi dùng mẫu</Button>
        </Form>
      ) : null}
    </ButtonGroup>
  );
}

function CompareForm({ template: { id, versions } }: Pick<View, 'template'>) {
  const options = versions.map(({ number }) => ({ value: String(number), text: `Phiên bản ${number}` }));
  return (
    <Panel title="So sánh hai phiên bản">
      <Form action={templatePaths.compare(id)} method="get">
        <SelectField
          id="from"
          name="from"
          label="Phiên bản trước"
          options={options}
          value={options.at(-2)?.value}
        />
        <SelectField
          id="to"
          name="to"
          label="Phiên bản sau"
          options={options}
          value={options.at(-1)?.value}
        />
        <Button variant="secondary">So sánh</Button>
      </Form>
    </Panel>
  );
}

/** What differs between two versions, section by section. */
export function CompareContent({ changes }: { readonly changes: readonly SectionChange[] }) {
  if (changes.length === 0) return <p class="govuk-body">Hai phiên bản giống nhau.</p>;
  return (
    <DefinitionTable
      caption="Các mục khác nhau"
      head={['Mục', 'Thay đổi', 'Trước', 'Sau']}
      rows={changes.map(({ heading, what, before, after }) => [heading, what, before, after])}
    />
  );
}
