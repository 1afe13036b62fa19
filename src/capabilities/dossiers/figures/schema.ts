/** What is counted of a unit's dossiers in a period, after Form II.06 of Circular 01/2020/TT-VPCP. */
export const WORK = {
  /** Columns 3 to 6: everything there was to do, and where it came from. */
  all: 'mọi hồ sơ phải giải quyết trong kỳ',
  received: 'tiếp nhận trong kỳ',
  online: 'tiếp nhận trực tuyến trong kỳ',
  direct: 'tiếp nhận trực tiếp hoặc qua bưu chính trong kỳ',
  postal: 'tiếp nhận qua bưu chính trong kỳ',
  carried: 'kỳ trước chuyển qua',
  /** Columns 7 to 10: what was resolved. */
  resolved: 'đã giải quyết trong kỳ',
  early: 'giải quyết trước hạn',
  onTime: 'giải quyết đúng hạn',
  late: 'giải quyết quá hạn',
  /** Columns 11 to 13: what was still being handled at the end. */
  open: 'đang giải quyết cuối kỳ',
  openInTime: 'đang giải quyết, trong hạn',
  openLate: 'đang giải quyết, quá hạn',
  /** With a result, and so with a time that it took. */
  finished: 'có kết quả trong kỳ',
} as const;
export type Work = keyof typeof WORK;

/** What happened to dossiers in a period; one dossier may have several of a kind. */
export const HAPPENINGS = [
  'supplement',
  'repeated',
  'extension',
  'apology',
  'refused',
  'stopped',
  'withdrawn',
  'lapsed',
  'returned',
  'returned-postal',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** By what counts are divided: filters of the figures, and the unit that received. */
export const GROUPS = ['channel', 'domain', 'procedure', 'unit'] as const;
export type Group = (typeof GROUPS)[number];

/** A span of instants, the end not in it. */
export type Span = { readonly begin: Date; readonly end: Date };

export type WorkCounts = Readonly<Record<Work, number>> & {
  /** Days from reception to the result, added up over what was finished. */
  readonly finishedDays: number;
};

export type HappeningCounts = Readonly<Record<Happening, number>>;
