import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ROLE_LABELS } from '#foundation/access/roles.ts';
import { officerPath, PEOPLE, postPath } from '../../paths.ts';
import { PeopleTabs } from '../../people-tabs.tsx';
import { OFFICERS_PER_PAGE, type OfficerFilter, type OfficerLine, officerList } from './schema.ts';

type OfficerListProps = Readonly<{
  filter: OfficerFilter;
  lines: readonly OfficerLine[];
  total: number;
  unitOptions: readonly Option[];
  unitName: (unitId: number) => string;
  mayChange: boolean;
  withAccounts: boolean;
  withRecoveries: boolean;
}>;

/** Who works where, found by name without accents, by unit and by role. */
export function OfficerListPage(props: OfficerListProps) {
  const { filter, lines, total } = props;
  return (
    <>
      <PeopleTabs
        current="officers"
        withAccounts={props.withAccounts}
        withRecoveries={props.withRecoveries}
      />
      <OfficerFilters {...props} />
      <DataTable
        caption="Cán bộ"
        columns={[
          { key: 'name', header: 'Họ và tên', cell: NameCell },
          { key: 'posts', header: 'Vị trí', cell: (line) => <PostsCell line={line} {...props} /> },
          { key: 'contact', header: 'Liên hệ', cell: ContactCell },
          { key: 'account', header: 'Tài khoản', cell: AccountCell },
        ]}
        rows={lines}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => officerPath(id)}
        hrefFor={({ page }) => officerList.href(filter, { page })}
        paging={{ page: filter.page, pageSize: OFFICERS_PER_PAGE, total }}
        exports={officerList.files(filter)}
        empty={<NobodyFound {...props} />}
      />
    </>
  );
}

function OfficerFilters({ filter, unitOptions }: OfficerListProps) {
  const active = officerList.active(filter, {
    q: filter.q && `Tên có “${filter.q}”`,
    unit: unitOptions.find(({ value }) => value === String(filter.unit))?.text ?? '',
    role: filter.role ? ROLE_LABELS[filter.role] : '',
  });
  return (
    <FilterBar action={PEOPLE} active={active} clearHref={PEOPLE}>
      <TextField
        id="q"
        name="q"
        label="Họ tên hoặc tên đăng nhập"
        labelHidden
        value={filter.q}
        type="search"
        placeholder="Họ tên, gõ không dấu cũng được"
      />
      <FilterSelect name="unit" label="Đơn vị" options={unitOptions} value={filter.unit} all="Mọi đơn vị" />
      <FilterSelect
        name="role"
        label="Vai trò"
        options={optionsOf(ROLE_LABELS)}
        value={filter.role}
        all="Mọi vai trò"
      />
    </FilterBar>
  );
}

function NameCell({ id, fullName }: OfficerLine) {
  return <Link href={officerPath(id)}>{fullName}</Link>;
}

function PostsCell({ line, unitName }: Readonly<{ line: OfficerLine } & Pick<OfficerListProps, 'unitName'>>) {
  if (line.posts.length === 0) return <Note>Hiện không giữ vị trí nào</Note>;
  return (
    <>
      {line.posts.map((post) => (
        <div key={post.postId}>
          <Link href={postPath(post.postId)}>{post.title}</Link>
          <Note>{unitName(post.unitId)}</Note>
        </div>
      ))}
    </>
  );
}

function ContactCell({ phone, email }: OfficerLine) {
  return [phone, email].filter(Boolean).join(' · ') || '–';
}

function AccountCell({ login, isDisabled }: OfficerLine) {
  if (login === null) return <StateTag text="Chưa có" />;
  return (
    <>
      {login} {isDisabled ? <StateTag tone="late" text="Đã khóa" /> : null}
    </>
  );
}

function NobodyFound({ filter, mayChange }: OfficerListProps) {
  const isNarrowed = filter.q !== '' || filter.unit !== null || filter.role !== null;
  if (isNarrowed) {
    return (
      <EmptyState
        title="Không tìm thấy cán bộ nào"
        text="Hãy thử ít từ hơn, hoặc bỏ bớt bộ lọc đơn vị và vai trò."
        action={<Link href={PEOPLE}>Xem tất cả</Link>}
      />
    );
  }
  return (
    <EmptyState
      title="Chưa có cán bộ nào"
      text="Thêm cán bộ, rồi giao vị trí công tác và cấp tài khoản cho họ."
      action={mayChange ? <Button href="/people/officers/new">Thêm cán bộ</Button> : null}
    />
  );
}
