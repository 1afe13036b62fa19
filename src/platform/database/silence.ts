import type { Socket } from 'node:net';
import type pg from 'pg';

/** The server ends every statement of ours in 30 seconds and says so; who says nothing longer than this is gone. */
export const LONGEST_SILENCE_MS = 40_000;

/** Not in the published types: whether everything asked on a connection is answered, and its socket. */
type Inner = { readonly readyForQuery: boolean; readonly connection: { readonly stream: Socket } };

/**
 * Breaks connections off on which a question has had no answer for so long: the network swallows it, and neither side would
 * ever notice. Whoever asked hears of it, and the pool replaces the connection.
 */
export function breakSilence(pool: pg.Pool, patience: number): void {
  pool.on('connect', (client) => {
    const inner = client as unknown as Inner;
    const { stream } = inner.connection;
    stream.setTimeout(patience);
    // Comes when nothing went either way for so long. A connection on which everything is answered only rests.
    stream.on('timeout', () => {
      if (!inner.readyForQuery) stream.destroy(new Error('The server keeps silent'));
    });
  });
}
