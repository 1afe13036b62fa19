import { formatDate } from '#kernel/vietnamese/format.ts';
import { fileLinks } from '#web/http/list-state.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { type ActiveFilter, FilterBar } from '#web/ui/filter-bar.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { TreeList, type TreeNode } from '#web/ui/tree-list.tsx';
import {
  organisationPaths,
  type OrganisationTree,
  UNIT_KIND_LABELS,
  UNIT_KINDS,
  type Unit,
} from '../schema.ts';
import { WrongDate } from './wrong-date.tsx';
import { countsOf, lineAbove, treeHref, type TreeFilter, unitHref } from './view.ts';

type TreePageProps = Readonly<{
  tree: OrganisationTree;
  filter: TreeFilter;
  /** Units that match the typed words, of every kind. */
  found: readonly Unit[];
  /** Prepared acts that wait for somebody to put them in force. */
  preparedActs: number;
}>;

/** The organisation as of a date: the whole tree, or the units that were looked for. */
export function TreePage(props: TreePageProps) {
  const { tree, filter, found } = props;
  const isTree = filter.words === '' && filter.kind === null;
  const shown = found.filter((unit) => filter.kind === null || unit.kind === filter.kind);
  return (
    <>
      <WrongDate filter={filter} />
      <TreeFilters {...props} />
      <KindTabs found={found} filter={filter} />
      {isTree ? (
        <TreeList label="Cây tổ chức" nodes={nodesBelow(tree, filter, null)} />
      ) : (
        <UnitTable tree={tree} filter={filter} units={shown} />
      )}
    </>
  );
}

function TreeFilters({ filter, preparedActs }: TreePageProps) {
  return (
    <FilterBar
      action={organisationPaths.tree}
      hidden={filter.kind === null ? [] : [{ name: 'kind', value: filter.kind }]}
      active={activeFilters(filter)}
      clearHref={organisationPaths.tree}
      aside={
        <>
          <Link href={organisationPaths.acts}>
            Quyết định về tổ chức{preparedActs > 0 ? ` (${preparedActs} chưa thi hành)` : ''}
          </Link>
          <ExportLinks links={fileLinks((format) => treeHref(filter, { format }))} />
        </>
      }
    >
      <TextField
        id="q"
        name="q"
        type="search"
        label="Tìm đơn vị"
        value={filter.words}
        placeholder="Tên hoặc mã"
      />
      <DateField id="date" name="date" label="Tổ chức vào ngày" hint="" value={formatDate(filter.date)} />
    </FilterBar>
  );
}

function activeFilters(filter: TreeFilter): readonly ActiveFilter[] {
  return [
    ...(filter.isToday
      ? []
      : [{ text: `Ngày ${formatDate(filter.date)}`, removeHref: treeHref(filter, { isToday: true }) }]),
    ...(filter.words === ''
      ? []
      : [{ text: `“${filter.words}”`, removeHref: treeHref(filter, { words: '' }) }]),
  ];
}

function KindTabs({ found, filter }: Pick<TreePageProps, 'found' | 'filter'>) {
  const counts = countsOf(found);
  const kinds = UNIT_KINDS.filter((kind) => counts.has(kind) || kind === filter.kind);
  return (
    <Tabs
      label="Loại đơn vị"
      tabs={[
        {
          href: treeHref(filter, { kind: null }),
          text: filter.words === '' ? 'Cả cây' : 'Tất cả',
          count: found.length,
          current: filter.kind === null,
        },
        ...kinds.map((kind) => ({
          href: treeHref(filter, { kind }),
          text: UNIT_KIND_LABELS[kind],
          count: counts.get(kind) ?? 0,
          current: filter.kind === kind,
        })),
      ]}
    />
  );
}

function nodesBelow(
  tree: OrganisationTree,
  filter: TreeFilter,
  parentId: number | null,
): readonly TreeNode[] {
  return (tree.children.get(parentId) ?? []).map((unit) => ({
    key: unit.code,
    title: <Link href={unitHref(filter, unit.code)}>{unit.name}</Link>,
    fact: factOf(unit),
    children: nodesBelow(tree, filter, unit.id),
  }));
}

function factOf(unit: Unit): string {
  const codes = [unit.administrativeCode, unit.agencyId].filter((code) => code !== null);
  return unit.kind === 'people-committee' && codes.length > 0
    ? codes.join(' · ')
    : UNIT_KIND_LABELS[unit.kind];
}

function UnitTable({
  tree,
  filter,
  units,
}: Readonly<{ tree: OrganisationTree; filter: TreeFilter; units: readonly Unit[] }>) {
  const columns: readonly Column<Unit>[] = [
    {
      key: 'name',
      header: 'Đơn vị',
      cell: (unit) => (
        <>
          <Link href={unitHref(filter, unit.code)}>{unit.name}</Link>
          <Note>{lineAbove(tree, unit)}</Note>
        </>
      ),
    },
    { key: 'kind', header: 'Loại', cell: (unit) => UNIT_KIND_LABELS[unit.kind] },
    { key: 'division', header: 'Mã ĐVHC', nowrap: true, cell: (unit) => unit.administrativeCode ?? '' },
    { key: 'agency', header: 'Mã định danh', nowrap: true, cell: (unit) => unit.agencyId ?? '' },
    { key: 'phone', header: 'Điện thoại', nowrap: true, cell: (unit) => unit.phone },
  ];
  return (
    <DataTable
      caption="Đơn vị tìm thấy"
      columns={columns}
      rows={units}
      rowKey={(unit) => unit.code}
      rowHref={(unit) => unitHref(filter, unit.code)}
      empty={
        <EmptyState
          title="Không có đơn vị nào như vậy vào ngày này"
          text="Đơn vị có thể đã đổi tên hoặc chưa thành lập vào ngày đang xem. Hãy thử từ khác hoặc ngày khác."
          action={
            <Button variant="secondary" href={organisationPaths.tree}>
              Xem cả cây
            </Button>
          }
        />
      }
    />
  );
}
