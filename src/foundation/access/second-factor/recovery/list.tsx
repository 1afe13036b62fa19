import { Hono } from 'hono';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { AppEnv } from '#foundation/http.ts';
import { type OpenRecovery, RECOVERIES, recoveryPath } from './schema.ts';
import { waitingRecoveries } from './service.ts';

/** Where the second of two people finds what waits for them, without being sent an address. */
export const recoveryListRoutes = new Hono<AppEnv>().get(RECOVERIES, async (c) => {
  const waiting = await waitingRecoveries(c.get('ctx'));
  return c.get('staffPage')(
    { title: 'Khôi phục tài khoản', breadcrumbs: [{ text: 'Cán bộ, vị trí', href: '/people' }] },
    <RecoveryList waiting={waiting} />,
  );
});

function RecoveryList({ waiting }: Readonly<{ waiting: readonly OpenRecovery[] }>) {
  return (
    <Panel title="Yêu cầu đang chờ người thứ hai xác nhận">
      {waiting.length === 0 ? (
        <EmptyState
          title="Không có yêu cầu nào đang chờ"
          text="Quản trị hệ thống lập yêu cầu ở trang của cán bộ mất mọi cách đăng nhập; lãnh đạo đơn vị hoặc quản trị khác xác nhận ở đây."
        />
      ) : (
        <DefinitionTable
          caption="Yêu cầu khôi phục đang chờ"
          head={['Người cần khôi phục', 'Tên đăng nhập', 'Lý do', 'Người lập', 'Hết hạn lúc', 'Việc']}
          rows={waiting.map((recovery) => [
            recovery.officerName,
            recovery.login,
            recovery.reason,
            recovery.openerName,
            formatDateTime(recovery.expiresAt),
            <Link href={recoveryPath(recovery.id)} about={recovery.officerName}>
              Xem và xác nhận
            </Link>,
          ])}
        />
      )}
    </Panel>
  );
}
