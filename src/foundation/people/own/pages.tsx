import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import type { OwnSession } from '#foundation/access/sessions/schema.ts';
import { SECOND_FACTOR } from '#foundation/access/second-factor/schema.ts';
import type { Actor } from '#foundation/context.ts';
import { endSubstitutionPath, substitutePath } from '../paths.ts';
import { periodWords, roleWords } from '../words.ts';
import { browserWords } from './browser-words.ts';
import type { OwnAccount } from './service.ts';

type OwnPageProps = Readonly<{ own: OwnAccount; actor: Actor; unitName: (unitId: number) => string }>;

/** One's own data, posts, substitutes, sessions and password. */
export function OwnPage(props: OwnPageProps) {
  return (
    <>
      <OwnData {...props} />
      <OwnPosts {...props} />
      <OwnSubstitutes {...props} />
      <OwnSessions sessions={props.own.sessions} />
    </>
  );
}

function OwnData({ own }: OwnPageProps) {
  const { officer, login } = own;
  return (
    <Panel
      title="Thông tin của bạn"
      aside={
        <>
          <Link href={SECOND_FACTOR}>Bảo vệ đăng nhập</Link> ·{' '}
          <Link href="/account/password">Đổi mật khẩu</Link>
        </>
      }
    >
      <SummaryList
        rows={[
          { key: 'Họ và tên', value: officer.fullName },
          { key: 'Tên đăng nhập', value: login },
          { key: 'Điện thoại', value: officer.phone || 'Chưa có' },
          { key: 'Thư điện tử', value: officer.email || 'Chưa có' },
        ]}
      />
      <p>Thông tin chưa đúng? Hãy báo cán bộ phụ trách nhân sự hoặc quản trị hệ thống để sửa.</p>
    </Panel>
  );
}

function OwnPosts({ actor, unitName }: OwnPageProps) {
  return (
    <Panel title="Vị trí công tác">
      <DefinitionTable
        caption="Vị trí bạn giữ hoặc làm thay"
        head={['Vị trí', 'Đơn vị', 'Vai trò', 'Trạng thái']}
        rows={actor.posts.map((post) => [
          post.title,
          unitName(post.unitId),
          roleWords(post.roles),
          <>
            {post.postId === actor.post.postId ? <StateTag tone="fine" text="Đang làm việc" /> : null}{' '}
            {post.substitutesFor === null ? (
              <Link href={substitutePath(post.postId)} about={post.title}>
                Cử người làm thay
              </Link>
            ) : (
              `Làm thay ${post.substitutesFor}`
            )}
          </>,
        ])}
      />
    </Panel>
  );
}

function OwnSubstitutes({ own, actor }: OwnPageProps) {
  const titles = new Map(actor.posts.map(({ postId, title }) => [postId, title]));
  return (
    <Panel title="Người làm thay bạn">
      {own.substitutions.length === 0 ? (
        <EmptyState
          title="Bạn chưa cử ai làm thay"
          text="Trước khi nghỉ phép hoặc đi công tác, hãy cử người làm thay để hồ sơ không bị chậm."
        />
      ) : (
        <DefinitionTable
          caption="Người làm thay bạn"
          head={['Họ và tên', 'Vị trí', 'Thời gian', 'Lý do', 'Việc']}
          rows={own.substitutions.map((substitution) => [
            substitution.substituteName,
            titles.get(substitution.postId) ?? '',
            periodWords(substitution),
            substitution.reason,
            <Link href={endSubstitutionPath(substitution.id)} about={substitution.substituteName}>
              Kết thúc
            </Link>,
          ])}
        />
      )}
    </Panel>
  );
}

function OwnSessions({ sessions }: Readonly<{ sessions: readonly OwnSession[] }>) {
  return (
    <Panel title="Phiên đăng nhập">
      <DefinitionTable
        caption="Nơi bạn đang đăng nhập"
        head={['Trình duyệt', 'Địa chỉ mạng', 'Đăng nhập lúc', 'Dùng gần nhất', 'Việc']}
        rows={sessions.map((session) => [
          browserWords(session.userAgent),
          session.address,
          formatDateTime(session.createdAt),
          formatDateTime(session.seenAt),
          session.isThisOne ? <StateTag tone="fine" text="Phiên này" /> : <EndSession session={session} />,
        ])}
      />
      {sessions.length > 1 ? (
        <Form action="/account/sessions/end-others">
          <Button variant="secondary">Kết thúc mọi phiên khác</Button>
        </Form>
      ) : null}
      <p>Thấy phiên đăng nhập lạ? Hãy kết thúc phiên đó và đổi mật khẩu ngay.</p>
    </Panel>
  );
}

function EndSession({ session }: Readonly<{ session: OwnSession }>) {
  return (
    <Form action={`/account/sessions/${session.id}/end`}>
      <Button variant="link">Kết thúc phiên</Button>
    </Form>
  );
}
