import { actingAs } from '#foundation/access/scope.ts';
import { readActingPosts } from '#foundation/access/sessions/store.ts';
import { findAccountByLogin } from '#foundation/access/sign-in/store.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { readOfficer } from '#foundation/people/officers/store.ts';
import type { System } from '#platform/system.ts';
import { loadStarterCalendar } from '#starter/calendar/load.ts';
import { loadStarterNotices } from '#starter/notices/load.ts';
import { loadStarterDocuments } from '#starter/documents/load.ts';
import { loadStarterFees } from '#starter/fees/load.ts';
import { loadStarterIndicators } from '#starter/indicators/load.ts';
import { loadStarterOrganisation } from '#starter/organisation/load.ts';
import { loadStarterPeople } from '#starter/people/load.ts';
import { loadStarterProcedures } from '#starter/procedures/load.ts';
import { loadStarterProcesses } from '#starter/processes/load.ts';
import { loadStarterReports } from '#starter/reports/load.ts';
import { loadStarterRetention } from '#starter/retention/load.ts';

/**
 * The world of the report in an empty test system: units, calendar, people, procedures. The accounts of the cast have
 * no passwords, so that no test waits for hashing; `actAs` signs them in.
 */
export async function loadWorld(system: System): Promise<void> {
  const context = async () => systemContext(system, 'world');
  await loadStarterOrganisation(await context());
  await loadStarterCalendar(await context());
  await loadStarterPeople(await context(), { passwordFor: () => null });
  await loadStarterProcedures(await context());
  await loadStarterProcesses(await context());
  await loadStarterRetention(await context());
  await loadStarterFees(await context());
  await loadStarterNotices(await context());
  await loadStarterDocuments(await context());
  await loadStarterIndicators(await context());
  await loadStarterReports(await context());
}

/** The context of a signed-in member of the cast (`mot-cua.an-hoa`, …) at this moment of the system's clock. */
export async function actAs(system: System, login: string, requestId = 'test'): Promise<Context> {
  const ctx = await systemContext(system, requestId);
  const account = await findAccountByLogin(ctx.db, login);
  if (!account) throw new Error(`No account ${login}`);
  const officer = await readOfficer(ctx.db, account.officerId);
  const posts = await readActingPosts(ctx.db, account.officerId, ctx.now);
  const [post] = posts;
  if (!officer || !post) throw new Error(`${login} holds no post`);
  const { id: accountId, officerId } = account;
  const actor = {
    accountId,
    officerId,
    name: officer.fullName,
    post,
    posts,
    mustChangePassword: false,
    secondFactor: { hasFactor: false, requiredRoles: [] },
  };
  return actingAs(ctx, actor);
}
