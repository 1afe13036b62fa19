import { z } from 'zod';
import { followChange } from '#capabilities/dossiers/due-moves/service.ts';
import { MIGRATION_TASK } from '#capabilities/dossiers/migration/schema.ts';
import { carryOutMigration } from '#capabilities/dossiers/migration/service.ts';
import { fireTimers } from '#capabilities/dossiers/timers/service.ts';
import { CALENDAR_CHANGE_TASK } from '#foundation/calendar/changes/schema.ts';
import type { TaskHandler } from '#platform/jobs/worker.ts';
import type { System } from '#platform/system.ts';

const aboutOne = z.object({ id: z.number() });

/** Timers of processes go off within a minute of when they are due. */
export const TIMERS_TIMETABLE = '* * * * * fire-timers ?max=1';

/** What moves running dossiers without anybody at a desk: timers, changes of the calendar, other versions of a process. */
export function guardTasks(system: System): Readonly<Record<string, TaskHandler>> {
  return {
    'fire-timers': async (_payload, jobId) => void (await fireTimers(system, `job ${jobId}`)),
    [CALENDAR_CHANGE_TASK]: async (payload, jobId) =>
      followChange(system, `job ${jobId}`, aboutOne.parse(payload).id),
    [MIGRATION_TASK]: async (payload, jobId) =>
      carryOutMigration(system, `job ${jobId}`, aboutOne.parse(payload).id),
  };
}
