import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { addFiles } from '#capabilities/dossiers/files/service.ts';
import { enterResult, passOn, returnResult } from '#capabilities/dossiers/service.ts';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { systemContext } from '#foundation/context.ts';
import { sequence, signLog } from '#foundation/log/service.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import { actAs } from '#test/cast.ts';
import { backUpSystem } from '#test/backups.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { uploadOf } from '#test/uploads.ts';
import { visitorOf } from '#test/visitor.ts';
import { filledHonestly, formsOf } from '../attack/forms.ts';
import { addressOf, appOf, liveRoutes } from '../attack/routes.ts';
import { type AttackedWorld, openAttackedWorld, PDF } from '../attack/world.ts';

/**
 * Records a release for the tests of later ones: a backup with made-up people in it, and every statement that its pages
 * and forms send. Run it in the checkout of the release:
 * `vitest run --config test/upgrade/record.config.ts`; it writes test/upgrade/fixtures/<newest migration>.
 */
test('Records this release', async () => {
  const folder = await recordBackup();
  const statements = listen();
  const world = await openAttackedWorld();
  await useEverything(world);
  await world.system.close();
  await writeFile(
    path.join(folder, 'statements.json'),
    `${JSON.stringify([...statements].sort(), null, 1)}\n`,
  );
  expect(statements.size).toBeGreaterThan(100);
});

/** Answers the folder of the release; in it are the backup and the signer that has signed what is in the backup. */
async function recordBackup(): Promise<string> {
  const system = await openTestWorld();
  const folder = path.resolve('test/upgrade/fixtures', await newestMigration(system));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await handleDossiers(system);
  await sign(system, path.join(folder, 'signer'));
  await keepSecrets(system);
  const backup = await backUpSystem(system, { isIncremental: false });
  await cp(backup.path, path.join(folder, 'backup'), { recursive: true });
  await system.close();
  return folder;
}

async function sign(system: TestSystem, folder: string): Promise<void> {
  const ctx = await systemContext(system, 'world');
  while ((await sequence(ctx)) > 0);
  await signLog(ctx, await openLogSigner({ folder, origin: 'localhost:3000/nhat-ky' }));
}

/** The texts of what the application asks from now on, placeholders in the place of values. */
function listen(): ReadonlySet<string> {
  const texts = new Set<string>();
  // The pool's own wrapper calls this with a text, or with a named statement.
  // oxlint-disable-next-line typescript/unbound-method -- called with its own client below
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      const [sent] = given;
      const text = typeof sent === 'string' ? sent : (sent as { text?: string } | undefined)?.text;
      if (this.user === 'motcua_app' && text !== undefined && isPlanned(text)) texts.add(text.trim());
      return query.apply(this, given);
    },
  });
  return texts;
}

/** What the database plans; `begin`, `set` and the like have no plan. */
function isPlanned(text: string): boolean {
  return /^\s*(?:select|insert|update|delete|with|merge)\b/i.test(text);
}

async function newestMigration({ superuser }: TestSystem): Promise<string> {
  const { rows } = await superuser.query<{ name: string }>('select max(name) as name from schema_migrations');
  return rows[0]?.name.slice(0, 4) ?? '';
}

/** Dossiers at every stage of their lives. */
async function handleDossiers(system: TestSystem): Promise<void> {
  const { number } = await receivedDossier(system);
  const place = { number, purpose: 'other' as const, paperPosition: null };
  await addFiles(await actAs(system, 'mot-cua.an-hoa'), place, [
    await uploadOf(system, PDF, { name: 'quet.pdf' }),
  ]);
  const steps = ['mot-cua', 'tu-phap', 'chu-tich', 'van-thu'].map((name) => `${name}.an-hoa`);
  const [counter = '', specialist = ''] = steps;
  let state = await receivedDossier(system);
  const reference = (of: DossierState) => ({ number: of.number, sequence: of.sequence });
  for (const login of steps) {
    if (login === specialist)
      state = await enterResult(await actAs(system, login), { ...reference(state), ...RESULT });
    state = await passOn(await actAs(system, login), { ...reference(state), note: '', officerId: null });
  }
  await returnResult(await actAs(system, counter), { ...reference(state), ...RETURN });
}

const RESULT = {
  outcome: 'granted',
  title: 'Giấy khai sinh',
  documentNumber: '12/2020',
  issuedOn: '2020-04-28',
  reason: '',
} as const;
const RETURN = {
  recipient: 'Nguyễn Thị B',
  relation: 'Chính người nộp',
  idNumber: '',
  acknowledgement: 'signed',
  note: '',
} as const;

async function keepSecrets(system: TestSystem): Promise<void> {
  const secrets = path.join(system.folder, 'secrets');
  await mkdir(secrets, { recursive: true });
  await writeFile(path.join(secrets, 'data-key'), 'not-a-secret-key-of-tests');
}

const LOGINS = [
  'mot-cua.an-hoa',
  'tu-phap.an-hoa',
  'chu-tich.an-hoa',
  'noi-vu',
  'quan-tri',
  undefined,
] as const;

/** Every page by everybody who may see it, and every form once by each of them. */
async function useEverything({ system, target }: AttackedWorld): Promise<void> {
  const patterns = liveRoutes(appOf(system)).filter(({ method }) => method === 'GET');
  for (const login of LOGINS) {
    for (const { pattern } of patterns) {
      const visitor = await visitorOf(system, login);
      const { html } = await visitor.get(addressOf(pattern, target));
      for (const form of formsOf(html).filter(({ action }) => action !== '/sign-out')) {
        await (await visitorOf(system, login)).post(form.action, filledHonestly(form));
      }
    }
  }
}
