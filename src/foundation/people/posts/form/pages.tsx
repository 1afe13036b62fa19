import { valueOf, valuesOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Form } from '#web/ui/form.tsx';
import type { Option } from '#web/ui/option.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { ROLE_LABELS, ROLES, type Role } from '#foundation/access/roles.ts';
import type { FormState } from '../../form-state.ts';

/** What a role lets its post do, in one line. */
const ROLE_HINTS = {
  'one-stop': 'Tiếp nhận, trả kết quả, lập phiếu hướng dẫn và phiếu từ chối.',
  specialist: 'Thụ lý hồ sơ được giao ở đơn vị.',
  'unit-leader': 'Duyệt, phân công; xem hồ sơ của đơn vị và đơn vị trực thuộc.',
  chairman: 'Duyệt, ký; xem hồ sơ của toàn Ủy ban nhân dân.',
  'records-clerk': 'Vào sổ, đóng dấu, phát hành.',
  'home-affairs': 'Quản lý danh mục thủ tục, tổ chức, nhân sự, lịch làm việc.',
  'it-administrator': 'Cấp tài khoản, vận hành hệ thống. Chỉ quản trị hệ thống giao được.',
  inspector: 'Xem tất cả, không sửa được gì.',
  'data-protection': 'Xem ai đã xem hồ sơ nào, dữ liệu nào được giữ và giữ bao lâu.',
} as const satisfies Record<Role, string>;

type PostFormProps = FormState &
  Readonly<{
    action: string;
    formId: string;
    back: string;
    /** Given for a new post: where and from when; a post keeps both for its life. */
    unitOptions: readonly Option[] | null;
    submitText: string;
  }>;

/** Title and roles of a post; of a new one also the unit and the first day. */
export function PostForm({ values, problem, unitOptions, ...form }: PostFormProps) {
  const bare = fieldsOf(values, problem);
  const field = (name: string) => ({ ...bare(name), required: true });
  const hidden = unitOptions ? [] : [{ name: 'sequence', value: valueOf(values, 'sequence') }];
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={form.action} formId={form.formId} hidden={hidden} guard>
        {unitOptions ? (
          <Combobox {...field('unitId')} label="Đơn vị" options={unitOptions} placeholder="Chọn đơn vị" />
        ) : null}
        <TextField
          {...field('title')}
          label="Tên vị trí"
          hint="Ví dụ: Công chức Tư pháp - hộ tịch"
          width="full"
        />
        <CheckboxGroup
          id="roles"
          name="roles"
          label="Vai trò trong hệ thống (người giữ kiêm nhiệm thì chọn nhiều)"
          options={ROLES.map((role) => ({ value: role, text: ROLE_LABELS[role], hint: ROLE_HINTS[role] }))}
          values={valuesOf(values, 'roles')}
          error={problem.fields['roles']}
          required
        />
        {unitOptions ? <DateField {...field('from')} label="Có từ ngày" /> : null}
        <ButtonGroup>
          <Button>{form.submitText}</Button>
          <Button variant="link" href={form.back}>
            Không lưu, quay lại
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
