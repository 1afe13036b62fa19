import { formatDate } from '#kernel/vietnamese/format.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { ROLE_LABELS } from '#foundation/access/roles.ts';
import { officerPath, postPath, POSTS } from '../../paths.ts';
import { PeopleTabs } from '../../people-tabs.tsx';
import { lastDay, roleWords } from '../../words.ts';
import { type PostFilter, type PostLine, postList, POSTS_PER_PAGE } from './schema.ts';

type PostListProps = Readonly<{
  filter: PostFilter;
  /** The posts of the page that is shown. */
  lines: readonly PostLine[];
  total: number;
  unitOptions: readonly Option[];
  unitName: (unitId: number) => string;
  withAccounts: boolean;
  withRecoveries: boolean;
}>;

/** The posts of units with who holds them now; vacant ones stand out. */
export function PostListPage(props: PostListProps) {
  const { filter, lines, total, unitName } = props;
  return (
    <>
      <PeopleTabs current="posts" withAccounts={props.withAccounts} withRecoveries={props.withRecoveries} />
      <PostFilters {...props} />
      <DataTable
        caption="Vị trí công tác"
        columns={[
          { key: 'unit', header: 'Đơn vị', cell: ({ unitId }) => unitName(unitId) },
          { key: 'title', header: 'Vị trí', cell: TitleCell },
          { key: 'roles', header: 'Vai trò', cell: ({ roles }) => roleWords(roles) },
          { key: 'holder', header: 'Người giữ', cell: HolderCell },
        ]}
        rows={lines}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => postPath(id)}
        hrefFor={({ page }) => postList.href(filter, { page })}
        paging={{ page: filter.page, pageSize: POSTS_PER_PAGE, total }}
        exports={postList.files(filter)}
        empty={
          <EmptyState
            title="Không có vị trí nào như vậy"
            text="Hãy bỏ bớt bộ lọc đơn vị, vai trò hoặc vị trí khuyết."
            action={<Link href={POSTS}>Xem tất cả</Link>}
          />
        }
      />
    </>
  );
}

function PostFilters({ filter, unitOptions }: PostListProps) {
  const active = postList.active(filter, {
    unit: unitOptions.find(({ value }) => value === String(filter.unit))?.text ?? '',
    role: filter.role ? ROLE_LABELS[filter.role] : '',
    vacant: filter.vacant && 'Đang khuyết',
  });
  return (
    <FilterBar action={POSTS} active={active} clearHref={POSTS}>
      <FilterSelect name="unit" label="Đơn vị" options={unitOptions} value={filter.unit} all="Mọi đơn vị" />
      <FilterSelect
        name="role"
        label="Vai trò"
        options={optionsOf(ROLE_LABELS)}
        value={filter.role}
        all="Mọi vai trò"
      />
      <Checkbox
        id="vacant"
        name="vacant"
        label="Chỉ vị trí đang khuyết"
        checked={filter.vacant === 'yes'}
        small
      />
    </FilterBar>
  );
}

function TitleCell({ id, title, validTo }: PostLine) {
  return (
    <>
      <Link href={postPath(id)}>{title}</Link>
      {validTo ? <Note>Kết thúc ngày {formatDate(validTo)}</Note> : null}
    </>
  );
}

function HolderCell(line: PostLine) {
  return (
    <>
      {line.holderId === null || line.holderName === null ? (
        <StateTag tone="soon" text="Đang khuyết" />
      ) : (
        <Link href={officerPath(line.holderId)}>{line.holderName}</Link>
      )}
      {line.substituteName && line.substituteUntil ? (
        <Note>
          {line.substituteName} làm thay đến hết {lastDay(line.substituteUntil)}
        </Note>
      ) : null}
    </>
  );
}
