import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { TEMPLATE_KIND_LABELS, type TemplateVersion } from '../../schema.ts';
import { templatePaths } from '../schema.ts';
import type { TemplateWithVersions } from '../service.ts';

/** Every template with what is published of it and what is being written. */
export function TemplateListContent({ templates }: { readonly templates: readonly TemplateWithVersions[] }) {
  return (
    <DataTable
      caption="Mẫu báo cáo"
      rows={templates}
      rowKey={({ id }) => String(id)}
      rowHref={({ id }) => templatePaths.one(id)}
      exports={[
        { href: `${templatePaths.list}?format=csv`, text: 'CSV' },
        { href: `${templatePaths.list}?format=xlsx`, text: 'Excel' },
      ]}
      empty={
        <EmptyState
          title="Chưa có mẫu báo cáo"
          text="Mẫu báo cáo nêu các mục, ai viết mục nào và số liệu nào đứng ở đâu."
        />
      }
      columns={[
        {
          key: 'name',
          header: 'Mẫu báo cáo',
          cell: ({ id, name, code }) => (
            <>
              <Link href={templatePaths.one(id)}>{name}</Link>
              <Note>{code}</Note>
            </>
          ),
        },
        { key: 'kind', header: 'Loại', cell: ({ kind }) => TEMPLATE_KIND_LABELS[kind] },
        { key: 'published', header: 'Đang dùng', cell: ({ versions }) => <Published versions={versions} /> },
        { key: 'draft', header: 'Dự thảo', cell: ({ versions }) => <Draft versions={versions} /> },
      ]}
    />
  );
}

type Versions = { readonly versions: readonly TemplateVersion[] };

function Published({ versions }: Versions) {
  const published = versions.find(({ state }) => state === 'published');
  if (!published) return <StateTag tone="neutral" text="Không dùng" />;
  return (
    <>
      <Link href={templatePaths.version(published.id)}>Phiên bản {published.number}</Link>
      <Note>{published.legalBasis}</Note>
    </>
  );
}

function Draft({ versions }: Versions) {
  const draft = versions.find(({ state }) => state === 'draft');
  return draft ? <Link href={templatePaths.version(draft.id)}>Phiên bản {draft.number}</Link> : <>–</>;
}

type FormView = { readonly field: FieldOf; readonly problem: FormProblem; readonly formId: string };

/** A new template: its code, name and kind. Its first draft is empty. */
export function NewTemplateContent({ view: { field, problem, formId } }: { readonly view: FormView }) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={templatePaths.new} formId={formId} guard>
        <TextField {...field('name')} label="Tên mẫu báo cáo" width="full" />
        <TextField
          {...field('code')}
          label="Mã mẫu"
          hint="Chữ thường không dấu, ví dụ cchc-nam"
          width="medium"
        />
        <SelectField
          {...field('kind')}
          label="Loại báo cáo"
          options={optionsOf(TEMPLATE_KIND_LABELS)}
          placeholder="Chọn loại báo cáo"
        />
        <ButtonGroup>
          <Button>Lập mẫu</Button>
          <Button variant="link" href={templatePaths.list}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

/** Takes in a template that another installation wrote as a file. */
export function ImportContent({ view: { field, problem, formId } }: { readonly view: FormView }) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Inset>
        Mẫu được nhập thành dự thảo: của mẫu có cùng mã nếu đã có, nếu không thì của một mẫu mới. Chỉ tiêu,
        văn bản và đơn vị mà mẫu nêu tên được kiểm tra khi ban hành.
      </Inset>
      <Form action={templatePaths.import} formId={formId} guard>
        <TextArea
          {...field('file')}
          label="Nội dung tệp mẫu"
          hint="Mở tệp JSON đã xuất từ trang của một phiên bản, sao toàn bộ và dán vào đây"
          rows={14}
        />
        <ButtonGroup>
          <Button>Nhập mẫu</Button>
          <Button variant="link" href={templatePaths.list}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
