import { Refreshed } from '#web/ui/refreshed.tsx';
import type { Operations } from '../service.ts';
import { KeysAndSettings, Processes } from './installation.tsx';
import { Overview } from './overview.tsx';
import { Backups, Disks, LogState } from './storage.tsx';
import { Failures, Jobs, SlowStatements } from './work.tsx';

const EVERY_SECONDS = 30;

/** How the installation is: one sentence, what is wrong, then everything that was looked at. */
export function OperationsPage({ facts, findings }: Operations) {
  return (
    <Refreshed every={EVERY_SECONDS}>
      <Overview facts={facts} findings={findings} />
      <Jobs jobs={facts.jobs} now={facts.now} />
      <Failures failures={facts.failures} />
      <Disks facts={facts} />
      <Backups facts={facts} />
      <LogState facts={facts} />
      <SlowStatements slow={facts.slow} />
      <Processes facts={facts} />
      <KeysAndSettings facts={facts} />
    </Refreshed>
  );
}
