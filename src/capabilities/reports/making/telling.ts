/** Telling units what they are to write, and whoever puts a report together what has come. */
import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { TransactionContext } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { rolesByUnit } from '#foundation/people/service.ts';
import { notify } from '#capabilities/notifications/service.ts';
import type { ReportPart, WholeReport } from './schema.ts';

/** Whoever may write for a unit, by the first of these that its posts have. */
const WRITERS: readonly (readonly Role[])[] = [
  ['home-affairs'],
  ['unit-leader', 'chairman', 'specialist'],
  ['records-clerk', 'one-stop'],
];

async function writersOf(tx: TransactionContext, unitId: number): Promise<readonly Role[]> {
  const roles = (await rolesByUnit(tx)).get(unitId) ?? new Set<Role>();
  return (
    WRITERS.map((group) => group.filter((role) => roles.has(role))).find(({ length }) => length > 0) ?? []
  );
}

/** Units get parts to write: one notice for each unit, however many parts it has. */
export async function tellAsked(
  tx: TransactionContext,
  { report }: WholeReport,
  parts: readonly ReportPart[],
): Promise<void> {
  const from = (await unitNames(tx, 'shortName'))(report.unitId);
  for (const [unitId, own] of Map.groupBy(parts, (part) => part.unitId)) {
    for (const role of await writersOf(tx, unitId)) {
      await notify(tx, {
        template: 'report-asked',
        dossier: null,
        to: { unitId, role },
        facts: { content: partsWords(own, report.title), from, until: formatDate(firstDay(own)) },
        once: `report ${report.id} asked ${own.map(({ number, version }) => `${number}.${version}`).join()}`,
      });
    }
  }
}

/** A part came back. Whoever sent it is told, else the unit. */
export async function tellReturned(
  tx: TransactionContext,
  { report }: WholeReport,
  part: ReportPart,
): Promise<void> {
  const facts = {
    content: partsWords([part], report.title),
    reason: part.returnReason,
    until: formatDate(part.dueOn),
  };
  if (part.submittedBy !== null) {
    await notify(tx, {
      template: 'report-returned',
      dossier: null,
      to: { officerId: part.submittedBy },
      facts,
    });
    return;
  }
  for (const role of await writersOf(tx, part.unitId)) {
    const once = `report ${report.id} returned ${part.number}.${part.version}`;
    await notify(tx, {
      template: 'report-returned',
      dossier: null,
      to: { unitId: part.unitId, role },
      facts,
      once,
    });
  }
}

/** Units that have not sent their parts; once a day however often somebody presses. */
export async function tellReminder(
  tx: TransactionContext,
  { report }: WholeReport,
  { parts, today }: { readonly parts: readonly ReportPart[]; readonly today: LocalDate },
): Promise<void> {
  for (const [unitId, own] of Map.groupBy(parts, (part) => part.unitId)) {
    for (const role of await writersOf(tx, unitId)) {
      await notify(tx, {
        template: 'report-reminder',
        dossier: null,
        to: { unitId, role },
        facts: { content: partsWords(own, report.title), until: formatDate(firstDay(own)) },
        once: `report ${report.id} reminded ${unitId} ${today}`,
      });
    }
  }
}

/** Whoever made the report hears that a unit has sent something. */
export async function tellSubmitted(
  tx: TransactionContext,
  { report }: WholeReport,
  parts: readonly ReportPart[],
): Promise<void> {
  const [first] = parts;
  if (report.madeBy === null || first === undefined || report.madeBy === tx.actor?.officerId) return;
  await notify(tx, {
    template: 'report-submitted',
    dossier: null,
    to: { officerId: report.madeBy },
    facts: {
      content: partsWords(parts, report.title),
      from: (await unitNames(tx, 'shortName'))(first.unitId),
    },
  });
}

function partsWords(parts: readonly ReportPart[], title: string): string {
  return parts.length === 1
    ? `một phần của báo cáo “${title}”`
    : `${parts.length} phần của báo cáo “${title}”`;
}

function firstDay(parts: readonly ReportPart[]): LocalDate {
  return parts.map(({ dueOn }) => dueOn).toSorted()[0] ?? '';
}
