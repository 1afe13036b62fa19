import { randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemContext } from '#foundation/context.ts';
import type { System } from '#platform/system.ts';
import { loadStarterCalendar } from '#starter/calendar/load.ts';
import { loadStarterOrganisation } from '#starter/organisation/load.ts';
import { loadStarterPeople } from '#starter/people/load.ts';
import { loadStarterProcedures } from '#starter/procedures/load.ts';

/** Letters and digits that nobody confuses when typing a password from a file or paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What loading the starter data did: where the first passwords are, or null when everything was there before. */
export type StarterOutcome = { readonly passwordFile: string | null; readonly accounts: number };

/**
 * Loads the starter world (organisation, calendar, procedures, people) where it is missing. Each part loads in one
 * transaction and does nothing when it is there, so that a start that was cut goes on where it stopped.
 */
export async function loadStarter(system: System, dataFolder: string): Promise<StarterOutcome> {
  await loadStarterOrganisation(await systemContext(system, 'starter'));
  await loadStarterCalendar(await systemContext(system, 'starter'));
  await loadStarterProcedures(await systemContext(system, 'starter'));
  const passwords = new Map<string, string>();
  const passwordFor = (login: string): string => {
    const password = passwords.get(login) ?? newPassword();
    passwords.set(login, password);
    return password;
  };
  const accounts = await loadStarterPeople(await systemContext(system, 'starter'), { passwordFor });
  if (accounts.length === 0) return { passwordFile: null, accounts: 0 };
  return { passwordFile: await writePasswords(dataFolder, accounts), accounts: accounts.length };
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

/** Four groups of four: about 79 bits, easy to type. */
function newPassword(): string {
  const group = (): string =>
    Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return [group(), group(), group(), group()].join('-');
}
