import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

export type UnitKind =
  'people-committee' | 'department' | 'one-stop' | 'service-unit' | 'school' | 'sector-agency';
export type UnitLevel = 'province' | 'district' | 'commune';

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

export const UNIT_KINDS = codesOf(UNIT_KIND_LABELS);
export const UNIT_LEVELS = codesOf(UNIT_LEVEL_LABELS);

export type UnitFunction =
  | 'people-committee'
  | 'office'
  | 'one-stop'
  | 'home-affairs'
  | 'justice'
  | 'finance-planning'
  | 'natural-resources'
  | 'economy-infrastructure'
  | 'labour-social'
  | 'education'
  | 'culture'
  | 'agriculture'
  | 'health'
  | 'ethnic'
  | 'inspectorate'
  | 'land-registry'
  | 'tax'
  | 'police'
  | 'social-insurance';

/**
 * Fields of work a process step can ask for; a step finds its unit by them, so that a reorganisation does not break
 * procedures. The fields are those of the specialised agencies of Decree 37/2014/NĐ-CP, Art. 7–8, and of the agencies
 * that take part in one-stop procedures.
 */
export const UNIT_FUNCTION_LABELS = {
  'people-committee': 'Ủy ban nhân dân',
  office: 'Văn phòng, tổng hợp',
  'one-stop': 'Tiếp nhận và trả kết quả',
  'home-affairs': 'Nội vụ',
  justice: 'Tư pháp',
  'finance-planning': 'Tài chính - Kế hoạch',
  'natural-resources': 'Tài nguyên và môi trường',
  'economy-infrastructure': 'Kinh tế và hạ tầng',
  'labour-social': 'Lao động, thương binh và xã hội',
  education: 'Giáo dục và đào tạo',
  culture: 'Văn hóa và thông tin',
  agriculture: 'Nông nghiệp và phát triển nông thôn',
  health: 'Y tế',
  ethnic: 'Dân tộc',
  inspectorate: 'Thanh tra',
  'land-registry': 'Đăng ký đất đai',
  tax: 'Thuế',
  police: 'Công an',
  'social-insurance': 'Bảo hiểm xã hội',
} as const satisfies Labels<UnitFunction>;

export const UNIT_FUNCTIONS = codesOf(UNIT_FUNCTION_LABELS);

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
  /** Fields of work a process step can ask for: `justice`, `one-stop`, … The principal one stands first. */
  readonly functions: readonly UnitFunction[];
  readonly administrativeCode: string | null;
  /** Agency identifier of QCVN 102:2016/BTTTT, for example 000.17.22.H08. */
  readonly agencyId: string | null;
  /** Agency identifier of Decision 20/2020/QĐ-TTg, for example H08.22.17. */
  readonly agencyIdNew: string | null;
  /** Where people find it now; the same for every version of the unit. */
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

/** A unit that ended and the unit that takes over its work, by id. */
export type UnitSuccession = {
  readonly predecessorId: number;
  readonly successorId: number;
  readonly actId: number;
  readonly effectiveOn: LocalDate;
};

/** Addresses of the staff pages of the organisation. */
export const organisationPaths = {
  tree: '/organisation',
  unit: (code: string) => `/organisation/units/${code}`,
  contact: (code: string) => `/organisation/units/${code}/contact`,
  acts: '/organisation/acts',
  newAct: '/organisation/acts/new',
  act: (code: string) => `/organisation/acts/${code}`,
  actDocument: (code: string) => `/organisation/acts/${code}/document`,
} as const;
