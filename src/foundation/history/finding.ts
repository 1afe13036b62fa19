/** Something that is not as it was written, and where. */
export type Finding = {
  /** What it is found in, in Vietnamese: `mục 12`, `checkpoint 900`, `bộ ký`, `Hồ sơ 000.17.22.H08-200428-0001`. */
  readonly where: string;
  /** In Vietnamese. */
  readonly sentence: string;
};
