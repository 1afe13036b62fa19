import { proposeDay } from '#foundation/calendar/changes/service.ts';
import { followChange } from '#capabilities/dossiers/due-moves/service.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';

/** Numbers of what the guard's pages are about. */
export type GuardIds = {
  readonly changeId: number;
  readonly migrationId: number;
  readonly unclearId: number;
};

/** A day that waits for a second person, a migration with one dossier, and a condition that nobody could decide. */
export async function guardedOf(system: TestSystem, number: string): Promise<GuardIds> {
  const changeId = await proposeDay(await actAs(system, 'noi-vu'), {
    unitCode: null,
    kind: 'closure',
    date: '2020-05-05',
    workedOn: null,
    name: 'Nghỉ tránh bão',
    shifts: [],
    legalNotice: 'Công điện số 01/CĐ-UBND ngày 28/4/2020',
    decision: '',
  });
  await followChange(system, 'test', changeId);
  const migrationId = await inserted(
    system,
    `insert into dossier_migrations (procedure_id, definition_id, mapping, reason, begun_at)
      select d.procedure_id, (select min(id) from process_definitions), '{}', 'Quyết định số 5/QĐ-UBND', d.received_at
      from dossiers d where d.number = $1 returning id`,
    number,
  );
  await inserted(
    system,
    `insert into dossier_migration_items (migration_id, dossier_id, due_from, problem)
      select ${migrationId}, id, due_at, 'Quy trình mới không có bước tương ứng.' from dossiers where number = $1
      returning dossier_id as id`,
    number,
  );
  const unclearId = await inserted(
    system,
    `insert into dossier_unclear_conditions (dossier_id, flow, reason, at)
      select id, 'co-thu-phi', 'fees.total chưa có giá trị', received_at from dossiers where number = $1 returning id`,
    number,
  );
  return { changeId, migrationId, unclearId };
}

async function inserted(system: TestSystem, query: string, number: string): Promise<number> {
  const { rows } = await system.superuser.query<{ id: string }>(query, [number]);
  return Number(rows[0]?.id);
}
