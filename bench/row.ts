import type { Options } from './options.ts';
import type { World } from './world.ts';

/** One line of the table. */
export type Row = {
  readonly what: string;
  readonly measured: string;
  /** The target of the design, or empty where the figure only informs. */
  readonly target: string;
  /** Null where there is no target. */
  readonly isMet: boolean | null;
};

/** Measures something on the world. */
export type Part = (world: World, options: Options) => Promise<readonly Row[]>;

/** A figure without a target. */
export const fact = (what: string, measured: string): Row => ({ what, measured, target: '', isMet: null });

/** `1,234` from ten on, `1.23` below. */
export function figure(number: number): string {
  const digits = number >= 100 ? 0 : number >= 10 ? 1 : 2;
  return number.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
