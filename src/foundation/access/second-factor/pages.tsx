import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { CODES_PER_SHEET } from './codes/service.ts';
import { APP, CODES, NEW_PASSKEY, REMOVE_APP, removePasskeyPath, renamePasskeyPath } from './schema.ts';
import { cancelRecoveryPath, type OpenRecovery } from './recovery/schema.ts';
import type { OwnFactors } from './service.ts';

type FactorsProps = Readonly<{ own: OwnFactors }>;

/** Everything that protects one's own account beside the password. */
export function SecondFactorPage({ own }: FactorsProps) {
  return (
    <>
      {own.recovery ? <RecoveryWarning recovery={own.recovery} /> : null}
      {own.need === 'required' ? (
        <Banner kind="warning" title="Hãy thêm bước xác thực thứ hai trước khi làm việc">
          <p>Vị trí của bạn chỉ làm việc được khi đăng nhập có hai bước. Chọn một trong hai cách dưới đây.</p>
        </Banner>
      ) : null}
      <AppPanel own={own} />
      <PasskeysPanel own={own} />
      <CodesPanel own={own} />
    </>
  );
}

function RecoveryWarning({ recovery }: Readonly<{ recovery: OpenRecovery }>) {
  return (
    <Banner kind="warning" title="Có người yêu cầu khôi phục tài khoản của bạn">
      <p>
        {recovery.openerName} lập yêu cầu lúc {formatDateTime(recovery.openedAt)}: {recovery.reason}. Nếu bạn
        không nhờ việc này, hãy hủy ngay và báo lãnh đạo đơn vị.
      </p>
      <Form action={cancelRecoveryPath(recovery.id)}>
        <Button variant="warning">Hủy yêu cầu khôi phục</Button>
      </Form>
    </Banner>
  );
}

function AppPanel({ own }: FactorsProps) {
  return (
    <Panel title="Ứng dụng tạo mã" aside={<OnOff isOn={own.hasApp} />}>
      <p>
        Ứng dụng trên điện thoại cho một mã 6 chữ số, đổi sau mỗi 30 giây, không cần mạng. Khi đăng nhập, bạn
        nhập mã này sau mật khẩu.
      </p>
      {own.hasApp ? (
        <p>
          <Link href={APP}>Đổi sang điện thoại khác</Link> · <Link href={REMOVE_APP}>Gỡ ứng dụng tạo mã</Link>
        </p>
      ) : (
        <Button href={APP} variant="secondary">
          Thêm ứng dụng tạo mã
        </Button>
      )}
    </Panel>
  );
}

function PasskeysPanel({ own }: FactorsProps) {
  return (
    <Panel title="Khóa truy cập (passkey)" aside={<OnOff isOn={own.passkeys.length > 0} />}>
      <p>
        Đăng nhập bằng vân tay, khuôn mặt hoặc mã khóa của thiết bị, hoặc bằng khóa bảo mật USB, không cần mật
        khẩu. Trang web giả mạo không lấy được khóa này.
      </p>
      {own.passkeys.length === 0 ? (
        <EmptyState title="Chưa có khóa nào" text="Nên thêm khóa trên từng thiết bị bạn thường dùng." />
      ) : (
        <DefinitionTable
          caption="Khóa truy cập của bạn"
          head={['Tên', 'Thêm ngày', 'Dùng gần nhất', 'Việc']}
          rows={own.passkeys.map((passkey) => [
            passkey.name,
            formatDate(passkey.createdAt),
            passkey.usedAt === null ? 'Chưa dùng' : formatDateTime(passkey.usedAt),
            <>
              <Link href={renamePasskeyPath(passkey.id)} about={passkey.name}>
                Đổi tên
              </Link>
              {' · '}
              <Link href={removePasskeyPath(passkey.id)} about={passkey.name}>
                Gỡ
              </Link>
            </>,
          ])}
        />
      )}
      <Button href={NEW_PASSKEY} variant="secondary">
        Thêm khóa truy cập
      </Button>
    </Panel>
  );
}

function CodesPanel({ own }: FactorsProps) {
  const hasAny = own.hasApp || own.passkeys.length > 0;
  return (
    <Panel title="Mã dự phòng">
      <p>
        {CODES_PER_SHEET} mã in ra giấy, dùng khi không có điện thoại hay khóa bên mình. Mỗi mã dùng một lần.
      </p>
      {hasAny ? (
        <p>
          Còn {own.codesLeft} mã chưa dùng. <Link href={CODES}>Tạo bộ mã mới</Link>
        </p>
      ) : (
        <p>Bạn sẽ nhận mã dự phòng khi thêm cách xác thực đầu tiên.</p>
      )}
      <p>
        Mất hết các cách trên? Hãy gặp quản trị hệ thống để lập yêu cầu khôi phục; một người khác sẽ xác nhận.
      </p>
    </Panel>
  );
}

function OnOff({ isOn }: Readonly<{ isOn: boolean }>) {
  return isOn ? <StateTag tone="fine" text="Đang dùng" /> : <StateTag text="Chưa dùng" />;
}
