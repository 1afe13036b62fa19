import { codesOf, type Labels } from '#kernel/labels.ts';

export type Role =
  | 'one-stop'
  | 'specialist'
  | 'unit-leader'
  | 'chairman'
  | 'records-clerk'
  | 'home-affairs'
  | 'it-administrator'
  | 'inspector'
  | 'data-protection';

/** Roles that a post can carry, in the words of the administration. */
export const ROLE_LABELS = {
  'one-stop': 'Cán bộ một cửa',
  specialist: 'Chuyên viên',
  'unit-leader': 'Lãnh đạo đơn vị',
  chairman: 'Lãnh đạo Ủy ban nhân dân',
  'records-clerk': 'Văn thư',
  'home-affairs': 'Cán bộ cải cách hành chính',
  'it-administrator': 'Quản trị hệ thống',
  inspector: 'Thanh tra, kiểm tra',
  'data-protection': 'Phụ trách bảo vệ dữ liệu cá nhân',
} as const satisfies Labels<Role>;

export const ROLES = codesOf(ROLE_LABELS);
