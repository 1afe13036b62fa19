import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';
import { UNIT_FUNCTIONS, UNIT_KINDS, UNIT_LEVELS } from '../schema.ts';

export type ActKind = 'create' | 'rename' | 'move' | 'merge' | 'split' | 'abolish';
export type ActState = 'prepared' | 'in-force' | 'withdrawn';
export type ActCertainty = 'sure' | 'likely';

export const ACT_KIND_LABELS = {
  create: 'Thành lập',
  rename: 'Đổi tên, điều chỉnh',
  move: 'Chuyển cơ quan quản lý',
  merge: 'Sáp nhập, hợp nhất',
  split: 'Chia, tách',
  abolish: 'Giải thể, kết thúc hoạt động',
} as const satisfies Labels<ActKind>;

export const ACT_STATE_LABELS = {
  prepared: 'Đã soạn, chưa thi hành',
  'in-force': 'Đã đưa vào thi hành',
  withdrawn: 'Đã rút',
} as const satisfies Labels<ActState>;

export const ACT_CERTAINTY_LABELS = {
  sure: 'Đã rõ số và ngày văn bản',
  likely: 'Cần đối chiếu văn bản gốc',
} as const satisfies Labels<ActCertainty>;

export const ACT_KINDS = codesOf(ACT_KIND_LABELS);
export const ACT_STATES = codesOf(ACT_STATE_LABELS);
export const ACT_CERTAINTIES = codesOf(ACT_CERTAINTY_LABELS);

export const unitCode = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Mã đơn vị chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ phong-tu-phap.',
  );
export const unitName = z.string().min(1, 'Nhập tên đơn vị.').max(200, 'Tên đơn vị dài quá 200 ký tự.');
export const unitShortName = z
  .string()
  .min(1, 'Nhập tên gọi ngắn.')
  .max(100, 'Tên gọi ngắn dài quá 100 ký tự.');
const administrativeCode = z
  .string()
  .regex(/^\d{2,5}$/, 'Mã đơn vị hành chính gồm 2, 3 hoặc 5 chữ số, ví dụ 21628.');
const agencyId = z
  .string()
  .regex(/^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/, 'Mã định danh theo QCVN 102:2016/BTTTT có dạng 000.17.22.H08.');
const agencyIdNew = z
  .string()
  .regex(/^[A-Z]\d{2}(\.[A-Z0-9]{2,3})*$/, 'Mã định danh theo Quyết định 20/2020/QĐ-TTg có dạng H08.22.17.');

/** What a unit is, without a period: as an act describes it. Units are named by code. */
export const unitDescriptionSchema = z.object({
  code: unitCode,
  name: unitName,
  shortName: unitShortName,
  kind: z.enum(UNIT_KINDS, 'Chọn loại đơn vị.'),
  level: z.enum(UNIT_LEVELS, 'Chọn cấp hành chính.'),
  parent: unitCode.nullable(),
  functions: z.array(z.enum(UNIT_FUNCTIONS)).readonly(),
  administrativeCode: administrativeCode.nullable(),
  agencyId: agencyId.nullable(),
  agencyIdNew: agencyIdNew.nullable(),
});

/** What else may change with a rename or a move; a field that is not given stays. */
const facets = unitDescriptionSchema
  .pick({
    kind: true,
    level: true,
    functions: true,
    administrativeCode: true,
    agencyId: true,
    agencyIdNew: true,
  })
  .partial();

/** One change by an act, with units by code. A unit that a merger or split makes is created by a change before it. */
export const unitChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), unit: unitDescriptionSchema }),
  z.object({
    kind: z.literal('rename'),
    code: unitCode,
    name: unitName,
    shortName: unitShortName,
    also: facets.optional(),
  }),
  z.object({ kind: z.literal('move'), code: unitCode, parent: unitCode.nullable(), also: facets.optional() }),
  z.object({
    kind: z.literal('merge'),
    from: z.array(unitCode).min(1, 'Chọn đơn vị được sáp nhập.').readonly(),
    into: unitCode,
  }),
  z.object({
    kind: z.literal('split'),
    code: unitCode,
    into: z.array(unitCode).min(2, 'Chia, tách phải ra ít nhất hai đơn vị.').readonly(),
  }),
  z.object({
    kind: z.literal('abolish'),
    code: unitCode,
    successors: z.array(unitCode).readonly(),
    /** Why nobody takes over the work; without it at least one successor is required. */
    withoutSuccessor: z.string().optional(),
  }),
]);

const date = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  'Nhập ngày có thật, ví dụ 01/07/2025.',
);

/** The deciding document of an act, as it is entered. */
export const actDocument = {
  title: z.string().min(1, 'Nhập trích yếu của quyết định.').max(300, 'Trích yếu dài quá 300 ký tự.'),
  effectiveOn: date,
  documentNumber: z.string().max(100, 'Số, ký hiệu dài quá 100 ký tự.'),
  documentIssuedOn: date.nullable(),
  documentIssuer: z
    .string()
    .min(1, 'Nhập cơ quan ban hành văn bản.')
    .max(200, 'Tên cơ quan dài quá 200 ký tự.'),
  certainty: z.enum(ACT_CERTAINTIES),
  note: z.string().max(2000, 'Ghi chú dài quá 2000 ký tự.'),
};

/** A document that counts as certain has a number. */
export const NUMBER_NEEDED = {
  path: ['documentNumber'],
  message: 'Nhập số, ký hiệu văn bản. Nếu chưa có, đánh dấu “Chưa có số hoặc cần đối chiếu văn bản gốc”.',
};

export function hasNumberOrDoubt(act: { certainty: ActCertainty; documentNumber: string }): boolean {
  return act.certainty === 'likely' || act.documentNumber !== '';
}

/** An act as it is prepared: one deciding document with all its changes. */
export const actSchema = z
  .object({
    code: unitCode,
    kind: z.enum(ACT_KINDS, 'Chọn loại quyết định.'),
    ...actDocument,
    changes: z.array(unitChangeSchema).min(1, 'Quyết định phải có ít nhất một thay đổi.').readonly(),
  })
  .refine(hasNumberOrDoubt, NUMBER_NEEDED);

export const actStateSchema = z.enum(ACT_STATES);

export type UnitDescription = Readonly<z.infer<typeof unitDescriptionSchema>>;
export type UnitFacets = Readonly<z.infer<typeof facets>>;
export type UnitChange = Readonly<z.infer<typeof unitChangeSchema>>;
export type ActDraft = Readonly<z.infer<typeof actSchema>>;

/** An act as the system keeps it. */
export type Act = ActDraft & {
  readonly id: number;
  readonly state: ActState;
  readonly decidedAt: Date | null;
};

/** What a unit is from `validFrom` until the day before `validTo`, by code, and the act it began with. */
export type UnitPeriod = UnitDescription & {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly act: string;
};

/** A unit that ended on `effectiveOn` and one that takes over its work, by code. */
export type Succession = {
  readonly predecessor: string;
  readonly successor: string;
  readonly act: string;
  readonly effectiveOn: LocalDate;
};

/** Everything that acts have made of the organisation, over all time. */
export type Organisation = {
  readonly periods: readonly UnitPeriod[];
  readonly successions: readonly Succession[];
};
