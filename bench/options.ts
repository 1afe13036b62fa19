import { parseArgs } from 'node:util';

/** What can be measured, in the order in which it is. */
export const PARTS = [
  'start',
  'single',
  'reports',
  'pages',
  'search',
  'growth',
  'overload',
  'log',
  'timers',
  'gateway',
  'verbs',
] as const;
export type PartName = (typeof PARTS)[number];

export type Options = {
  readonly parts: ReadonlySet<PartName>;
  /** Dossiers in the database for pages, search and growth. */
  readonly size: number;
  /** How long each load lasts. */
  readonly seconds: number;
  /** How often what is compared in a ratio is measured; the median counts. */
  readonly rounds: number;
  /** Puts the table into bench/README.md. */
  readonly write: boolean;
  /** Folder that keeps the database for the next run, so that a million dossiers are written once. */
  readonly keep: string | null;
};

const HELP = `npm run bench -- [options]
  --quick         small and short: 20,000 dossiers, 2 seconds a load, one round
  --only PART     one of ${PARTS.join(', ')}; may be given several times
  --size N        dossiers in the database (1,000,000)
  --seconds N     duration of each load (8)
  --rounds N      measurements of each ratio, of which the median counts (3)
  --write         puts the table into bench/README.md
  --keep FOLDER   leaves the database in this folder and uses the one that is there`;

/** Reads the command line. Ends with the help when it is asked for or something is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true });
  const only = values.only ?? [];
  const unknown = only.filter((name) => !PARTS.some((part) => part === name));
  if (values.help || unknown.length > 0) {
    process.stderr.write(`${HELP}\n`);
    process.exit(values.help ? 0 : 2);
  }
  return {
    parts: new Set(only.length > 0 ? PARTS.filter((part) => only.includes(part)) : PARTS),
    size: numberOf(values.size, values.quick ? 20_000 : 1_000_000),
    seconds: numberOf(values.seconds, values.quick ? 2 : 8),
    rounds: numberOf(values.rounds, values.quick ? 1 : 3),
    write: values.write ?? false,
    keep: values.keep ?? null,
  };
}

const FLAGS = {
  quick: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  size: { type: 'string' },
  seconds: { type: 'string' },
  rounds: { type: 'string' },
  write: { type: 'boolean' },
  keep: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function numberOf(text: string | undefined, standard: number): number {
  const number = text === undefined ? standard : Number(text.replaceAll(/[_,]/g, ''));
  if (Number.isInteger(number) && number > 0) return number;
  process.stderr.write(`"${text}" is not a positive whole number.\n`);
  return process.exit(2);
}
