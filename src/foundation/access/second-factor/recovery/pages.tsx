import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { cancelRecoveryPath, type OpenRecovery, openRecoveryPath, recoveryPath } from './schema.ts';

type OpenPageProps = Readonly<{
  accountId: number;
  officerName: string;
  formId: string;
  field: FieldOf;
  problem: FormProblem;
  back: string;
}>;

/** The first of two people says why. */
export function OpenRecoveryPage(props: OpenPageProps) {
  return (
    <>
      <ProblemSummary problem={props.problem} />
      <Banner kind="warning" title="Cần hai người">
        <p>
          Bạn lập yêu cầu; lãnh đạo đơn vị của {props.officerName} hoặc một quản trị hệ thống khác xác nhận
          trong 24 giờ. Chỉ lập khi {props.officerName} đã mất điện thoại, khóa và mã dự phòng, và bạn đã gặp
          đúng người. Việc này được ghi vào diễn biến và báo qua thư điện tử cho người đó nếu có địa chỉ.
        </p>
      </Banner>
      <Form action={openRecoveryPath(props.accountId)} formId={props.formId}>
        <TextField
          {...props.field('reason')}
          label="Lý do"
          hint="Ví dụ: mất điện thoại, không còn mã dự phòng"
          maxlength={200}
          required
        />
        <ButtonGroup>
          <Button>Lập yêu cầu khôi phục</Button>
          <Button variant="link" href={props.back}>
            Quay lại, không làm gì
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

type ConfirmRecoveryPageProps = Readonly<{
  recovery: OpenRecovery;
  formId: string;
  problem: FormProblem;
  /** Why whoever looks may not confirm it themselves. */
  because: string | null;
}>;

/** The second of two people looks at what the first one asked. */
export function ConfirmRecoveryPage({ recovery, formId, problem, because }: ConfirmRecoveryPageProps) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <SummaryList
        rows={[
          { key: 'Người cần khôi phục', value: recovery.officerName },
          { key: 'Tên đăng nhập', value: recovery.login },
          { key: 'Lý do', value: recovery.reason },
          { key: 'Người lập yêu cầu', value: recovery.openerName },
          { key: 'Lập lúc', value: formatDateTime(recovery.openedAt) },
          { key: 'Hết hạn lúc', value: formatDateTime(recovery.expiresAt) },
        ]}
      />
      <Banner kind="warning" title={`Chỉ xác nhận khi bạn đã gặp ${recovery.officerName}`}>
        <p>
          Sau khi xác nhận, ứng dụng tạo mã, khóa truy cập, mã dự phòng và mật khẩu cũ đều mất hiệu lực, mọi
          phiên đăng nhập kết thúc. Mật khẩu dùng một lần hiện ở trang sau và có giá trị 24 giờ.
        </p>
      </Banner>
      <Form action={recoveryPath(recovery.id)} formId={formId}>
        <Button variant="warning" disabledBecause={because ?? undefined}>
          Xác nhận khôi phục
        </Button>
      </Form>
      <Form action={cancelRecoveryPath(recovery.id)}>
        <Button variant="link">Hủy yêu cầu này</Button>
      </Form>
    </>
  );
}
