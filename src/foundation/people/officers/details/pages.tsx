import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/timeline.tsx';
import { openRecoveryPath, recoveryPath } from '#foundation/access/second-factor/recovery/schema.ts';
import { accountPath, officerPath, postPath, POSTS } from '../../paths.ts';
import { periodWords, PHASE_LABELS, phaseOf } from '../../words.ts';
import type { OfficerDetails } from './service.ts';

type OfficerPageProps = Readonly<{
  details: OfficerDetails;
  unitName: (unitId: number) => string;
  history: readonly TimelineEntry[];
  now: Date;
}>;

/** A person: contact, posts with periods, substitutions, account, everything that happened. */
export function OfficerPage(props: OfficerPageProps) {
  return (
    <Columns
      side={
        <>
          <AccountPanel {...props} />
          <Panel title="Diễn biến">
            <Timeline entries={props.history} label="Diễn biến của cán bộ và tài khoản" />
          </Panel>
        </>
      }
    >
      <Contact {...props} />
      <HeldPosts {...props} />
      <Substituted {...props} />
    </Columns>
  );
}

function Contact({ details }: OfficerPageProps) {
  const { officer } = details;
  return (
    <SummaryList
      rows={[
        { key: 'Điện thoại', value: officer.phone || 'Chưa có' },
        { key: 'Thư điện tử', value: officer.email || 'Chưa có' },
        ...(officer.note ? [{ key: 'Ghi chú', value: officer.note }] : []),
      ]}
    />
  );
}

function HeldPosts({ details, unitName, now }: OfficerPageProps) {
  if (details.held.length === 0) {
    return (
      <Panel title="Vị trí công tác">
        <EmptyState
          title="Chưa giữ vị trí nào"
          text="Người không giữ vị trí nào thì không đăng nhập được. Mở trang của một vị trí đang khuyết để giao."
          action={details.mayChange ? <Link href={`${POSTS}?vacant=yes`}>Xem vị trí đang khuyết</Link> : null}
        />
      </Panel>
    );
  }
  return (
    <Panel title="Vị trí công tác">
      <DefinitionTable
        caption="Vị trí đã và đang giữ"
        head={['Vị trí', 'Đơn vị', 'Thời gian', 'Quyết định', 'Trạng thái']}
        rows={details.held.map((held) => [
          <Link href={postPath(held.postId)}>{held.title}</Link>,
          unitName(held.unitId),
          periodWords(held),
          held.decision,
          PHASE_LABELS[phaseOf(held, now)],
        ])}
      />
    </Panel>
  );
}

function Substituted({ details, unitName }: OfficerPageProps) {
  if (details.substituted.length === 0) return null;
  return (
    <Panel title="Làm thay người khác">
      <DefinitionTable
        caption="Vị trí đã và đang làm thay"
        head={['Vị trí', 'Đơn vị', 'Thời gian', 'Lý do']}
        rows={details.substituted.map((substituted) => [
          <Link href={postPath(substituted.postId)}>{substituted.title}</Link>,
          unitName(substituted.unitId),
          periodWords(substituted),
          substituted.reason,
        ])}
      />
    </Panel>
  );
}

function AccountPanel({ details, now }: OfficerPageProps) {
  const { account, officer, mayManageAccount } = details;
  if (account === null) {
    return (
      <Panel title="Tài khoản">
        <p>Chưa có tài khoản đăng nhập.</p>
        {mayManageAccount ? (
          <Button href={`${officerPath(officer.id)}/account`} variant="secondary">
            Cấp tài khoản
          </Button>
        ) : null}
      </Panel>
    );
  }
  return (
    <Panel title="Tài khoản" aside={<AccountTag account={account} now={now} />}>
      <SummaryList
        rows={[
          { key: 'Tên đăng nhập', value: account.login },
          { key: 'Cấp lúc', value: formatDateTime(account.createdAt) },
        ]}
      />
      {details.recovery ? (
        <Banner kind="warning" title="Đang chờ xác nhận khôi phục">
          <p>
            <Link href={recoveryPath(details.recovery.id)}>
              Xem yêu cầu của {details.recovery.openerName}
            </Link>
          </p>
        </Banner>
      ) : null}
      {mayManageAccount ? <AccountLinks account={account} /> : null}
    </Panel>
  );
}

type AccountProps = Readonly<{ account: NonNullable<OfficerDetails['account']> }>;

function AccountLinks({ account }: AccountProps) {
  return (
    <ul class="govuk-list">
      <li>
        <Link href={accountPath(account.id, 'reset')}>Cấp lại mật khẩu</Link>
      </li>
      <li>
        <Link href={accountPath(account.id, 'sign-out')}>Kết thúc mọi phiên đăng nhập</Link>
      </li>
      <li>
        <Link href={openRecoveryPath(account.id)}>Khôi phục khi mất mọi cách đăng nhập</Link>
      </li>
      <li>
        {account.disabledAt === null ? (
          <Link href={accountPath(account.id, 'disable')}>Khóa tài khoản</Link>
        ) : (
          <Link href={accountPath(account.id, 'enable')}>Mở lại tài khoản</Link>
        )}
      </li>
    </ul>
  );
}

/** The state of an account in two words. */
export function AccountTag({
  account,
  now,
}: Readonly<{
  account: Pick<AccountProps['account'], 'disabledAt' | 'mustChangePassword' | 'passwordExpiresAt'>;
  now: Date;
}>) {
  if (account.disabledAt !== null) return <StateTag tone="late" text="Đã khóa" />;
  if (!account.mustChangePassword) return <StateTag tone="fine" text="Đang dùng" />;
  const isExpired = account.passwordExpiresAt !== null && account.passwordExpiresAt <= now;
  if (isExpired) return <StateTag tone="late" text="Mật khẩu hết hạn" />;
  return <StateTag tone="soon" text="Chờ đổi mật khẩu" />;
}
