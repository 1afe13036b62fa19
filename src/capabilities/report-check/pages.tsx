import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, newFormId } from '#foundation/submit.ts';
import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FileUpload } from '#web/ui/file-upload.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { CheckedContent, sizeOf } from './findings.tsx';
import { type CheckedText, checkPaths, type KeptCheck, type KeptLine } from './schema.ts';

/** Where a report is handed in to be checked. */
export function StartContent({ values, problem }: Readonly<{ values: FormValues; problem: FormProblem }>) {
  const field = fieldsOf(values, problem);
  return (
    <>
      <ProblemSummary problem={problem} title="Chưa soát được" />
      <p class="govuk-body">
        Máy đọc báo cáo của bất kỳ cơ quan nào và chỉ ra chỗ không thể đúng: phần không cộng thành tổng, tăng
        giảm không khớp hai đầu, có mặt nhiều hơn được giao, ngày không có thật, hai lần nhắc một văn bản với
        hai ngày khác nhau… <Link href={checkPaths.rules}>Xem máy soát những gì</Link>.
      </p>
      <Form action={checkPaths.start} upload>
        <FileUpload
          {...field('file')}
          label="Tệp báo cáo"
          hint="Tệp Word (DOCX), PDF có chữ, hoặc văn bản thuần (TXT). Kéo tệp thả vào đây cũng được."
          maxSize="20 MB"
          accept=".docx,.pdf,.txt"
        />
        <TextArea {...field('text')} label="Hoặc dán đoạn cần soát" rows={8} />
        <Checkbox
          id="keep"
          name="keep"
          label="Lưu kết quả soát cho tôi"
          hint="Không chọn thì không lưu gì. Tệp và phần chữ không bao giờ được lưu; kết quả đã lưu chỉ mình bạn xem được."
          checked={valueOf(values, 'keep') !== ''}
        />
        <ButtonGroup>
          <Button>Soát báo cáo</Button>
          <Link href={checkPaths.kept}>Kết quả đã lưu</Link>
        </ButtonGroup>
      </Form>
    </>
  );
}

/** What was found in a text of which nothing was kept. */
export function ResultContent({ checked }: Readonly<{ checked: CheckedText }>) {
  return (
    <>
      <Inset>
        Kết quả này không được lưu. In trang hoặc giữ trang mở; muốn xem lại về sau, hãy soát lại và chọn “Lưu
        kết quả soát cho tôi”.
      </Inset>
      <CheckedContent checked={checked} />
      <ButtonGroup>
        <Button href={checkPaths.start} variant="secondary">
          Soát văn bản khác
        </Button>
      </ButtonGroup>
    </>
  );
}

export function KeptListContent({ rows }: Readonly<{ rows: readonly KeptLine[] }>) {
  return (
    <DataTable
      caption="Kết quả soát đã lưu"
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowHref={({ id }) => checkPaths.one(id)}
      columns={[
        {
          key: 'name',
          header: 'Văn bản',
          cell: ({ id, name }) => <Link href={checkPaths.one(id)}>{name}</Link>,
        },
        { key: 'when', header: 'Soát lúc', cell: ({ checkedAt }) => formatDateTime(checkedAt) },
        { key: 'size', header: 'Độ dài', cell: sizeOf },
        { key: 'figures', header: 'Số liệu', numeric: true, cell: ({ figures }) => formatNumber(figures) },
        {
          key: 'citations',
          header: 'Viện dẫn',
          numeric: true,
          cell: ({ citations }) => formatNumber(citations),
        },
        {
          key: 'findings',
          header: 'Chỗ cần xem',
          numeric: true,
          cell: ({ findings }) => formatNumber(findings),
        },
      ]}
      empty={
        <EmptyState
          title="Chưa lưu kết quả soát nào"
          text="Khi soát, chọn “Lưu kết quả soát cho tôi” thì kết quả nằm ở đây."
          action={<Button href={checkPaths.start}>Soát báo cáo</Button>}
        />
      }
    />
  );
}

export function KeptContent({ check }: Readonly<{ check: KeptCheck }>) {
  return (
    <>
      <CheckedContent checked={check} />
      <Form action={checkPaths.remove(check.id)} formId={newFormId()} label="Xóa kết quả soát này">
        <Button variant="warning">Xóa kết quả này</Button>
      </Form>
    </>
  );
}
