/** Telling units of what they are asked, and both sides when the day has passed. */
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import { inTransaction } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { rolesByUnit } from '#foundation/people/service.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { findConsultation } from './store.ts';

/** The job that looks whether an answer has come by its day. */
export const CONSULTATION_LATE = 'consultation-late';

/** Whoever handles what comes to a unit: its head and specialists; where it has neither, its counter and clerks. */
const FIRST: readonly Role[] = ['unit-leader', 'chairman', 'specialist'];
const ELSE: readonly Role[] = ['one-stop', 'records-clerk'];

async function rolesToTell(ctx: Context, unitId: number): Promise<readonly Role[]> {
  const roles = (await rolesByUnit(ctx)).get(unitId) ?? new Set<Role>();
  const first = FIRST.filter((role) => roles.has(role));
  return first.length > 0 ? first : ELSE.filter((role) => roles.has(role));
}

type Asking = {
  readonly id: number;
  readonly dossierId: number;
  readonly dossierNumber: string;
  readonly toUnitId: number;
  readonly dueAt: Date;
  readonly from: string;
  readonly question: string;
};

/** Tells the asked unit; a person with two roles is told once. */
export async function tellAsked(tx: TransactionContext, asking: Asking): Promise<void> {
  const { id, dossierId, dossierNumber, toUnitId, dueAt, from, question } = asking;
  for (const role of await rolesToTell(tx, toUnitId)) {
    await notify(tx, {
      template: 'consultation-asked',
      dossier: { id: dossierId, number: dossierNumber },
      to: { unitId: toUnitId, role },
      facts: { from, content: question, until: formatDateTime(dueAt) },
      once: `consultation ${id} asked`,
    });
  }
}

/** The day has passed: both the asked unit and whoever asked are told, once; an answer in time stops it. */
export async function tellOverdue(ctx: Context, id: number): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const asked = await findConsultation(tx.db, id);
    if (asked === null || !asked.isOpen || asked.dueAt > tx.now) return;
    const unitName = await unitNames(tx, 'shortName');
    const dossier = { id: asked.dossierId, number: asked.number };
    const until = formatDateTime(asked.dueAt);
    const once = `consultation ${id} late`;
    for (const role of await rolesToTell(tx, asked.toUnitId)) {
      const facts = { from: unitName(asked.fromUnitId), until };
      await notify(tx, {
        template: 'consultation-late',
        dossier,
        to: { unitId: asked.toUnitId, role },
        facts,
        once,
      });
    }
    const facts = { from: unitName(asked.toUnitId), until };
    await notify(tx, {
      template: 'consultation-late',
      dossier,
      to: { officerId: asked.askedBy },
      facts,
      once,
    });
  });
}
