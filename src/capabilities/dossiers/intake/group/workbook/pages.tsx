import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { ErrorSummary } from '#web/ui/error-summary.tsx';
import { FileUpload } from '#web/ui/file-upload.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { problemsById, summaryOf } from '../../form/problems.ts';
import { isTicked } from '../../form/read.ts';
import type { ReceptionView } from '../../form/view.ts';
import { intakePaths } from '../../schema.ts';
import { groupPaths, MOST_IN_WORKBOOK } from '../schema.ts';
import { CommonPanels, Confirmations } from '../sheet/pages.tsx';

/** Choosing the workbook and what all its lines have in common; nothing is received before it was looked at. */
export function WorkbookContent({ view }: { readonly view: ReceptionView }) {
  const { offer, values, problem, formId } = view;
  const { content, slug } = offer.version;
  const errors = problemsById(problem, content.papers.length);
  return (
    <>
      <ErrorSummary errors={summaryOf(problem, content.papers.length)} />
      <Form action={groupPaths.import(slug)} formId={formId} upload guard label="Nhập hồ sơ từ tệp Excel">
        <Panel title="Tệp">
          <ol class="govuk-list govuk-list--number">
            <li>
              Tải{' '}
              <Link href={groupPaths.template(slug)} download>
                tệp mẫu
              </Link>{' '}
              về, mỗi người một dòng, nhiều nhất {MOST_IN_WORKBOOK.toLocaleString('vi-VN')} dòng.
            </li>
            <li>
              Tải lên; hệ thống chỉ ra từng ô sai và cách sửa. Lúc này chưa có hồ sơ nào được tiếp nhận.
            </li>
            <li>Xem lại rồi mới tiếp nhận.</li>
          </ol>
          <FileUpload
            id="file"
            name="file"
            label="Tệp đã điền"
            accept=".xlsx"
            maxSize="20 MB"
            error={errors['file']}
          />
          <Checkbox
            id="earlier"
            name="earlier"
            label="Hồ sơ cũ: đã tiếp nhận trên giấy trước đây, nay nhập lại"
            hint="Tính theo ngày đã nhận trên giấy, không tính là hồ sơ nhận hôm nay; không báo tin cho người nộp."
            checked={isTicked(values, 'earlier')}
          />
        </Panel>
        <CommonPanels view={view} errors={errors} />
        <Confirmations values={values} errors={errors} />
        <ButtonGroup>
          <Button>Xem trước</Button>
          <Button variant="link" href={intakePaths.form(slug)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
