import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { AccountTag } from '../officers/details/pages.tsx';
import { ACCOUNTS, officerPath } from '../paths.ts';
import { PeopleTabs } from '../people-tabs.tsx';
import {
  ACCOUNT_STATE_LABELS,
  type AccountFilter,
  type AccountLine,
  accountList,
  ACCOUNTS_PER_PAGE,
} from './schema.ts';

type AccountListProps = Readonly<{
  filter: AccountFilter;
  /** The accounts of the page that is shown. */
  lines: readonly AccountLine[];
  total: number;
  now: Date;
}>;

/** Who can sign in. */
export function AccountListPage({ filter, lines, total, now }: AccountListProps) {
  return (
    <>
      <PeopleTabs current="accounts" withAccounts withRecoveries />
      <AccountFilters filter={filter} />
      <DataTable
        caption="Tài khoản"
        columns={[
          { key: 'login', header: 'Tên đăng nhập', cell: ({ login }) => login },
          { key: 'officer', header: 'Cán bộ', cell: OfficerCell },
          { key: 'state', header: 'Trạng thái', cell: (line) => <AccountTag account={line} now={now} /> },
          { key: 'used', header: 'Đăng nhập gần nhất (30 ngày)', cell: LastSignInCell },
        ]}
        rows={lines}
        rowKey={({ id }) => String(id)}
        rowHref={({ officerId }) => officerPath(officerId)}
        hrefFor={({ page }) => accountList.href(filter, { page })}
        paging={{ page: filter.page, pageSize: ACCOUNTS_PER_PAGE, total }}
        exports={accountList.files(filter)}
        empty={
          <EmptyState
            title="Không có tài khoản nào như vậy"
            text="Tài khoản mới được cấp từ trang của từng cán bộ."
            action={<Link href={ACCOUNTS}>Xem tất cả</Link>}
          />
        }
      />
    </>
  );
}

function AccountFilters({ filter }: Pick<AccountListProps, 'filter'>) {
  const active = accountList.active(filter, {
    q: filter.q && `Có “${filter.q}”`,
    state: filter.state ? ACCOUNT_STATE_LABELS[filter.state] : '',
  });
  return (
    <FilterBar action={ACCOUNTS} active={active} clearHref={ACCOUNTS}>
      <TextField
        id="q"
        name="q"
        label="Tên đăng nhập hoặc họ tên"
        labelHidden
        value={filter.q}
        type="search"
        placeholder="Tên đăng nhập hoặc họ tên"
      />
      <FilterSelect
        name="state"
        label="Trạng thái"
        options={optionsOf(ACCOUNT_STATE_LABELS)}
        value={filter.state}
        all="Mọi trạng thái"
      />
    </FilterBar>
  );
}

function OfficerCell({ officerId, officerName, postTitles }: AccountLine) {
  return (
    <>
      <Link href={officerPath(officerId)}>{officerName}</Link>
      <Note>{postTitles || 'Hiện không giữ vị trí nào nên không đăng nhập được'}</Note>
    </>
  );
}

function LastSignInCell({ lastSignInAt }: AccountLine) {
  return lastSignInAt === null ? '–' : formatDateTime(lastSignInAt);
}
