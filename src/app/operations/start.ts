import { productVersion } from '#app/backups/service.ts';
import type { Booted } from '#app/boot.ts';
import type { Config } from '#platform/config/config.ts';
import type { Log } from '#platform/log/log.ts';
import { watchEventLoop } from '#platform/metrics/event-loop.ts';
import { listenForMetrics } from '#platform/metrics/listener.ts';
import { createMetrics } from '#platform/metrics/metrics.ts';
import { measureProcess } from '#platform/metrics/process.ts';
import { watchAll } from '#platform/metrics/watch.ts';
import type { Shutdown } from '#platform/shutdown.ts';
import { openTracing } from '#platform/tracing/open-tracing.ts';
import type { Admission, RankCounts } from '#web/http/admission.ts';
import { measureInstallation } from './gauges.ts';
import { observe } from './observer.ts';

/** The figures of a process, for Prometheus. */
export type Figures = {
  /** The text it reads, brought up to date. */
  readonly text: () => Promise<string>;
  /** Adds how many are inside and wait at the door of the web. */
  readonly measureDoor: (admission: Pick<Admission, 'counts'>) => void;
};

/** Traces, where somebody wants them; the last spans are sent when all else has ended. */
export async function startTraces(
  { tracing }: Config,
  { log, shutdown }: { readonly log: Log; readonly shutdown: Shutdown },
): Promise<void> {
  if (tracing === null) return;
  const { close } = await openTracing({ ...tracing, version: await productVersion(), log });
  shutdown.add({ name: 'dấu vết', close });
}

/** From now on this process counts what it does and writes how it is: for Prometheus and for the operator's page. */
export async function startWatching(
  config: Config,
  { system, pool }: Pick<Booted, 'system' | 'pool'>,
  shutdown: Shutdown,
): Promise<Figures> {
  const metrics = createMetrics();
  const version = await productVersion();
  const eventLoop = watchEventLoop();
  watchAll(metrics);
  measureProcess(metrics, { eventLoop, pool, labels: { version, role: config.role } });
  const refresh = measureInstallation(metrics, system, config);
  const text = async (): Promise<string> => {
    await refresh();
    return metrics.text();
  };
  const { address, token } = config.metrics;
  if (address !== undefined) {
    const { close } = await listenForMetrics({ address, token, text });
    shutdown.add({ name: 'số liệu', close });
  }
  const observer = observe(system, { config, pool, version, eventLoop });
  shutdown.add({ name: 'theo dõi', close: observer.close });
  return {
    text,
    measureDoor: (admission) => {
      const by = (value: (counts: RankCounts) => number) => () =>
        admission.counts().map((counts) => ({ labels: { rank: counts.name }, value: value(counts) }));
      metrics.gauge(
        'motcua_door_inside',
        'Requests being answered, by rank.',
        by(({ inside }) => inside),
      );
      metrics.gauge(
        'motcua_door_waiting',
        'Requests waiting at the door.',
        by(({ waiting }) => waiting),
      );
      metrics.counterOf(
        'motcua_door_refused_total',
        'Requests sent away at the door.',
        by(({ refused }) => refused),
      );
    },
  };
}
