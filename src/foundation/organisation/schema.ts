import type { Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

export type UnitKind =
  'people-committee' | 'department' | 'one-stop' | 'service-unit' | 'school' | 'sector-agency';
export type UnitLevel = 'province' | 'district' | 'commune';
export type ActKind = 'create' | 'rename' | 'move' | 'merge' | 'split' | 'abolish';

export const UNIT_KIND_LABELS = {
  'people-committee': 'Ủy ban nhân dân',
  department: 'Cơ quan chuyên môn',
  'one-stop': 'Bộ phận Tiếp nhận và Trả kết quả',
  'service-unit': 'Đơn vị sự nghiệp',
  school: 'Trường học',
  'sector-agency': 'Cơ quan ngành dọc',
} as const satisfies Labels<UnitKind>;

export const UNIT_LEVEL_LABELS = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
} as const satisfies Labels<UnitLevel>;

/** What a unit is in one period [validFrom, validTo). */
export type UnitVersion = {
  readonly id: number;
  readonly unitId: number;
  readonly code: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentId: number | null;
  /** Field of work a process step can ask for: justice, finance-planning, one-stop, … */
  readonly function: string | null;
  readonly administrativeCode: string | null;
  /** Agency identifier of QCVN 102:2016/BTTTT, for example 000.17.22.H08. */
  readonly agencyId: string | null;
  /** Agency identifier of Decision 20/2020/QĐ-TTg, for example H08.22.17. */
  readonly agencyIdNew: string | null;
  readonly address: string;
  readonly phone: string;
  readonly actId: number;
};

/** A unit as it is on the date of a tree. */
export type Unit = Omit<UnitVersion, 'id' | 'unitId'> & { readonly id: number };

/** All units on one date, by id, with children in the order of their names. */
export type OrganisationTree = {
  readonly date: LocalDate;
  readonly units: ReadonlyMap<number, Unit>;
  readonly children: ReadonlyMap<number | null, readonly Unit[]>;
};
