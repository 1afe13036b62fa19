import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { ROLE_LABELS, ROLES } from '../../roles.ts';
import { POLICY } from '../schema.ts';

type PolicyPageProps = Readonly<{
  formId: string;
  /** Roles that are ticked. */
  required: readonly string[];
  sequence: number;
  counts: readonly { readonly role: string; readonly accounts: number; readonly secured: number }[];
  problem: FormProblem;
}>;

/** Which roles work only with two steps, with how many are ready. */
export function PolicyPage({ formId, required, sequence, counts, problem }: PolicyPageProps) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Banner kind="info">
        <p>
          Có hiệu lực ngay: người giữ vai trò được chọn mà chưa có bước thứ hai sẽ được đưa tới trang thêm
          bước này ở lần bấm tiếp theo, rồi mới làm việc tiếp.
        </p>
        <p>
          Nên chọn những vai trò thay đổi được cán bộ, tổ chức và thủ tục: Quản trị hệ thống, Cán bộ cải cách
          hành chính.
        </p>
      </Banner>
      <Form action={POLICY} formId={formId} hidden={[{ name: 'sequence', value: String(sequence) }]}>
        <CheckboxGroup
          id="roles"
          name="roles"
          label="Vai trò bắt buộc đăng nhập hai bước"
          error={problem.fields['roles']}
          values={required}
          options={ROLES.map((role) => ({ value: role, text: ROLE_LABELS[role], hint: ready(counts, role) }))}
          required
        />
        <ButtonGroup>
          <Button>Lưu quy định</Button>
          <Button variant="link" href="/people/accounts">
            Quay lại danh sách tài khoản
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function ready(counts: PolicyPageProps['counts'], role: string): string {
  const count = counts.find((one) => one.role === role);
  if (!count) return 'Chưa có tài khoản nào';
  return `${count.secured} trên ${count.accounts} tài khoản đã có bước thứ hai`;
}
