import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import { type FileFormat, withQuery } from '#web/http/list-state.ts';
import { ancestorsOf } from '../rules.ts';
import {
  organisationPaths,
  type OrganisationTree,
  UNIT_FUNCTION_LABELS,
  UNIT_KIND_LABELS,
  UNIT_KINDS,
  UNIT_LEVEL_LABELS,
  type Unit,
  type UnitKind,
} from '../schema.ts';

/** What part of the organisation is asked for, as the address says. */
export type TreeFilter = {
  readonly date: LocalDate;
  /** Whether the date is today's and so need not stand in addresses. */
  readonly isToday: boolean;
  /** The date as it was typed, when it is none. */
  readonly wrongDate: string | null;
  readonly words: string;
  readonly kind: UnitKind | null;
};

export function filterOf(query: Readonly<Record<string, string | undefined>>, now: Date): TreeFilter {
  const today = localDateOf(now);
  const typed = query['date']?.trim() ?? '';
  const date = typed === '' ? today : parseDate(typed);
  return {
    date: date ?? today,
    isToday: (date ?? today) === today,
    wrongDate: date === null ? typed : null,
    words: query['q']?.trim() ?? '',
    kind: UNIT_KINDS.find((kind) => kind === query['kind']) ?? null,
  };
}

/** The address of the same tree with something changed. */
export function treeHref(
  filter: TreeFilter,
  change: Partial<TreeFilter> & { readonly format?: FileFormat } = {},
): string {
  const { isToday, date, words, kind, format } = { format: null, ...filter, ...change };
  return withQuery(organisationPaths.tree, { date: isToday ? null : date, q: words, kind, format });
}

/** The address of a unit as of the date of the tree. */
export function unitHref(filter: Pick<TreeFilter, 'date' | 'isToday'>, code: string): string {
  return withQuery(organisationPaths.unit(code), { date: filter.isToday ? null : filter.date });
}

/** Units that have all typed words in their name, code or identifiers, in the order of the tree. */
export function unitsFound(tree: OrganisationTree, words: string): readonly Unit[] {
  const asked = fold(words).split(' ').filter(Boolean);
  return unitsInOrder(tree).filter((unit) => {
    const text = fold(
      [unit.name, unit.shortName, unit.code, unit.administrativeCode, unit.agencyId, unit.agencyIdNew].join(
        ' ',
      ),
    );
    return asked.every((word) => text.includes(word));
  });
}

/** How many units of each kind there are. */
export function countsOf(units: readonly Unit[]): ReadonlyMap<UnitKind, number> {
  const counts = new Map<UnitKind, number>();
  for (const unit of units) counts.set(unit.kind, (counts.get(unit.kind) ?? 0) + 1);
  return counts;
}

/** Columns of the exported list. */
export function exportColumns(tree: OrganisationTree): readonly ExportColumn<Unit>[] {
  return [
    { header: 'Mã đơn vị', value: (unit) => unit.code, width: 28 },
    { header: 'Tên đơn vị', value: (unit) => unit.name, width: 48 },
    { header: 'Tên gọi ngắn', value: (unit) => unit.shortName, width: 28 },
    { header: 'Loại', value: (unit) => UNIT_KIND_LABELS[unit.kind], width: 24 },
    { header: 'Cấp', value: (unit) => UNIT_LEVEL_LABELS[unit.level] },
    { header: 'Cơ quan cấp trên', value: (unit) => parentName(tree, unit), width: 40 },
    { header: 'Lĩnh vực', value: (unit) => functionsOf(unit), width: 32 },
    { header: 'Mã đơn vị hành chính', value: (unit) => unit.administrativeCode },
    { header: 'Mã định danh (QCVN 102:2016/BTTTT)', value: (unit) => unit.agencyId },
    { header: 'Mã định danh (Quyết định 20/2020/QĐ-TTg)', value: (unit) => unit.agencyIdNew },
    { header: 'Địa chỉ', value: (unit) => unit.address, width: 40 },
    { header: 'Điện thoại', value: (unit) => unit.phone },
    { header: 'Từ ngày', value: (unit) => formatDate(unit.validFrom) },
    {
      header: 'Đến hết ngày trước',
      value: (unit) => (unit.validTo === null ? '' : formatDate(unit.validTo)),
    },
  ];
}

/** The unit above a unit and those above that, nearest first, as one line. */
export function lineAbove(tree: OrganisationTree, unit: Unit): string {
  const [, ...above] = ancestorsOf(tree, unit.id);
  return above.map((ancestor) => ancestor.shortName).join(' · ');
}

export function functionsOf(unit: Pick<Unit, 'functions'>): string {
  return unit.functions.map((field) => UNIT_FUNCTION_LABELS[field]).join('; ');
}

function parentName(tree: OrganisationTree, unit: Unit): string {
  return unit.parentId === null ? '' : (tree.units.get(unit.parentId)?.name ?? '');
}

function unitsInOrder(tree: OrganisationTree, parentId: number | null = null): readonly Unit[] {
  const children = tree.children.get(parentId) ?? [];
  return children.flatMap((unit) => [unit, ...unitsInOrder(tree, unit.id)]);
}
