/** What of the database must be exactly what the history says: declared by whoever writes it, compared by the operator's checks. */
import type { Database } from '#platform/database/pool.ts';
import type { HistoryEvent, StreamName } from './schema.ts';

/** A row by its columns in camelCase. Instants may be a Date or their ISO text. */
export type Row = Readonly<Record<string, unknown>>;

export type ReplayedTable = {
  /** The column with the number of the record, as in SQL. */
  readonly owner: string;
  /** The column that tells the rows of one record apart, in camelCase. */
  readonly key: string;
  /** Columns that the history does not speak of, in camelCase, each with the reason. All others must be what it says. */
  readonly unproven: Readonly<Record<string, string>>;
};

/** A kind of record with the tables that its history makes. */
export type Declaration = {
  readonly stream: StreamName;
  /** For people, in Vietnamese. */
  readonly name: string;
  /** How people call one, when its row says it better than its number. */
  readonly label?: (row: Row) => string;
  /** By their names in SQL; the first is the record itself. */
  readonly tables: Readonly<Record<string, ReplayedTable>>;
  /** Rows that were there before anything was done to them; what they must be then, `replay` says of no events. */
  readonly beginsWithoutHistory?: boolean;
  /** Reads again what `replay` goes by besides the events, before a second look at what may have come meanwhile. */
  readonly refresh?: (db: Database) => Promise<void>;
  /** The rows that a history calls for, by table. Throws when it cannot be the history of such a record. */
  readonly replay: (id: number, events: readonly HistoryEvent[]) => Readonly<Record<string, readonly Row[]>>;
};
