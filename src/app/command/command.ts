/** 0: fine. 1: found something, or could not be done. 2: misused. */
export type ExitCode = 0 | 1 | 2;

export type CommandOption = {
  /** Without the dashes. */
  readonly name: string;
  /** What stands after it, such as `CODE`; none for a switch. */
  readonly value?: string;
  /** In Vietnamese. */
  readonly explanation: string;
  /** May be given several times. */
  readonly many?: boolean;
};

/** What the person typed, taken apart. Options that were not given are absent. */
export type Given = {
  readonly options: Readonly<Record<string, string>>;
  /** Values of the options that may be given several times. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
  /** Words that are no options, in order. */
  readonly words: readonly string[];
};

/** Where a command's facts and its progress go. */
export type Output = {
  /** Facts: one JSON document with --json, else the text. */
  readonly print: (facts: unknown, text: string) => void;
  /** What is being done, for people, on the error stream. */
  readonly progress: (line: string) => void;
};

/** A command of `motcua`. */
export type Command = {
  readonly name: string;
  /** One line in Vietnamese. */
  readonly summary: string;
  /** Words it takes, such as `list|reset EMAIL`. */
  readonly words?: string;
  readonly options: readonly CommandOption[];
  /** Lines in Vietnamese after the options: examples, settings. */
  readonly notes?: readonly string[];
  /** Does it print facts, so that --json makes sense? */
  readonly printsFacts: boolean;
  readonly run: (given: Given, output: Output) => Promise<ExitCode>;
};
