import { formatDate } from '#kernel/vietnamese/format.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import type { Option } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { ROLE_LABELS, ROLES } from '#foundation/access/roles.ts';
import { officerPath, postPath, POSTS, postsPath } from '../../paths.ts';
import { PeopleTabs } from '../../people-tabs.tsx';
import { lastDay, roleWords } from '../../words.ts';
import { type PostFilter, type PostLine, POSTS_PER_PAGE } from './schema.ts';

type PostListProps = Readonly<{
  filter: PostFilter;
  /** The posts of the page that is shown. */
  lines: readonly PostLine[];
  total: number;
  unitOptions: readonly Option[];
  unitName: (unitId: number) => string;
  withAccounts: boolean;
}>;

/** The posts of units with who holds them now; vacant ones stand out. */
export function PostListPage(props: PostListProps) {
  const { filter, lines, total, unitName } = props;
  return (
    <>
      <PeopleTabs current="posts" withAccounts={props.withAccounts} />
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
        hrefFor={({ page }) => postsPath({ ...filter, page })}
        paging={{ page: filter.page, pageSize: POSTS_PER_PAGE, total }}
        exports={[
          { href: postsPath(filter, 'csv'), text: 'CSV' },
          { href: postsPath(filter, 'xlsx'), text: 'Excel' },
        ]}
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
  const unit = unitOptions.find(({ value }) => value === String(filter.unitId));
  const active = [
    ...(unit ? [{ text: unit.text, removeHref: postsPath({ ...filter, unitId: null, page: 1 }) }] : []),
    ...(filter.role
      ? [{ text: ROLE_LABELS[filter.role], removeHref: postsPath({ ...filter, role: null, page: 1 }) }]
      : []),
    ...(filter.isVacant
      ? [{ text: 'Đang khuyết', removeHref: postsPath({ ...filter, isVacant: false, page: 1 }) }]
      : []),
  ];
  return (
    <FilterBar action={POSTS} active={active} clearHref={POSTS}>
      <SelectField
        id="unit"
        name="unit"
        label="Đơn vị"
        labelHidden
        options={unitOptions}
        value={filter.unitId === null ? '' : String(filter.unitId)}
        placeholder="Mọi đơn vị"
        autosubmit
      />
      <SelectField
        id="role"
        name="role"
        label="Vai trò"
        labelHidden
        options={ROLES.map((role) => ({ value: role, text: ROLE_LABELS[role] }))}
        value={filter.role ?? ''}
        placeholder="Mọi vai trò"
        autosubmit
      />
      <Checkbox id="vacant" name="vacant" label="Chỉ vị trí đang khuyết" checked={filter.isVacant} small />
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
