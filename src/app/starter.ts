import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { oneTimePassword } from '#foundation/access/passwords/one-time.ts';
import { inTransaction, systemContext } from '#foundation/context.ts';
import { exclusively } from '#platform/database/exclusively.ts';
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

/** What loading the starter data did: where the first passwords are, or null when everything was there before. */
export type StarterOutcome = { readonly passwordFile: string | null; readonly accounts: number };

/**
 * Loads the starter world (organisation, calendar, procedures, people) where it is missing. Each part loads in one
 * transaction and does nothing when it is there, so that a start that was cut goes on where it stopped. Of several
 * processes that start over one empty database, one loads it and the others wait.
 */
export async function loadStarter(system: System, dataFolder: string): Promise<StarterOutcome> {
  return exclusively(system.db, 'starter', async () => loadParts(system, dataFolder));
}

async function loadParts(system: System, dataFolder: string): Promise<StarterOutcome> {
  await loadStarterOrganisation(await systemContext(system, 'starter'));
  await loadStarterCalendar(await systemContext(system, 'starter'));
  await loadStarterProcedures(await systemContext(system, 'starter'));
  await loadStarterProcesses(await systemContext(system, 'starter'));
  await loadStarterRetention(await systemContext(system, 'starter'));
  await loadStarterFees(await systemContext(system, 'starter'));
  await loadStarterNotices(await systemContext(system, 'starter'));
  await loadStarterDocuments(await systemContext(system, 'starter'));
  await loadStarterIndicators(await systemContext(system, 'starter'));
  await loadStarterReports(await systemContext(system, 'starter'));
  return inTransaction(await systemContext(system, 'starter'), async (tx) => {
    const accounts = await loadStarterPeople(tx, { passwordFor: () => oneTimePassword() });
    if (accounts.length === 0) return { passwordFile: null, accounts: 0 };
    // Written before the commit: a start that is cut between the two makes new passwords and writes them again.
    return { passwordFile: await writePasswords(dataFolder, accounts), accounts: accounts.length };
  });
}

async function writePasswords(
  dataFolder: string,
  accounts: readonly { readonly login: string; readonly password: string; readonly who: string }[],
): Promise<string> {
  const file = path.join(dataFolder, 'mat-khau-ban-dau.txt');
  const width = Math.max(...accounts.map((account) => account.login.length));
  const lines = accounts.map(({ login, password, who }) => `${login.padEnd(width)}  ${password}  ${who}`);
  const head = [
    'Mật khẩu ban đầu của các tài khoản mẫu. Mỗi người đổi mật khẩu ở lần đăng nhập đầu tiên.',
    'Xóa tệp này sau khi đã giao mật khẩu.',
    '',
  ];
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, [...head, ...lines, ''].join('\n'), { mode: 0o600 });
  return file;
}
