/** What reports of an area count and say: words only, the figures are chance. */

/** Something that is counted. */
export type Topic = {
  /** What was done with it, without the object: `tiếp nhận`. */
  readonly doing: string;
  /** `hồ sơ thủ tục hành chính`. */
  readonly noun: string;
  /** The word behind the number: `hồ sơ`. */
  readonly unit: string;
  readonly size: readonly [number, number];
  /** Ways to divide it, each whole: attributes that stand behind the unit (`nộp trực tuyến`). */
  readonly splits: readonly (readonly string[])[];
  /** Something that some of it are: `quá hạn`. */
  readonly some: string;
  /** Something that all or nearly all of it should be: `được giải quyết đúng hạn`. */
  readonly good: string;
};

export type Section = {
  readonly heading: string;
  readonly topics: readonly Topic[];
  /** What was led, urged, looked after: objects of a sentence without a figure. */
  readonly matters: readonly string[];
  /** What is still wrong: whole clauses. */
  readonly lacks: readonly string[];
};

export type Area = {
  /** Behind `Báo cáo`: `kết quả công tác cải cách hành chính`. */
  readonly title: string;
  readonly sections: readonly Section[];
  /** Titles of decisions, plans, letters of the area; `{y}` stands for a year. */
  readonly papers: readonly string[];
};
