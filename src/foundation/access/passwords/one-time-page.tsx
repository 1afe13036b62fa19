import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { ConfirmPage } from '#web/ui/confirm-page.tsx';

type OneTimePasswordProps = Readonly<{
  login: string;
  password: string;
  officerName: string;
  validUntil: Date;
  back: string;
}>;

/** The password, this once: it is kept nowhere. */
export function OneTimePasswordPage(props: OneTimePasswordProps) {
  return (
    <ConfirmPage
      title={`Mật khẩu dùng một lần của ${props.officerName}`}
      reference={{ label: `Tên đăng nhập ${props.login}, mật khẩu`, value: props.password }}
      next={
        <ul class="govuk-list govuk-list--bullet">
          <li>Mật khẩu này chỉ hiện một lần. Hãy ghi lại và giao tận tay người dùng.</li>
          <li>Người dùng phải đăng nhập và đặt mật khẩu riêng trước {formatDateTime(props.validUntil)}.</li>
          <li>Nếu làm mất hoặc quá hạn, hãy cấp lại mật khẩu.</li>
        </ul>
      }
    >
      <Button href={props.back}>Đã ghi lại, về trang cán bộ</Button>
    </ConfirmPage>
  );
}
