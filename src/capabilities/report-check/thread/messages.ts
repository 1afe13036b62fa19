import type { LocalDate } from '#kernel/local-date.ts';
import type { KnownDocument, KnownFigure, OwnFrame } from '#kernel/report/schema.ts';

/** What is known, as plain data that a thread may be handed. */
export type Facts = {
  readonly documents: readonly KnownDocument[];
  readonly figures: readonly KnownFigure[];
  /** Days on which offices are closed between the first and the last day that the text names. */
  readonly daysOff: readonly LocalDate[];
};

/** What a thread tells once it has read a text, before it is told what is known. */
export type Read = {
  readonly frame: OwnFrame;
  /** Every day that the text names, each once. */
  readonly dates: readonly LocalDate[];
};
