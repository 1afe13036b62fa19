import { formatClock, formatLongDate } from '#kernel/vietnamese/format.ts';
import { valueOf } from '#web/http/form-values.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Details } from '#web/ui/details.tsx';
import { ErrorSummary } from '#web/ui/error-summary.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { KeyHints } from '#web/ui/kbd.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DelegateFields } from '../../form/applicant-fields.tsx';
import { FeeFields } from '../../form/fee-fields.tsx';
import { PaperFields } from '../../form/paper-fields.tsx';
import { problemsById, summaryOf } from '../../form/problems.ts';
import { isTicked } from '../../form/read.ts';
import { DeliveryFields, RequestFields } from '../../form/rest-fields.tsx';
import type { ReceptionView } from '../../form/view.ts';
import { intakePaths } from '../../schema.ts';
import { groupPaths, MOST_AT_COUNTER } from '../schema.ts';
import { columnsOf, sheetLines } from './read.ts';

type GroupView = { readonly reception: ReceptionView; readonly isRight: boolean };
type Errors = Readonly<Record<string, string>>;

const KEYS = [
  { keys: ['Enter'], text: 'dòng sau' },
  { keys: ['↓', '↑'], text: 'dòng dưới, trên' },
  { keys: ['Ctrl', 'V'], text: 'dán nhiều ô từ bảng tính' },
] as const;

/** What all have in common, then a line for each person. */
export function GroupContent({ view }: { readonly view: GroupView }) {
  const { reception, isRight } = view;
  const { offer, values, problem, formId, due } = reception;
  const { content, slug } = offer.version;
  const errors = problemsById(problem, content.papers.length);
  return (
    <>
      <ErrorSummary errors={summaryOf(problem, content.papers.length)} />
      {isRight ? (
        <Banner kind="success" title="Mọi dòng đều đúng">
          <p>Chưa có hồ sơ nào được tiếp nhận. Bấm tiếp nhận ở cuối trang.</p>
        </Banner>
      ) : null}
      <Form action={groupPaths.sheet(slug)} formId={formId} label="Tiếp nhận nhiều người cùng lúc" guard>
        <SheetPanel view={reception} errors={errors} />
        <CommonPanels view={reception} errors={errors} />
        <Inset>
          Nhận bây giờ thì hẹn trả {formatClock(due.dueAt)}, {formatLongDate(due.dueAt)}. Mỗi người một hồ sơ,
          một số và một giấy tiếp nhận; cả nhóm có số chung để in và tra cứu.
        </Inset>
        <Confirmations errors={errors} values={values} />
        <ButtonGroup>
          <Button name="mode" value="all" hotkey="Ctrl Enter" hotkeyLabel="Tiếp nhận tất cả">
            Tiếp nhận tất cả
          </Button>
          <Button name="mode" value="good" variant="secondary">
            Chỉ tiếp nhận các dòng đúng
          </Button>
          <Button name="act" value="check" variant="secondary" formAction={groupPaths.draft(slug)}>
            Kiểm tra, chưa tiếp nhận
          </Button>
          <Button variant="link" href={intakePaths.form(slug)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function SheetPanel({ view, errors }: { readonly view: ReceptionView; readonly errors: Errors }) {
  const { content, slug } = view.offer.version;
  const { values } = view;
  const lines = sheetLines(content, { ...values, sharedAddress: [] });
  return (
    <Panel title="Người nộp">
      <TextField
        id="sharedAddress"
        name="sharedAddress"
        label="Địa chỉ chung"
        hint="Dùng cho dòng để trống địa chỉ, ví dụ: thôn Vạn Long, xã An Hòa."
        value={valueOf(values, 'sharedAddress')}
        width="full"
        required={false}
      />
      <input type="hidden" name="count" value={String(lines.length)} />
      <Sheet
        caption="Danh sách người nộp"
        prefix="lines"
        columns={columnsOf(content)}
        lines={lines.map(({ line: _line, ...fields }) => fields)}
        errors={errors}
      />
      <ButtonGroup>
        <Button name="act" value="more" variant="secondary" formAction={groupPaths.draft(slug)}>
          Thêm dòng
        </Button>
        <KeyHints hints={KEYS} />
      </ButtonGroup>
      <Details summary="Dán từ bảng tính">
        <TextArea
          id="pasted"
          name="pasted"
          label="Các ô đã sao chép"
          hint={`Theo thứ tự: ${columnsOf(content)
            .map(({ header }) => header.toLowerCase())
            .join(', ')}. Nhiều nhất ${MOST_AT_COUNTER} dòng.`}
          rows={4}
          required={false}
        />
        <Button name="act" value="paste" variant="secondary" formAction={groupPaths.draft(slug)}>
          Đưa vào danh sách
        </Button>
      </Details>
      <p class="govuk-body">
        Nhiều hơn {MOST_AT_COUNTER} người thì <Link href={groupPaths.import(slug)}>nhập từ tệp Excel</Link>.
      </p>
    </Panel>
  );
}

type CommonProps = { readonly view: ReceptionView; readonly errors: Errors };

/** Papers, fees and ways that hold for every line; also for a workbook. */
export function CommonPanels({ view, errors }: CommonProps) {
  const { offer, values, exemptions } = view;
  const { content } = offer.version;
  return (
    <>
      <Panel title="Chung cho mọi người">
        <RequestFields view={view} errors={errors} />
        <PaperFields content={content} values={values} errors={errors} kept={NONE} files={false} />
        <DelegateFields values={values} errors={errors} />
      </Panel>
      <Panel>
        <FeeFields content={content} values={values} errors={errors} exemptions={exemptions} />
        <DeliveryFields view={view} errors={errors} />
      </Panel>
    </>
  );
}

/** A group takes nothing from the store of its people: whoever has a paper there is received alone. */
const NONE: ReceptionView['kept'] = new Map();

type ConfirmationsProps = { readonly values: ReceptionView['values']; readonly errors: Errors };

/** What would be refused line by line unless the officer says that it is known. */
export function Confirmations({ values, errors }: ConfirmationsProps) {
  return (
    <>
      <Checkbox
        id="confirmedDuplicate"
        name="confirmedDuplicate"
        label="Vẫn tiếp nhận khi người nộp đang có hồ sơ cùng thủ tục hoặc lặp lại trong danh sách"
        checked={isTicked(values, 'confirmedDuplicate')}
        error={errors['confirmedDuplicate']}
        small
      />
      <Checkbox
        id="confirmedIdentity"
        name="confirmedIdentity"
        label="Đã đối chiếu giấy tờ của những người có số đã ghi cho tên khác"
        checked={isTicked(values, 'confirmedIdentity')}
        error={errors['confirmedIdentity']}
        small
      />
    </>
  );
}
