import type pg from 'pg';
import type { EventLoopDelay } from './event-loop.ts';
import type { Metrics } from './metrics.ts';

export type ProcessFacts = {
  readonly eventLoop: () => EventLoopDelay;
  readonly pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;
  /** Release, role: shown as labels of one figure that is always 1. */
  readonly labels: Readonly<Record<string, string>>;
};

/** What a process says of itself: memory, processor, event loop, connections to the database. */
export function measureProcess(metrics: Metrics, { eventLoop, pool, labels }: ProcessFacts): void {
  const one = (value: number) => [{ value }];
  const startedAt = Date.now() / 1000 - process.uptime();
  metrics.gauge('motcua_info', 'Release and role of this process.', () => [{ labels, value: 1 }]);
  metrics.gauge('process_start_time_seconds', 'Start of the process, Unix time.', () => one(startedAt));
  metrics.gauge('process_resident_memory_bytes', 'Resident memory.', () => one(process.memoryUsage.rss()));
  metrics.gauge('nodejs_heap_size_used_bytes', 'Heap in use.', () => one(process.memoryUsage().heapUsed));
  metrics.gauge('nodejs_heap_size_total_bytes', 'Heap taken.', () => one(process.memoryUsage().heapTotal));
  metrics.counterOf('process_cpu_seconds_total', 'Processor time, user and system.', () => {
    const { user, system } = process.cpuUsage();
    return one((user + system) / 1e6);
  });
  metrics.gauge('motcua_event_loop_delay_seconds', 'How late the process gets to its work.', () => {
    const { p50, p99, most } = eventLoop();
    return [
      { labels: { percentile: '50' }, value: p50 },
      { labels: { percentile: '99' }, value: p99 },
      { labels: { percentile: '100' }, value: most },
    ];
  });
  metrics.gauge('motcua_database_connections', 'Connections of this process to the database.', () => [
    { labels: { state: 'used' }, value: pool.totalCount - pool.idleCount },
    { labels: { state: 'idle' }, value: pool.idleCount },
  ]);
  metrics.gauge('motcua_database_connections_waited_for', 'Who waits for a connection.', () =>
    one(pool.waitingCount),
  );
}
