import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorSummary, errorsOf } from '#web/ui/error-summary.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { FileUpload } from '#web/ui/file-upload.tsx';
import { Form } from '#web/ui/form.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { Section } from '#web/ui/section.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';

const ERRORS = {
  'error-name': 'Hãy nhập họ và tên như trên giấy tờ',
  'error-born': 'Ngày sinh phải là một ngày đã qua, ví dụ 28/4/1990',
  'error-way': 'Hãy chọn cách nhận kết quả',
} as const;

const WAYS = [
  { value: 'counter', text: 'Tại quầy', hint: 'Nơi bạn nộp hồ sơ' },
  { value: 'post', text: 'Qua bưu chính', hint: 'Đến tận nhà; cước do người nhận trả' },
  { value: 'online', text: 'Bản điện tử', disabled: true, hint: 'Thủ tục này chưa có bản điện tử' },
];

/** Every field and button, plain, filled, disabled and wrong. */
export function ControlsExample() {
  return (
    <>
      <Section title="Nút">
        <ButtonsExample />
      </Section>
      <Section title="Trường nhập">
        <Form action="#" formId="gallery-fields" draft="gallery">
          <PlainFields />
        </Form>
      </Section>
      <Section title="Lựa chọn">
        <Form action="#" formId="gallery-choices">
          <ChoiceFields />
        </Form>
      </Section>
      <Section title="Khi có lỗi">
        <ErrorSummary errors={errorsOf(ERRORS)} />
        <Form action="#" formId="gallery-errors">
          <WrongFields />
        </Form>
      </Section>
    </>
  );
}

function ButtonsExample() {
  return (
    <>
      <ButtonGroup>
        <Button>Tiếp nhận</Button>
        <Button variant="secondary" icon="print" act="print">
          In trang này
        </Button>
        <Button variant="warning">Từ chối</Button>
        <Button variant="link" href="#sau">
          Để sau
        </Button>
        <Button variant="secondary" act="copy" copies="000.17.22.H08-200428-0003" icon="copy">
          Sao chép số hồ sơ
        </Button>
      </ButtonGroup>
      <ButtonGroup>
        <Button disabledBecause="Chờ người nộp bổ sung giấy tờ; đồng hồ đang tạm dừng.">Chuyển bước</Button>
      </ButtonGroup>
    </>
  );
}

function PlainFields() {
  return (
    <>
      <TextField id="p-name" name="name" label="Họ và tên" autocomplete="name" required />
      <TextField
        id="p-days"
        name="days"
        label="Thời hạn"
        suffix="ngày"
        width="short"
        value="3"
        inputmode="numeric"
      />
      <TextField id="p-mail" name="mail" label="Thư điện tử" type="email" required={false} />
      <TextField id="p-off" name="off" label="Mã đơn vị" value="000.17.22.H08" disabled />
      <DateField id="p-born" name="born" label="Ngày sinh" value="28/4/1990" />
      <MoneyField id="p-fee" name="fee" label="Lệ phí" value="8.000" />
      <TextArea id="p-note" name="note" label="Ghi chú" hint="Người nộp đọc được ghi chú này." rows={3} />
      <FileUpload
        id="p-files"
        name="files"
        label="Tệp đính kèm"
        hint="Bản quét hoặc ảnh chụp rõ chữ, PDF hoặc JPG."
        maxSize="20 MB"
        multiple
      />
    </>
  );
}

function ChoiceFields() {
  return (
    <>
      <SelectField
        id="c-unit"
        name="unit"
        label="Nơi nộp"
        placeholder="Chọn xã, thị trấn"
        options={[
          { value: 'ah', text: 'Xã An Hòa' },
          { value: 'at', text: 'Xã An Tân' },
        ]}
      />
      <Combobox
        id="c-procedure"
        name="procedure"
        label="Thủ tục"
        hint="Gõ vài chữ, có dấu hay không dấu đều được."
        options={[
          { value: 'ks', text: 'Đăng ký khai sinh', hint: 'Hộ tịch' },
          { value: 'kh', text: 'Đăng ký kết hôn', hint: 'Hộ tịch' },
          { value: 'hkd', text: 'Đăng ký thành lập hộ kinh doanh', hint: 'Kế hoạch và đầu tư' },
        ]}
      />
      <Combobox id="c-person" name="person" label="Người nộp đã có trong hệ thống" source="#?q=" />
      <RadioGroup id="c-way" name="way" label="Nhận kết quả" options={WAYS} value="counter" />
      <FieldSet legend="Thông báo" hint="Chọn ít nhất một cách.">
        <CheckboxGroup
          id="c-tell"
          name="tell"
          label="Báo cho tôi qua"
          values={['sms']}
          small
          options={[
            { value: 'sms', text: 'Tin nhắn' },
            { value: 'mail', text: 'Thư điện tử' },
          ]}
        />
        <Checkbox id="c-true" name="true" label="Tôi cam đoan các điều khai trên là đúng" />
      </FieldSet>
    </>
  );
}

function WrongFields() {
  return (
    <>
      <TextField id="error-name" name="name" label="Họ và tên" error={ERRORS['error-name']} />
      <DateField
        id="error-born"
        name="born"
        label="Ngày sinh"
        value="31/2/1990"
        error={ERRORS['error-born']}
      />
      <RadioGroup
        id="error-way"
        name="way"
        label="Nhận kết quả"
        options={WAYS}
        error={ERRORS['error-way']}
        small
      />
      <SelectField
        id="error-unit"
        name="unit"
        label="Nơi nộp"
        options={[]}
        placeholder="Chọn"
        error="Hãy chọn nơi nộp"
      />
    </>
  );
}
