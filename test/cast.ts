import { existsSync } from 'node:fs';
import { readActingPosts } from '#foundation/access/sessions/store.ts';
import { findAccountByLogin } from '#foundation/access/sign-in/store.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { readOfficer } from '#foundation/people/officers/store.ts';
import type { System } from '#platform/system.ts';
import { loadStarterPeople } from '#starter/people/load.ts';

/** A part of the starter world that is taken when it is there. */
type Loader = { readonly file: string; readonly name: string };

const BEFORE_PEOPLE: readonly Loader[] = [
  { file: '../starter/organisation/load.ts', name: 'loadStarterOrganisation' },
  { file: '../starter/calendar/load.ts', name: 'loadStarterCalendar' },
];
const AFTER_PEOPLE: readonly Loader[] = [
  { file: '../starter/procedures/load.ts', name: 'loadStarterProcedures' },
];

/**
 * The world of the report in an empty test system: units, calendar, people, procedures. The accounts of the cast have
 * no passwords, so that no test waits for hashing; `actAs` signs them in.
 */
export async function loadWorld(system: System): Promise<void> {
  for (const loader of BEFORE_PEOPLE) await load(system, loader);
  await loadStarterPeople(await systemContext(system, 'world'), { passwordFor: () => null });
  for (const loader of AFTER_PEOPLE) await load(system, loader);
}

/** The context of a signed-in member of the cast (`mot-cua.an-hoa`, …) at this moment of the system's clock. */
export async function actAs(system: System, login: string, requestId = 'test'): Promise<Context> {
  const ctx = await systemContext(system, requestId);
  const account = await findAccountByLogin(system.db, login);
  if (!account) throw new Error(`No account ${login}`);
  const officer = await readOfficer(system.db, account.officerId);
  const posts = await readActingPosts(system.db, account.officerId, ctx.now);
  const [post] = posts;
  if (!officer || !post) throw new Error(`${login} holds no post`);
  const { id: accountId, officerId } = account;
  const actor = { accountId, officerId, name: officer.fullName, post, posts, mustChangePassword: false };
  return { ...ctx, actor };
}

async function load(system: System, { file, name }: Loader): Promise<void> {
  const url = new URL(file, import.meta.url);
  if (!existsSync(url)) return;
  // The module is known by its name only; each such loader takes a context and returns nothing.
  const loaders = (await import(/* @vite-ignore */ url.pathname)) as Record<
    string,
    (ctx: Context) => Promise<void>
  >;
  await loaders[name]?.(await systemContext(system, 'world'));
}
