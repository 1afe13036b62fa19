import { instantAt, type LocalDate } from '#kernel/local-date.ts';

/** A dossier that a change of the calendar moves, or has moved. */
export type DueMove = {
  readonly number: string;
  readonly title: string;
  readonly unitId: number;
  readonly dueFrom: Date;
  readonly dueTo: Date;
  /** How many steps and timers get another due instant. */
  readonly steps: number;
  readonly timers: number;
  readonly movedAt: Date | null;
  readonly problem: string | null;
};

/** How many dossiers of a counter move: their promise, or only what is due inside. */
export type UnitCount = {
  readonly unitId: number;
  readonly promises: number;
  readonly innerOnly: number;
  readonly moved: number;
  readonly failed: number;
};

export type MoveQuery = {
  readonly unitId: number | null;
  readonly offset: number;
  readonly most: number;
};

/** The instant at which a day begins in Vietnam. */
export function localMidnight(day: LocalDate): Date {
  return instantAt(day, 0);
}
