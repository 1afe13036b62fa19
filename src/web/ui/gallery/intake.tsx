import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checklist } from '#web/ui/checklist.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorSummary } from '#web/ui/error-summary.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { DUE_DAYS } from './due-days.ts';
import { StaffExample } from './frames.tsx';

const ID_ERROR = 'Số định danh phải có 12 chữ số; giấy chứng minh cũ có 9 chữ số';

/** Receiving at the counter, with a mistake to put right. */
export function IntakeExample() {
  return (
    <StaffExample title="Tiếp nhận hồ sơ" lead="Quầy 2 · 28/4/2020 15:20">
      <ErrorSummary errors={[{ message: ID_ERROR, fieldId: 'idNumber' }]} />
      <Form action="#" formId="f-1" draft="intake" guard upload>
        <Columns side={<DueSide />}>
          <Panel title="Thủ tục và người nộp">
            <ProcedureAndApplicant />
          </Panel>
          <Panel title="Thành phần hồ sơ">
            <Papers />
            <MoneyField id="fee" name="fee" label="Lệ phí" value="8.000" required={false} />
          </Panel>
          <Panel title="Người khác cùng nộp">
            <Sheet
              caption="Người khác cùng nộp"
              prefix="others"
              columns={[
                { name: 'name', header: 'Họ và tên' },
                { name: 'number', header: 'Số định danh', inputmode: 'numeric' },
              ]}
              lines={[{ name: 'Nguyễn Thị B', number: '12' }, {}]}
              errors={{ 'others.0.number': ID_ERROR }}
            />
          </Panel>
          <ButtonGroup>
            <Button hotkey="Ctrl Enter">Tiếp nhận, in giấy hẹn</Button>
            <Button variant="secondary" formAction="#huong-dan">
              In phiếu hướng dẫn
            </Button>
            <Button variant="link" href="#bo">
              Bỏ
            </Button>
          </ButtonGroup>
        </Columns>
      </Form>
    </StaffExample>
  );
}

function ProcedureAndApplicant() {
  return (
    <>
      <Combobox
        id="procedure"
        name="procedure"
        label="Thủ tục"
        width="full"
        value="ks"
        placeholder="Gõ vài chữ, không cần dấu"
        options={[
          { value: 'ks', text: 'Đăng ký khai sinh', hint: 'Hộ tịch · trong ngày' },
          { value: 'kt', text: 'Đăng ký khai tử', hint: 'Hộ tịch · trong ngày' },
          { value: 'kh', text: 'Đăng ký kết hôn', hint: 'Hộ tịch · trong ngày' },
          {
            value: 'hkd',
            text: 'Đăng ký thành lập hộ kinh doanh',
            hint: 'Kế hoạch và đầu tư · 3 ngày làm việc',
          },
        ]}
      />
      <RadioGroup
        id="as"
        name="as"
        label="Người nộp là"
        inline
        small
        value="self"
        options={[
          { value: 'self', text: 'Chính người yêu cầu' },
          { value: 'representative', text: 'Người được ủy quyền' },
          { value: 'organisation', text: 'Tổ chức' },
        ]}
      />
      <FieldGrid>
        <TextField
          id="idNumber"
          name="idNumber"
          label="Số định danh"
          value="07901234"
          error={ID_ERROR}
          inputmode="numeric"
          sensitive
        />
        <TextField id="fullName" name="fullName" label="Họ và tên" value="Nguyễn Thị B" />
        <DateField id="birth" name="birth" label="Ngày sinh" value="28/4/1990" />
        <TextField id="phone" name="phone" label="Điện thoại" type="tel" required={false} />
      </FieldGrid>
    </>
  );
}

function Papers() {
  return (
    <Checklist
      legend="Đánh dấu giấy tờ đã nhận"
      prefix="papers"
      kinds={[
        { value: 'original', text: 'Bản chính' },
        { value: 'certified', text: 'Bản sao chứng thực' },
        { value: 'copy', text: 'Bản chụp' },
      ]}
      rows={[
        {
          key: 'form',
          title: 'Tờ khai đăng ký khai sinh',
          hint: 'Theo mẫu',
          present: true,
          kind: 'original',
        },
        {
          key: 'birth',
          title: 'Giấy chứng sinh',
          present: false,
          error: 'Giấy bắt buộc: nhận đủ mới tiếp nhận',
        },
        { key: 'proxy', title: 'Văn bản ủy quyền', hint: 'Nếu nộp thay', present: false, kind: 'copy' },
      ]}
    />
  );
}

function DueSide() {
  return (
    <>
      <Panel title="Hẹn trả 5/5/2020, 17:00" accent="jade">
        <WhyPanel
          open
          sentences={['3 ngày làm việc kể từ ngày làm việc sau ngày nhận.']}
          days={DUE_DAYS}
          legalBasis="Nghị định số 61/2018/NĐ-CP"
        />
      </Panel>
      <Banner kind="warning" title="Người này đang có một hồ sơ cùng thủ tục">
        <p>
          <a href="#dang-chay">000.17.22.H08-200424-0007</a>, nhận 24/4, đang thẩm tra.
        </p>
      </Banner>
    </>
  );
}
