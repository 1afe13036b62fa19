/** A report as it is laid out: every word of it in its order and form, before any format. All outputs are written from this. */

/** Words in a paragraph. */
export type LaidRun =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean; readonly slanted: boolean }
  /** `source` is its line in the annex of sources; `isFirst`: the line leads back to this place. */
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly source: number | null;
      readonly isFirst: boolean;
    }
  /** The first mark of a note carries it; a later one of the same number leads to it. */
  | { readonly kind: 'note'; readonly number: number; readonly isFirst: boolean };

export type LaidCell = { readonly runs: readonly LaidRun[]; readonly align: 'start' | 'end' | 'middle' };

export type LaidRow = {
  /** Number of the source whose line this is, or null. */
  readonly source: number | null;
  readonly cells: readonly LaidCell[];
};

export type LaidTable = {
  readonly caption: string;
  readonly head: readonly string[];
  /** As many cells as the head has. */
  readonly rows: readonly LaidRow[];
  /** Of the columns, in millimetres; together the room there is. */
  readonly widths: readonly number[];
  readonly isDense: boolean;
};

/** One bar: what it is, its figure in words, and its length as a share of the longest, or null where there is no figure. */
export type LaidBar = {
  readonly label: string;
  readonly text: string;
  readonly value: number | null;
  readonly share: number | null;
};

export type LaidChart = {
  readonly caption: string;
  readonly labelHead: string;
  readonly valueHead: string;
  readonly bars: readonly LaidBar[];
};

export type LaidBlock =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5;
      readonly number: string;
      /** In capitals where the decree wants them (levels 1 and 2). */
      readonly text: string;
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly LaidRun[] }
  | { readonly kind: 'item'; readonly mark: '-' | '+'; readonly runs: readonly LaidRun[] }
  | { readonly kind: 'table'; readonly table: LaidTable }
  | { readonly kind: 'chart'; readonly chart: LaidChart };

/** A note with the number it has in the order of the text. */
export type LaidNote = { readonly number: number; readonly text: string };

export type LaidFrame = {
  /** In capitals, line by line; the agency above may have none. */
  readonly parentAgency: readonly string[];
  readonly agency: readonly string[];
  readonly number: string;
  readonly placeAndDate: string;
  readonly typeName: string;
  /** Line by line. */
  readonly title: readonly string[];
  /** Each with its dash in front and its sign behind. */
  readonly recipients: readonly string[];
  readonly authority: readonly string[];
  readonly signerTitle: string;
  readonly signer: string;
  /** Lengths of the rules under motto, agency and title, in millimetres. */
  readonly rules: { readonly motto: number; readonly agency: number; readonly title: number };
};

export type LaidAnnex = {
  /** `Phụ lục II`; `Phụ lục` where there is one alone. */
  readonly name: string;
  readonly title: string;
  /** `(Kèm theo Báo cáo số … ngày … của …)`. */
  readonly guide: string;
  readonly isWide: boolean;
  readonly blocks: readonly LaidBlock[];
};

export type LaidReport = {
  readonly frame: LaidFrame;
  readonly isDraft: boolean;
  readonly missing: readonly string[];
  readonly blocks: readonly LaidBlock[];
  readonly notes: readonly LaidNote[];
  readonly annexes: readonly LaidAnnex[];
};

/** What a draft says on every page, and over the list of what has no data. */
export const DRAFT_MARK = 'DỰ THẢO';
export const MISSING_HEAD = 'Còn thiếu số liệu:';
export const NATIONAL_TITLE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const RECIPIENTS_HEAD = 'Nơi nhận:';
