/** What a report collects while it is written: sources and notes with their numbers, and what is missing. */
import { type Figure, type FigureAsk } from '#capabilities/indicators/schema.ts';
import { figureWords, ORIGIN_LABELS } from '#capabilities/indicators/words.ts';
import { periodWords } from '#kernel/period/words.ts';
import type { Footnote, FigureSourceLine } from '../document.ts';
import { figureKey, type Surroundings } from './schema.ts';

export type Ledger = {
  /** The figure of a question if it says anything; else it is told as missing. */
  readonly take: (ask: FigureAsk) => Figure | null;
  /** As `take`, where nobody misses a figure that is not there. */
  readonly look: (ask: FigureAsk) => Figure | null;
  /** Number of the line of a figure in the annex of sources. */
  readonly sourceOf: (ask: FigureAsk, figure: Figure) => number;
  readonly note: (text: string) => number;
  readonly miss: (sentence: string) => void;
  /** Begins a section; what follows belongs to it. */
  readonly begin: (heading: string) => void;
  readonly section: () => { readonly figures: readonly string[]; readonly missing: readonly string[] };
  readonly whole: () => {
    readonly sources: readonly FigureSourceLine[];
    readonly notes: readonly Footnote[];
    readonly missing: readonly string[];
  };
};

/** An empty ledger over the figures that were asked for. */
export function openLedger(surroundings: Surroundings, figures: ReadonlyMap<string, Figure>): Ledger {
  const sources = new Map<string, FigureSourceLine>();
  const notes: Footnote[] = [];
  const missing = new Set<string>();
  let heading = '';
  let inSection = { figures: new Set<string>(), missing: new Set<string>() };
  const miss = (sentence: string) => {
    missing.add(heading === '' ? sentence : `${heading}: ${sentence}`);
    inSection.missing.add(sentence);
  };
  return {
    miss,
    look: (ask) => {
      const key = figureKey(ask);
      inSection.figures.add(key);
      return figures.get(key) ?? null;
    },
    take: (ask) => {
      const key = figureKey(ask);
      const figure = figures.get(key);
      inSection.figures.add(key);
      if (figure && (figure.value !== null || figure.content !== '')) return figure;
      miss(missingWords(surroundings, ask));
      return null;
    },
    sourceOf: (ask, figure) => {
      const key = figureKey(ask);
      const known = sources.get(key);
      if (known) return known.number;
      const number = sources.size + 1;
      sources.set(key, sourceLine(surroundings, ask, { figure, number }));
      return number;
    },
    note: (text) => {
      notes.push({ number: notes.length + 1, text });
      return notes.length;
    },
    begin: (next) => {
      heading = next;
      inSection = { figures: new Set(), missing: new Set() };
    },
    section: () => ({ figures: [...inSection.figures], missing: [...inSection.missing] }),
    whole: () => ({ sources: [...sources.values()], notes, missing: [...missing] }),
  };
}

function missingWords({ indicators, unitName }: Surroundings, { code, unitId, period }: FigureAsk): string {
  const name = indicators.get(code)?.name ?? code;
  return `chưa có số liệu “${name}” (${code}) ${periodWords(period)} của ${unitName(unitId)}.`;
}

function sourceLine(
  { unitName }: Surroundings,
  ask: FigureAsk,
  { figure, number }: { readonly figure: Figure; readonly number: number },
): FigureSourceLine {
  const { source, origin, note } = figure;
  const stated = source && [source.title, source.place].filter((words) => words !== '').join(', ');
  const said = stated ?? ORIGIN_LABELS[origin];
  return {
    number,
    indicatorCode: figure.code,
    name: figure.name,
    value: figureWords(figure, figure.value),
    period: periodWords(figure.period),
    unit: unitName(ask.unitId),
    source: note === '' ? said : `${said} (${note})`,
    takenAt: figure.takenAt,
    href: figure.href,
  };
}
